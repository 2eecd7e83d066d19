import { type RawBuilder, sql } from 'kysely'
import { type Db, pendingMigrations, unknownMigrations } from '../../db/index.ts'
import { brokenJournalRow } from '../../platform/journal.ts'
import { migrationsFolder } from '../../platform/version.ts'
import { refuseVersion } from '../no-database.ts'
import { type Finding, well, wrong } from './finding.ts'

/** @param clock the machine's own */
export async function lookAtDatabase(db: Db, clock: () => Date): Promise<Finding[]> {
  const access = [await version(db), await rights(db)]
  if (access.some(({ ok }) => !ok)) return access
  const settled = await schema(db)
  const settings = [...access, await durability(db), await time(db, clock), settled]
  return settled.ok ? [...settings, await journal(db)] : settings
}

async function only<Row>(db: Db, query: RawBuilder<Row>): Promise<Row> {
  const [row] = (await query.execute(db)).rows
  if (!row) throw new Error('The database gave no row where there always is one.')
  return row
}

async function version(db: Db): Promise<Finding> {
  const row = await only(
    db,
    sql<{ name: string; number: number }>`
      select current_setting('server_version') as name, current_setting('server_version_num')::int as number`,
  )
  refuseVersion(row.number)
  return well('database', `PostgreSQL ${row.name} answers`)
}

/** Anyone who migrates must own the tables and may make new ones. */
async function rights(db: Db): Promise<Finding> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and not pg_has_role(relowner, 'usage')
    order by relname`.execute(db)
  const { who, base, may } = await only(
    db,
    sql<{ who: string; base: string; may: boolean }>`
      select current_user as who, current_database() as base,
        has_database_privilege(current_database(), 'create') and has_schema_privilege('public', 'create') as may`,
  )
  if (!may)
    return wrong(
      'rights',
      `${who} may not make tables in ${base}`,
      `alter database "${base}" owner to "${who}"`,
    )
  if (rows.length > 0)
    return wrong(
      'rights',
      `${who} does not own ${rows.map(({ name }) => name).join(', ')}`,
      `alter table … owner to "${who}", for each`,
    )
  return well('rights', `${who} owns all tables and may make new ones`)
}

/** Settings without which an answer that was given could be lost, or damage go unseen. */
async function durability(db: Db): Promise<Finding> {
  const names = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums']
  const { rows } = await sql<{ name: string }>`
    select name from pg_settings where setting = 'off' and name in (${sql.join(names)}) order by name`.execute(
    db,
  )
  const off = rows.map(({ name }) => name)
  if (off.length === 0) return well('durability', 'what was answered is on disk, with checksums')
  const isSums = off.join() === 'data_checksums'
  return wrong(
    'durability',
    `off: ${off.join(', ')}`,
    isSums
      ? 'stop PostgreSQL and run pg_checksums --enable'
      : 'turn them on in postgresql.conf, and reload it',
  )
}

/** In milliseconds. With more, links end too early, and emails go out at the wrong time. */
const farthestApart = 5_000

async function time(db: Db, clock: () => Date): Promise<Finding> {
  const before = clock().getTime()
  const { at } = await only(db, sql<{ at: Date }>`select clock_timestamp() as at`)
  const after = clock().getTime()
  const apart = Math.max(before - at.getTime(), at.getTime() - after, 0)
  if (apart <= farthestApart)
    return well('clock', `this machine and its database agree on ${at.toISOString()}`)
  return wrong(
    'clock',
    `this machine and its database are ${Math.round(apart / 1000)} s apart`,
    'set both by a time server (timedatectl set-ntp true)',
  )
}

async function schema(db: Db): Promise<Finding> {
  const [newer] = (await unknownMigrations(db, migrationsFolder)).reverse()
  if (newer) return wrong('schema', `a newer Twinleaf made ${newer}`, 'run that version')
  const pending = await pendingMigrations(db, migrationsFolder)
  if (pending.length === 0) return well('schema', 'up to date')
  const named =
    pending.length > 3 ? `${pending.length} migrations, from ${pending[0]} on,` : pending.join(', ')
  return wrong('schema', `${named} to come`, '`twinleaf upgrade --check`')
}

async function journal(db: Db): Promise<Finding> {
  const broken = await brokenJournalRow(db)
  if (broken === null) return well('journal', 'the chain holds')
  return wrong(
    'journal',
    `row ${broken} does not fit the one before`,
    'someone changed the journal in the database: compare it with a backup',
  )
}
