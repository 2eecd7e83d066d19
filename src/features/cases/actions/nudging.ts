import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { chunks } from '../../../platform/chunks.ts'
import { clocksAt, isHumane } from '../../../platform/days.ts'
import { joinCampaign, mailHold, sendAllOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import {
  askedByIds,
  isOpen,
  type MemberStanding,
  nudgeEmail,
  type PairStanding,
} from '../../checkins/index.ts'
import type { Round } from '../../rounds/index.ts'
import { dueAtRung, type Kind } from '../case.ts'
import type { Ladder } from '../ladder.ts'
import { ladderOf } from '../queries/ladder.ts'

const atOnce = 100

/**
 * Asks everyone once more who is silent and has an open case, unless a coordinator does; at a humane hour of their own
 * clock, and not while emails are held.
 *
 * @returns how many were asked
 */
export async function nudgeSilent(app: App, round: Round, pairs: readonly PairStanding[]): Promise<number> {
  const { ladder } = await ladderOf(app.db, round.id)
  if (ladder.nudges !== 'clock' || (await mailHold(app.db)) || (await isStopped(app.db, round))) return 0
  const clockOf = clocksAt(app.now())
  const isMissed = new Map(
    pairs.flatMap(({ members }) =>
      members
        // Not about a question that has just been asked anew.
        .filter(({ missed, askedId, zone }) => missed?.id === askedId && isHumane(clockOf(zone).hour))
        .flatMap(({ missed }) => (missed ? [[missed.id, members.some(hearsNothing)] as const] : [])),
    ),
  )
  const due = await notNudged(app.db, [...isMissed.keys()])
  let nudged = 0
  for (const some of chunks(due, atOnce))
    nudged += await app.db.transaction().execute((tx) => nudge(app, tx, { round, ladder, isMissed }, some))
  return nudged
}

/** Who has just been asked anew said so last. */
const hearsNothing = ({ standing, said }: MemberStanding) =>
  standing === 'not-yet' || standing === 'help' || (standing === 'asked' && said === 'not-yet')

/** Whoever stopped the check-ins of a round means these as well. */
async function isStopped(db: Db, round: Round): Promise<boolean> {
  const stopped = await db
    .selectFrom('mailCampaign')
    .where('key', '=', campaignKey(round))
    .where('stoppedAt', 'is not', null)
    .select('id')
    .executeTakeFirst()
  return stopped !== undefined
}

const campaignKey = (round: Round) => `check-ins:${round.id}`

type Due = { checkInId: string; caseId: string; kind: Kind }

/** Of some check-ins, those of an open case that is at its first steps, which were not asked once more. */
async function notNudged(db: Db | Tx, ids: readonly string[]): Promise<Due[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('checkIn')
    // For each by itself: cases that PostgreSQL has not counted yet were all read for every hundred people.
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('pairingCase')
          .whereRef('pairingCase.pairingId', '=', 'checkIn.pairingId')
          .where('closedAt', 'is', null)
          .where('kind', 'in', ['silence', 'contradiction'])
          .where('rung', '<=', 1)
          .select(['pairingCase.id', 'kind'])
          .orderBy('openedAt', 'desc')
          .limit(1)
          .as('open'),
      (join) => join.onTrue(),
    )
    .leftJoin('outbox', (join) => join.on(sql<boolean>`outbox.key = 'check-in-nudge:' || check_in.id`))
    .where('checkIn.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('outbox.id', 'is', null)
    .select(['checkIn.id as checkInId', 'open.id as caseId', 'open.kind'])
    .orderBy('checkIn.id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Kind }))
}

/** @param isMissed by check-in, whether a partner says that they hear nothing */
type Wish = { round: Round; ladder: Ladder; isMissed: ReadonlyMap<string, boolean> }

async function nudge(
  app: App,
  tx: Tx,
  { round, ladder, isMissed }: Wish,
  some: readonly Due[],
): Promise<number> {
  const cases = [...new Set(some.map(({ caseId }) => caseId))]
  await tx.selectFrom('pairingCase').where('id', 'in', cases).select('id').orderBy('id').forUpdate().execute()
  // Another sweep may have asked them while this one waited.
  const due = await notNudged(
    tx,
    some.map(({ checkInId }) => checkInId),
  )
  const caseOf = new Map(due.map(({ checkInId, caseId }) => [checkInId, caseId]))
  const occasion = { app, round, network: await networkIn(app, tx) }
  const campaign = { key: campaignKey(round), kind: 'check-in', roundId: round.id, createdBy: null }
  const campaignId = await joinCampaign(app, tx, campaign)
  const asked = (await askedByIds(tx, [...caseOf.keys()])).filter((one) => isOpen(one, round, app.now()))
  if (asked.length === 0) return 0
  const mails = asked.map((one) => ({
    ...{ key: `check-in-nudge:${one.id}`, asked: one },
    email: { ...nudgeEmail(one, occasion), campaignId },
  }))
  const queued = await sendAllOnce(app, tx, mails)
  const events = mails.map(({ key, asked: { id, personId }, email }) => ({
    ...{ caseId: caseOf.get(id) ?? '', kind: 'mailed', what: 'nudge', body: email.subject },
    ...{ personId, at: app.now(), key },
  }))
  await tx
    .insertInto('caseEvent')
    .values(events)
    .onConflict((conflict) => conflict.constraint('case_event_once').doNothing())
    .execute()
  const dueAtOf = ({ kind, checkInId }: Due) =>
    dueAtRung(app.now(), ladder.days[kind], { kind, rung: 1, isMissed: isMissed.get(checkInId) ?? false })
  const wereAsked = new Set(asked.map(({ id }) => id))
  const moved = due.filter(({ checkInId }) => wereAsked.has(checkInId))
  for (const [at, together] of Map.groupBy(moved, (one) => dueAtOf(one).getTime()))
    await tx
      .updateTable('pairingCase')
      .set({ rung: 1, dueAt: new Date(at) })
      .where(
        'id',
        'in',
        together.map(({ caseId }) => caseId),
      )
      .where('rung', '=', 0)
      .execute()
  return queued
}
