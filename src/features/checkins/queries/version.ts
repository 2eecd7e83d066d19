import { type Db, rowVersions } from '../../../db/index.ts'

/**
 * Another value once anything has changed of how pairs get on: who is paired, what they were asked and said, who is away,
 * and their cases. The database tells it, so nobody has to remember to; the clock is not in it.
 *
 * @source migrations/0074-pair-changes.sql
 */
export async function pairVersion(db: Db): Promise<string> {
  const row = await db
    .selectFrom('pairChange')
    .select(rowVersions('pair_change').as('version'))
    .executeTakeFirst()
  return row?.version ?? ''
}
