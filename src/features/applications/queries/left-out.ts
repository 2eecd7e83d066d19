import type { Db, Tx } from '../../../db/index.ts'
import { pairKey } from '../duplicates.ts'
import { mendKey } from '../mends.ts'

/** Questions of a round that are not to be answered with the obvious, by `mendKey` and `pairKey`. */
export async function leftOutOf(db: Db | Tx, roundId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('obviousLeftOut')
    .innerJoin('application', 'application.id', 'applicationId')
    .where('roundId', '=', roundId)
    .select(['applicationId', 'otherId', 'kind'])
    .execute()
  return new Set(
    rows.map((row) => (row.otherId === null ? mendKey(row) : pairKey(row.applicationId, row.otherId))),
  )
}
