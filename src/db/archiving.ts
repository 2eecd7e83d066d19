import { sql } from 'kysely'
import type { Db } from './connection.ts'

/**
 * How the server fares with putting its log away. While it fails it keeps all of the log, and the disk fills.
 *
 * @returns `off` where it does not archive
 */
export async function archiving(db: Db): Promise<'off' | 'well' | 'failing'> {
  const { rows } = await sql<{ mode: string; fails: boolean }>`
    select current_setting('archive_mode') as mode,
           coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) as fails
      from pg_stat_archiver`.execute(db)
  const [row] = rows
  if (!row || row.mode === 'off') return 'off'
  return row.fails ? 'failing' : 'well'
}
