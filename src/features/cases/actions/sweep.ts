import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { chunks } from '../../../platform/chunks.ts'
import { type PairStanding, standingsOf } from '../../checkins/index.ts'
import { terminal } from '../../people/index.ts'
import { goesOn, openRounds, phaseOf, type Round } from '../../rounds/index.ts'
import type { Kind, Outcome } from '../case.ts'
import { endOf, type Fact, type Fate, factsOf, isHeard } from '../fact.ts'
import { bounces, fatesOf, parted, toldKeys, unreturned } from '../queries/facts.ts'
import { ladderOf } from '../queries/ladder.ts'
import { nudgeSilent } from './nudging.ts'
import { tellFacts } from './opening.ts'

/** Few enough that a worker that is killed loses little, and many enough that a thousand are quick. */
const atOnce = 200

/** What a sweep did: facts told, emails queued, cases closed. */
export type Swept = { facts: number; nudged: number; closed: number }

/**
 * Looks for what is due in all running rounds: what happened in pairings opens cases or joins them, who is silent is asked
 * once more where the ladder says so, and cases that have come to their end by themselves are closed. Running it again, or
 * twice at once, changes nothing.
 *
 * @source docs/decisions/0057-cases.md
 */
export async function sweepCases(app: App): Promise<Swept> {
  const swept = { facts: 0, nudged: 0, closed: 0 }
  for (const round of await runningRounds(app)) {
    const pairs = await standingsOf(app.db, round, app.now())
    swept.facts += await tellAll(app, round, pairs)
    swept.nudged += await nudgeSilent(app, round, pairs)
    swept.closed += await settle(app, round, pairs)
  }
  swept.closed += await closeEnded(app)
  return swept
}

/** Rounds in which somebody may have a partner, and that are not over. */
export async function runningRounds(app: Pick<App, 'db' | 'now'>): Promise<Round[]> {
  const now = app.now()
  const rounds = await openRounds(app.db, terminal, now)
  return rounds.filter((round) => !['draft', 'ended'].includes(phaseOf(round, now)))
}

async function tellAll(app: App, round: Round, pairs: readonly PairStanding[]): Promise<number> {
  const now = app.now()
  const all = [
    ...pairs.flatMap((pair) => factsOf(pair, round.id)),
    ...(await bounces(app.db, [round.id])),
    ...(await unreturned(app.db, [round.id], now)),
    ...(await parted(app.db, { rounds: [round.id] })),
  ]
  const told = await toldKeys(
    app.db,
    all.map(({ key }) => key),
  )
  const fresh = all.filter(({ key }) => !told.has(key))
  const { ladder } = await ladderOf(app.db, round.id)
  let count = 0
  for (const some of byPairing(fresh))
    count += await app.db.transaction().execute((tx) => tellFacts(tx, some, { ladder, now }))
  return count
}

/** In parts, each pairing whole. */
function byPairing(facts: readonly Fact[]): Fact[][] {
  const ofOne = [...Map.groupBy(facts, ({ pairingId }) => pairingId)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [...chunks(ofOne, atOnce)].map((some) => some.flatMap(([, ofPairing]) => ofPairing))
}

/** Closes what has come to its end: who fell silent is in touch, who waited has a partner, or everyone has left. */
async function settle(app: App, round: Round, pairs: readonly PairStanding[]): Promise<number> {
  const open = await openCases(app.db, round.id)
  const pairOf = new Map(pairs.map((pair) => [pair.id, pair]))
  const fates = await fatesOf(
    app.db,
    open.map(({ pairingId }) => pairingId),
  )
  const ends = open.flatMap((one) => {
    const ofPairing = fates.get(one.pairingId) ?? []
    const outcome = endOf(one, ofPairing) ?? (isMended(one, pairOf.get(one.pairingId)) ? 'in-touch' : null)
    const found = one.kind === 'conduct' ? [] : ofPairing.filter((fate) => isPlacedAnew(fate, one.pairingId))
    return outcome || found.length > 0 ? [{ ...one, outcome, found }] : []
  })
  let closed = 0
  for (const some of chunks(ends, atOnce)) closed += await close(app, some)
  return closed
}

/** A round that is over takes its cases along, but for reports. */
async function closeEnded(app: App): Promise<number> {
  const open = await app.db
    .selectFrom('pairingCase')
    .innerJoin('pairing', 'pairing.id', 'pairingCase.pairingId')
    .innerJoin('round', 'round.id', 'pairing.roundId')
    .where('closedAt', 'is', null)
    .where('kind', '<>', 'conduct')
    .where(({ not }) => not(goesOn(app.now())))
    .select('pairingCase.id')
    .orderBy('pairingCase.id')
    .execute()
  let closed = 0
  for (const some of chunks(open, atOnce))
    closed += await close(
      app,
      some.map(({ id }) => ({ id, outcome: 'released', found: [] })),
    )
  return closed
}

const isPlacedAnew = ({ now }: Fate, pairingId: string) => now !== null && now.pairingId !== pairingId

type Open = { id: string; pairingId: string; applicationId: string; kind: Kind; isReachable: boolean }

function isMended({ kind, isReachable }: Open, pair: PairStanding | undefined): boolean {
  if (kind === 'bounce') return isReachable
  return (
    (kind === 'silence' || kind === 'contradiction' || kind === 'absence') &&
    pair !== undefined &&
    isHeard(pair)
  )
}

async function openCases(db: Db, roundId: string): Promise<Open[]> {
  const rows = await db
    .selectFrom('pairingCase')
    .innerJoin('pairing', 'pairing.id', 'pairingCase.pairingId')
    .where('pairing.roundId', '=', roundId)
    .where('closedAt', 'is', null)
    .where('kind', '<>', 'conduct')
    .select(['pairingCase.id', 'pairingId', 'applicationId', 'kind'])
    .select(
      sql<boolean>`not exists (select from pairing_member member
        join person on person.id = member.person_id
        join dead_address dead on dead.address = lower(person.email)
        where member.pairing_id = pairing.id and member.ended_at is null)`.as('isReachable'),
    )
    .orderBy('pairingCase.id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Kind }))
}

type End = { id: string; outcome: Outcome | null; found: readonly Fate[] }

async function close(app: App, ends: readonly End[]): Promise<number> {
  const at = app.now()
  return app.db.transaction().execute(async (tx) => {
    const ids = ends.map(({ id }) => id)
    const open = await tx
      .selectFrom('pairingCase')
      .where('id', 'in', ids)
      .where('closedAt', 'is', null)
      .select('id')
      .orderBy('id')
      .forUpdate()
      .execute()
    const still = new Set(open.map(({ id }) => id))
    const alive = ends.filter(({ id }) => still.has(id))
    const found = alive.flatMap(({ id, found: fates }) =>
      fates.map(({ personId, now }) => ({
        ...{ caseId: id, kind: 'found', personId, at, since: now?.since ?? at },
        key: `found:${id}:${now?.pairingId}:${personId}`,
      })),
    )
    if (found.length > 0)
      await tx
        .insertInto('caseEvent')
        .values(found)
        .onConflict((conflict) => conflict.constraint('case_event_once').doNothing())
        .execute()
    const over = alive.flatMap(({ id, outcome }) => (outcome ? [{ id, outcome }] : []))
    for (const [outcome, some] of Map.groupBy(over, (one) => one.outcome)) {
      const those = some.map(({ id }) => id)
      await tx.updateTable('pairingCase').set({ closedAt: at, outcome }).where('id', 'in', those).execute()
      await tx
        .insertInto('caseEvent')
        .values(those.map((caseId) => ({ caseId, kind: 'closed', what: outcome, at })))
        .execute()
    }
    return over.length
  })
}
