import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { visitor } from '../../people/index.ts'
import { phaseOf, roundsFor } from '../../rounds/index.ts'
import type { EndedRound } from '../impact.ts'

/** Rounds that have ended, the oldest first, with how many had a partner in them from each country; in two queries. */
export async function endedRounds(db: Db, now: Date): Promise<EndedRound[]> {
  const rounds = (await roundsFor(db, visitor('en'))).filter(
    (round) => round.releasedAt !== null && phaseOf(round, now) === 'ended',
  )
  if (rounds.length === 0) return []
  const counted = await db
    .selectFrom('pairingMember')
    .innerJoin('application', 'application.id', 'pairingMember.applicationId')
    .where(
      'pairingMember.roundId',
      'in',
      rounds.map(({ id }) => id),
    )
    .where('application.country', 'is not', null)
    .groupBy(['pairingMember.roundId', 'application.country'])
    .select(['pairingMember.roundId', sql<string>`application.country`.as('name')])
    .select(sql<number>`count(distinct pairing_member.application_id)::int`.as('count'))
    .execute()
  const byRound = Map.groupBy(counted, ({ roundId }) => roundId)
  return rounds
    .map(({ id, code, startsOn, endsOn }) => ({
      ...{ code, startsOn, endsOn },
      countries: (byRound.get(id) ?? []).map(({ name, count }) => ({ name, count })),
    }))
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
}
