import type { Db } from '../../../db/index.ts'
import { visitor } from '../../people/index.ts'
import { phaseOf, type Round, roundsFor } from '../../rounds/index.ts'
import type { Counts } from '../call.ts'

/** Rounds to which anyone can apply now; the newest first. */
export async function openCalls(db: Db, now: Date): Promise<Round[]> {
  const rounds = await roundsFor(db, visitor('en'))
  return rounds.filter((round) => phaseOf(round, now) === 'applying')
}

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
