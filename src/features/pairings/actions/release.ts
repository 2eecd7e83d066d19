import { setImmediate } from 'node:timers/promises'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import {
  type Email,
  openCampaign,
  resumeCampaign,
  sendAllOnce,
  stopCampaign,
} from '../../../platform/mail/index.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { introductionEmail, type Occasion } from '../emails/introduction.tsx'
import { reserveEmail } from '../emails/reserve.tsx'
import { mayMatch } from '../policy.ts'
import { type Introduced, introducedOf, type Reserved, reservedOf } from '../queries/introductions.ts'
import { inputsOf, latestScenarios } from '../queries/scenarios.ts'
import { isUnderway, staleness, violations } from '../scenario.ts'
import { lockedRound } from './locking.ts'
import { type Open, openProposal } from './standing.ts'

export type Released = { scenario: number; pairings: number; people: number; reserve: number; mails: number }

/**
 * Confirms the proposal of a round and queues every introduction, all or nothing: when it fails half-way,
 * nothing has happened. It happens once; a second call, also at the same moment, is refused.
 *
 * @param number of the scenario that was looked at; null for the newest
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-proposal`
 * @throws Conflict `already-released`, `run-in-progress`, `other-proposal` when a newer one has taken the place
 *   of the one looked at, `proposal-out-of-date` when people joined, left or changed since, `proposal-broken`
 *   when a hard rule or a ban stands against one of its pairs
 * @source docs/decisions/0010-release-once.md
 */
export async function releasePairings(
  app: App,
  actor: Actor,
  code: string,
  number: number | null,
): Promise<Released> {
  allow(mayMatch(actor))
  return app.db.transaction().execute(async (tx) => {
    const standing = await openProposal(tx, actor, code)
    await refuseUnfit(tx, standing, number, app.now())
    const { round, scenario } = standing
    const groups = await introducedOf(tx, scenario.id)
    const reserved = await reservedOf(tx, scenario.id)
    const campaignId = await openCampaign(app, tx, {
      key: `introductions:${round.id}`,
      kind: 'introduction',
      roundId: round.id,
      createdBy: actor.id,
    })
    await tx
      .insertInto('release')
      .values({
        roundId: round.id,
        scenarioId: scenario.id,
        campaignId,
        releasedBy: actor.id,
        releasedAt: app.now(),
      })
      .execute()
    const pairingOf = await confirm(app, tx, round.id, groups)
    const mails = await rendered({ round, origin: app.origin }, groups, reserved)
    const queued = await sendAllOnce(
      app,
      tx,
      mails.map(({ about, email }) => ({
        key:
          email.kind === 'introduction'
            ? `introduction:${pairingOf.get(about)}:${email.personId}`
            : `reserve:${round.id}:${email.personId}`,
        email: { ...email, campaignId },
      })),
    )
    const released = {
      scenario: scenario.number,
      pairings: groups.length,
      people: groups.reduce((sum, group) => sum + group.members.length, 0),
      reserve: reserved.length,
      mails: queued,
    }
    await note(tx, app.now(), actor.id, 'pairings.released', round.id, released)
    return released
  })
}

/** @throws Conflict when the proposal must not be released as it stands */
async function refuseUnfit(tx: Tx, standing: Open, number: number | null, now: Date): Promise<void> {
  const { round, scenario, inputs, proposal, by } = standing
  const { newest } = await latestScenarios(tx, round.id)
  if (newest && isUnderway(newest, now)) throw new Conflict('run-in-progress')
  if (number !== null && number !== scenario.number) throw new Conflict('other-proposal')
  const { joined, left, changed, settings } = staleness(
    await inputsOf(tx, scenario.id),
    inputs,
    proposal.groups,
  )
  const count = joined.length + left.length + changed.length
  if (count > 0) throw new Conflict('proposal-out-of-date', { count })
  const broken = violations(proposal, inputs.applicants, by).length + (settings.includes('pins') ? 1 : 0)
  if (broken > 0) throw new Conflict('proposal-broken', { count: broken })
}

/** @returns id of the pairing of each pair of the proposal */
async function confirm(
  app: App,
  tx: Tx,
  roundId: string,
  groups: readonly Introduced[],
): Promise<Map<string, string>> {
  const pairingOf = new Map(groups.map((group) => [group.pairId, crypto.randomUUID()]))
  const idOf = (group: Introduced) => pairingOf.get(group.pairId) ?? ''
  if (groups.length === 0) return pairingOf
  await tx
    .insertInto('pairing')
    .values(
      groups.map((group) => ({
        id: idOf(group),
        roundId,
        scenarioPairId: group.pairId,
        score: group.score,
        reasons: JSON.stringify(group.reasons),
        confirmedAt: app.now(),
      })),
    )
    .execute()
  await tx
    .insertInto('pairingMember')
    .values(
      groups.flatMap((group) =>
        group.members.map(({ applicationId, personId, centre }) => ({
          pairingId: idOf(group),
          roundId,
          applicationId,
          personId,
          centre,
        })),
      ),
    )
    .execute()
  return pairingOf
}

/** Mails written one after the other without a pause would hold up every page; after so many, others have a turn. */
const mailsAtOnce = 10

/** Every mail of a release. @returns each with the pair it is about; the reserve's have none */
export async function rendered(
  occasion: Occasion,
  groups: readonly Introduced[],
  reserved: readonly Reserved[],
): Promise<{ about: string; email: Email }[]> {
  const writing = [
    ...groups.flatMap((group) =>
      group.members.map((member) => () => ({
        about: group.pairId,
        email: introductionEmail(member, group, occasion),
      })),
    ),
    ...reserved.map((one) => () => ({ about: '', email: reserveEmail(one, occasion) })),
  ]
  const mails: { about: string; email: Email }[] = []
  for (const [index, write] of writing.entries()) {
    mails.push(write())
    if (index % mailsAtOnce === mailsAtOnce - 1) await setImmediate()
  }
  return mails
}

/**
 * Holds back the introductions that have not gone out yet, or lets them go on.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `not-released`
 */
export async function stopIntroductions(app: App, actor: Actor, code: string): Promise<void> {
  await setStopped(app, actor, code, true)
}

/** @throws as `stopIntroductions` */
export async function resumeIntroductions(app: App, actor: Actor, code: string): Promise<void> {
  await setStopped(app, actor, code, false)
}

async function setStopped(app: App, actor: Actor, code: string, stop: boolean): Promise<void> {
  allow(mayMatch(actor))
  await app.db.transaction().execute(async (tx) => {
    const round = await lockedRound(tx, actor, code)
    const release = await tx
      .selectFrom('release')
      .where('roundId', '=', round.id)
      .select('campaignId')
      .executeTakeFirst()
    if (!release) throw new NotFound('not-released')
    if (stop) await stopCampaign(tx, release.campaignId, app.now())
    else await resumeCampaign(tx, release.campaignId)
    await note(tx, app.now(), actor.id, stop ? 'introductions.stopped' : 'introductions.resumed', round.id)
  })
}
