import type { Db } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { csvOf } from '../../../platform/csv.ts'
import { note } from '../../../platform/journal.ts'
import { allow } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import type { ReserveReason } from '../../scenarios/index.ts'
import { mayMatch, proposalOfRound } from '../../scenarios/index.ts'
import {
  introducedOf,
  livingPairings,
  type Participant,
  participantsByIds,
  reservedOf,
} from '../queries/introductions.ts'
import { type Because, freePeople } from '../queries/rematch.ts'

type ExportedPerson = Pick<Participant, 'name' | 'email' | 'country' | 'sector' | 'stage'>

export type ExportedPairings = {
  round: string
  /** Number of the scenario: the proposed one, or that of the first release. */
  scenario: number
  state: 'proposed' | 'released'
  pairings: { id: string; score: number; members: ExportedPerson[] }[]
  reserve: (ExportedPerson & { reason: ReserveReason['kind'] | Because })[]
}

/**
 * The pairings of a round with everyone in them, and the reserve: nobody is left out. Before the release as they are
 * proposed; after it as they are now, with everyone who has no partner at this moment. Noted in the journal.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-proposal`
 */
export async function exportPairings(app: App, actor: Actor, code: string): Promise<ExportedPairings> {
  allow(mayMatch(actor))
  const round = await roundByCode(app.db, actor, code)
  const scenario = await proposalOfRound(app.db, round.id)
  const isReleased = round.releasedAt !== null
  const { pairings, reserve } = isReleased
    ? await asTheyAre(app.db, round.id)
    : await asProposed(app.db, scenario.id)
  await app.db.transaction().execute((tx) =>
    note(tx, app.now(), actor.id, 'pairings.exported', round.id, {
      pairings: pairings.length,
      reserve: reserve.length,
    }),
  )
  return {
    round: round.code,
    scenario: scenario.number,
    state: isReleased ? 'released' : 'proposed',
    pairings,
    reserve,
  }
}

type Exported = Pick<ExportedPairings, 'pairings' | 'reserve'>

async function asProposed(db: Db, scenarioId: string): Promise<Exported> {
  const groups = await introducedOf(db, scenarioId)
  const reserved = await reservedOf(db, scenarioId)
  return {
    pairings: groups.map(({ pairId, score, members }) => ({
      id: pairId,
      score,
      members: members.map(exported),
    })),
    reserve: reserved.map(({ person, reason }) => ({ ...exported(person), reason: reason.kind })),
  }
}

async function asTheyAre(db: Db, roundId: string): Promise<Exported> {
  const living = await livingPairings(db, roundId)
  const free = await freePeople(db, { id: roundId })
  const people = await participantsByIds(
    db,
    free.map(({ applicationId }) => applicationId),
  )
  const why = new Map(free.map((one) => [one.applicationId, one.reason?.kind ?? one.because]))
  return {
    pairings: living.map(({ id, score, members }) => ({
      id,
      score: score ?? 0,
      members: members.map(exported),
    })),
    reserve: people.map((person) => ({
      ...exported(person),
      reason: why.get(person.applicationId) ?? 'late',
    })),
  }
}

const exported = ({ name, email, country, sector, stage }: Participant): ExportedPerson => ({
  name,
  email,
  country,
  sector,
  stage,
})

const personColumns = ['name', 'email', 'country', 'sector', 'stage'] as const

/** One row for each pairing, with up to three people in it; then one for each person in reserve, with the reason. */
export function asCsv({ round, state, pairings, reserve }: ExportedPairings): string {
  const header = [
    ...['round', 'state', 'pairing', 'score'],
    ...[1, 2, 3].flatMap((place) => personColumns.map((column) => `${column}_${place}`)),
    'reason',
  ]
  const cells = (person: ExportedPerson | undefined) => personColumns.map((column) => person?.[column] ?? '')
  return csvOf(header, [
    ...pairings.map(({ id, score, members }) => [
      ...[round, state, id, score],
      ...[0, 1, 2].flatMap((place) => cells(members[place])),
      '',
    ]),
    ...reserve.map((person) => [
      ...[round, 'reserve', '', ''],
      ...[person, undefined, undefined].flatMap(cells),
      person.reason,
    ]),
  ])
}
