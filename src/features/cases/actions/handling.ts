import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { startOfDay } from '../../../platform/days.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict, NotFound, Unacceptable } from '../../../platform/refusals.ts'
import { branch } from '../../../platform/words.ts'
import { standingNamed } from '../../checkins/index.ts'
import type { Actor } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import {
  type Climbing,
  dueAtRung,
  type Kind,
  type Outcome,
  outcomesOf,
  rungAfter,
  type Step,
} from '../case.ts'
import { mayHelpPairs, visibleTo } from '../policy.ts'
import { ladderOf } from '../queries/ladder.ts'
import { keptOutOf, volunteersOf } from '../queries/volunteers.ts'
import { tellFacts } from './opening.ts'

/** A case, locked until the transaction ends. */
export type Held = Climbing & {
  id: string
  number: number
  pairingId: string
  applicationId: string
  roundId: string
  ownerId: string | null
  /** Whom it is about first. */
  personId: string
}

/**
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-case`
 * @throws Conflict `case-closed`
 */
export async function heldCase(tx: Tx, actor: Actor, number: number): Promise<Held> {
  allow(mayHelpPairs(actor))
  const row = await tx
    .selectFrom('pairingCase')
    .innerJoin('pairing', 'pairing.id', 'pairingCase.pairingId')
    .innerJoin('pairingMember as about', (join) =>
      join
        .onRef('about.pairingId', '=', 'pairingCase.pairingId')
        .onRef('about.applicationId', '=', 'pairingCase.applicationId'),
    )
    .where('number', '=', number)
    .where(visibleTo(actor))
    .select(['pairingCase.id', 'number', 'pairingCase.pairingId', 'pairingCase.applicationId'])
    .select(['kind', 'rung', 'pairing.roundId', 'ownerId', 'closedAt', 'about.personId'])
    .forUpdate('pairingCase')
    .executeTakeFirst()
  if (!row) throw new NotFound('no-such-case')
  const { closedAt, kind, ...held } = row
  if (closedAt) throw new Conflict('case-closed')
  return { ...held, kind: kind as Kind }
}

/**
 * Hands a case to somebody, or takes it over; null for nobody.
 *
 * @param from who looked after it as far as whoever takes it over knows
 * @throws as `heldCase`, and Conflict `not-for-them` for somebody who may not have it; `case-taken` when it is somebody
 *   else's than `from`
 */
export async function assignCase(
  app: App,
  actor: Actor,
  number: number,
  { ownerId, body = '', from }: { ownerId: string | null; body?: string; from?: string | null | undefined },
): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const held = await heldCase(tx, actor, number)
    if (held.ownerId === ownerId) return
    if (from !== undefined && held.ownerId !== from) throw new Conflict('case-taken')
    if (ownerId !== null) await refuseStranger(app, tx, held, ownerId)
    await tx.updateTable('pairingCase').set({ ownerId }).where('id', '=', held.id).execute()
    await tell(app, tx, actor, held, { kind: 'assigned', ownerId, body })
    await note(tx, app.now(), actor.id, 'case.assigned', held.id, {
      ...{ owner: ownerId ?? '', round: held.roundId },
    })
  })
}

async function refuseStranger(app: App, tx: Tx, { id }: Held, ownerId: string): Promise<void> {
  const volunteers = (await volunteersOf(tx, app.now())).map((one) => one.id)
  const keptOut = await keptOutOf(tx, id, [ownerId])
  if (!volunteers.includes(ownerId) || keptOut.has(ownerId)) throw new Conflict('not-for-them')
}

/** Writes down a note. @throws as `heldCase` */
export async function noteCase(app: App, actor: Actor, number: number, body: string): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const held = await heldCase(tx, actor, number)
    await tell(app, tx, actor, held, { kind: 'noted', body })
    await climb(app, tx, held, held.kind === 'conduct' ? 'read' : 'answer')
    await note(tx, app.now(), actor.id, 'case.noted', held.id, { round: held.roundId })
  })
}

/**
 * Lets a case wait until a day.
 *
 * @param until `YYYY-MM-DD`, by the clock of whoever says so
 * @throws as `heldCase`, and Conflict `day-past`
 */
export async function waitCase(
  app: App,
  actor: Actor,
  number: number,
  { until, body = '' }: { until: string; body?: string },
): Promise<void> {
  const since = startOfDay(until, actor.zone)
  if (since <= app.now()) throw new Conflict('day-past')
  await app.db.transaction().execute(async (tx) => {
    const held = await heldCase(tx, actor, number)
    await tx.updateTable('pairingCase').set({ dueAt: since }).where('id', '=', held.id).execute()
    await tell(app, tx, actor, held, { kind: 'waited', since, body })
    await note(tx, app.now(), actor.id, 'case.waits', held.id, { round: held.roundId })
  })
}

/**
 * Closes a case, with what became of it.
 *
 * @throws Unacceptable `no-such-outcome` for what cannot become of such a case
 * @throws as `heldCase`
 */
export async function closeCase(
  app: App,
  actor: Actor,
  number: number,
  { outcome: said, body = '' }: { outcome: string; body?: string },
): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const held = await heldCase(tx, actor, number)
    const possible = outcomesOf(held.kind)
    const outcome = possible.find((one) => one === said)
    if (!outcome) throw new Unacceptable('no-such-outcome', { outcomes: possible.join(', ') })
    await closeHeld(app, tx, actor, held, { outcome, body })
  })
}

/** `closeCase`, as part of what ends with it. */
export async function closeHeld(
  app: App,
  tx: Tx,
  actor: Actor,
  held: Held,
  { outcome, body = '' }: { outcome: Outcome; body?: string },
): Promise<void> {
  const closedAt = app.now()
  await tx.updateTable('pairingCase').set({ closedAt, outcome }).where('id', '=', held.id).execute()
  await tell(app, tx, actor, held, { kind: 'closed', what: outcome, body })
  // The journal is read by more people than a report.
  const said = held.kind === 'conduct' ? 'unsaid' : branch(outcome)
  await note(tx, app.now(), actor.id, 'case.closed', held.id, { outcome: said, round: held.roundId })
}

/**
 * Opens a case by hand, for somebody who asked for help in another way: the one who opens it looks after it.
 *
 * @param id of the application of somebody in a pair
 * @returns its number
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-such-member`; `no-such-case` for a pairing of one's own
 */
export async function openCase(
  app: App,
  actor: Actor,
  code: string,
  { id, body }: { id: string; body: string },
): Promise<number> {
  allow(mayHelpPairs(actor))
  const round = await roundByCode(app.db, actor, code)
  const { member } = await standingNamed(app.db, round, id, app.now())
  return app.db.transaction().execute(async (tx) => {
    const { pairingId, applicationId, personId } = member
    const { ladder } = await ladderOf(tx, round.id)
    const now = app.now()
    const about = { pairingId, applicationId, personId, roundId: round.id, since: now }
    const key = `by-hand:${crypto.randomUUID()}`
    await tellFacts(tx, [{ ...about, kind: 'help', what: 'by-hand', key }], { ladder, now })
    const { number } = await tx
      .selectFrom('pairingCase')
      .where('pairingId', '=', pairingId)
      .where('kind', '=', 'help')
      .select('number')
      .executeTakeFirstOrThrow()
    const held = await heldCase(tx, actor, number)
    await tell(app, tx, actor, held, { kind: 'noted', body })
    if (actor.id !== null && held.ownerId === null) {
      await tx.updateTable('pairingCase').set({ ownerId: actor.id }).where('id', '=', held.id).execute()
      await tell(app, tx, actor, held, { kind: 'assigned', ownerId: actor.id })
    }
    await note(tx, now, actor.id, 'case.opened', held.id, { round: held.roundId })
    return number
  })
}

type Telling = {
  kind: 'noted' | 'assigned' | 'mailed' | 'waited' | 'parted' | 'closed'
  what?: string
  body?: string
  ownerId?: string | null
  since?: Date
  key?: string
  personId?: string
}

/** Writes down what somebody did; about whom the case is first, unless it says of somebody else. */
export async function tell(app: App, tx: Tx, actor: Actor, held: Held, told: Telling): Promise<void> {
  const { id: caseId, personId } = held
  await tx
    .insertInto('caseEvent')
    .values({ caseId, personId, actorId: actor.id, at: app.now(), ...told })
    .execute()
}

/** Moves a case on along its ladder once a step is done. */
export async function climb(app: App, tx: Tx, held: Held, done: Step): Promise<void> {
  const rung = rungAfter(held, done)
  if (rung === held.rung) return
  const { ladder } = await ladderOf(tx, held.roundId)
  const isMissed = await hearsAnybodyNothing(tx, held.pairingId)
  const dueAt = dueAtRung(app.now(), ladder.days[held.kind], { kind: held.kind, rung, isMissed })
  await tx.updateTable('pairingCase').set({ rung, dueAt }).where('id', '=', held.id).execute()
}

/** Whether somebody of a pairing said last that they hear nothing, or asked for help. */
async function hearsAnybodyNothing(tx: Tx, pairingId: string): Promise<boolean> {
  const said = await tx
    .selectFrom('checkInAnswer as said')
    .innerJoin('checkIn as asked', 'asked.id', 'said.checkInId')
    .innerJoin('pairingMember as member', (join) =>
      join
        .onRef('member.pairingId', '=', 'asked.pairingId')
        .onRef('member.applicationId', '=', 'asked.applicationId'),
    )
    .where('asked.pairingId', '=', pairingId)
    .where('member.endedAt', 'is', null)
    .distinctOn('asked.applicationId')
    .select('said.answer')
    .orderBy('asked.applicationId')
    .orderBy('said.id', 'desc')
    .execute()
  return said.some(({ answer }) => answer === 'not-yet' || answer === 'help')
}
