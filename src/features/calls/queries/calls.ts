import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import type { Round } from '../../rounds/index.ts'
import { type Counts, type Outcome, toldOutcome } from '../call.ts'
import type { Voice } from '../voice.ts'
import { voicesOf } from './voices.ts'

/** How many ask for a place in a round, or have one, by country. */
export async function countsOf(db: Db, roundId: string): Promise<Counts> {
  const rows = await db
    .selectFrom('application')
    .where('roundId', '=', roundId)
    .where('country', 'is not', null)
    // Anyone may type anyone's address as often as they like.
    .where('unconfirmedSince', 'is', null)
    .where('mergedInto', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('droppedAt', 'is', null)
    .groupBy('country')
    .select((eb) => ['country', eb.fn.countAll<number>().as('applications')])
    .execute()
  return rows.map(({ country, applications }) => ({ country: country ?? '', applications }))
}

/** What became of a round that was released, and what those who took part say of it. */
export type Last = { round: Round; outcome: Outcome; voices: readonly Voice[] }

/** The round itself where its participants were introduced, else the last one before it of which that is true. */
export async function lastBefore(db: Db, rounds: readonly Round[], round: Round): Promise<Last | null> {
  const last = rounds.find(({ startsOn, releasedAt }) => releasedAt !== null && startsOn <= round.startsOn)
  if (!last) return null
  const [outcome, voices] = await Promise.all([outcomeOf(db, last.id), voicesOf(db, last.id)])
  return { round: last, outcome, voices }
}

async function outcomeOf(db: Db, roundId: string): Promise<Outcome> {
  const counts = await db
    .selectFrom('pairingMember')
    .innerJoin('application', 'application.id', 'applicationId')
    .where('pairingMember.roundId', '=', roundId)
    .select([
      sql<number>`count(distinct pairing_member.person_id)::int`.as('people'),
      sql<number>`count(distinct application.country)::int`.as('countries'),
      sql<number>`count(distinct pairing_id)::int`.as('pairings'),
    ])
    .executeTakeFirstOrThrow()
  return toldOutcome(counts)
}
