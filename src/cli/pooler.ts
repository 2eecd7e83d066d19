import { sql } from 'kysely'
import { type Db, lendsByTransaction } from '../db/index.ts'
import type { Config } from '../platform/config.ts'
import { NoDatabase, throughPooler } from './no-database.ts'

/**
 * Jobs listen, and migrations and backups hold what lasts longer than a transaction: a pooler of transactions would let
 * it go without a word.
 *
 * @throws NoDatabase
 */
export async function refusePooler({ databaseUrl, directUrl }: Config): Promise<void> {
  const direct = directUrl ?? databaseUrl
  if (direct !== null && (await lendsByTransaction(direct))) throw new NoDatabase(throughPooler)
}

type Place = { base: string; begun: string; limits: string[] }

const place = async (db: Db): Promise<Place | undefined> => {
  const { rows } = await sql<Place>`
    select current_database() as base, pg_postmaster_start_time()::text as begun, array(
      select name from pg_settings where setting = '0' and name in
        ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name) as limits`.execute(
    db,
  )
  return rows[0]
}

/**
 * Both ways must lead to one database. On the one through the pooler we cannot set limits ourselves, and without them a
 * statement that hangs would hold up the site.
 *
 * @throws NoDatabase
 */
export async function compareWays(pooled: Db, direct: Db): Promise<void> {
  const [through, past] = [await place(pooled), await place(direct)]
  if (through?.base !== past?.base || through?.begun !== past?.begun)
    throw new NoDatabase(
      'DATABASE_DIRECT_URL leads to another database than DATABASE_URL. Correct one of them.',
    )
  if (through?.limits.length)
    throw new NoDatabase(
      `Through the pooler, statements have no limit of time: ${through.limits.join(' and ')} must be set by its connect_query. See docs/running/standby.md.`,
    )
}
