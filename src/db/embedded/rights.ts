/** What our role may do besides its own database, given by the one who may give it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Postgres } from './account.ts'
import { DATABASE, singleUser, write } from './cluster.ts'

/** Stands in a cluster in which all of these have been given; with new ones its number rises. */
const mark = (cluster: string) => join(cluster, 'twinleaf.rights-1')

/** Reading the files while the server runs, ending a log file early, and looking whether indexes find every row. */
const statements = `create schema if not exists amcheck
create extension if not exists amcheck with schema amcheck
grant usage on schema amcheck to ${DATABASE}
grant execute on all functions in schema amcheck to ${DATABASE}
grant execute on function pg_backup_start(text, boolean), pg_backup_stop(boolean), pg_switch_wal() to ${DATABASE}
`

/** Gives the rights to a cluster on which no server runs, also to one that was made before there were such. */
export async function giveRights(cluster: string, postgres: Postgres): Promise<void> {
  if (existsSync(mark(cluster))) return
  await singleUser(cluster, postgres, DATABASE, statements)
  await write(mark(cluster), '', postgres.uid)
}
