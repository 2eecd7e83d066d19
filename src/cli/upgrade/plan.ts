import { sql } from 'kysely'
import { connect, type Db, pendingMigrations, unknownMigrations } from '../../db/index.ts'
import { newestVerified } from '../../features/backups/index.ts'
import { diskOf, reserveOf } from '../../platform/space.ts'
import { version } from '../../platform/version.ts'
import { lookAtDatabase } from '../doctor/database.ts'
import { type Finding, sayFinding, well, wrong } from '../doctor/finding.ts'
import { type Locked, locksOf, type Pending } from './locks.ts'
import type { World } from './world.ts'

/** What an upgrade would find and do. */
export type Plan = {
  ok: boolean
  findings: Finding[]
  /** Whether anyone else is connected to the database. */
  isInUse: boolean
  pending: (Pending & { rows: Record<string, number> })[]
}

/** Looks at everything an upgrade needs, and touches nothing. */
export async function planOf(world: World): Promise<Plan> {
  const db = connect(world.url, { connections: 2, statementTimeoutMs: 0 })
  try {
    const isInUse = await inUse(db)
    const findings = [
      well('program', `Twinleaf ${version}`),
      ...(await lookAtDatabase(db, world.now)).filter(({ check }) => check !== 'schema'),
      await newer(db, world),
      await wayBack(db),
      await backup(db, world),
      await room(db, world),
    ]
    const ok = findings.every((finding) => finding.ok)
    return { ok, findings, isInUse, pending: ok ? await pendingIn(db, world) : [] }
  } finally {
    await db.destroy()
  }
}

async function inUse(db: Db): Promise<boolean> {
  const { rows } = await sql`
    select from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
       and application_name like 'twinleaf%'`.execute(db)
  return rows.length > 0
}

async function newer(db: Db, { folder }: World): Promise<Finding> {
  const [newest] = (await unknownMigrations(db, folder)).reverse()
  if (newest)
    return wrong('version', `a newer Twinleaf made ${newest}`, 'install that version or a later one')
  return well('version', 'no newer Twinleaf has used this database')
}

/** A copy of the whole database is the way back. */
async function wayBack(db: Db): Promise<Finding> {
  const { rows } = await sql<{ may: boolean; role: string }>`
    select rolcreatedb or rolsuper as may, rolname as role from pg_roles where rolname = current_user`.execute(
    db,
  )
  if (rows[0]?.may) return well('way back', 'a copy of the database can be set aside')
  const advice = `alter role "${rows[0]?.role}" createdb; or make a backup and run \`twinleaf migrate\` yourself`
  return wrong('way back', 'no copy of the database can be set aside', advice)
}

async function backup(db: Db, { now }: World): Promise<Finding> {
  const newest = await newestVerified(db).catch(() => undefined)
  if (!newest) return well('backup', 'none is verified yet; one is made first')
  const hours = Math.floor((now().getTime() - newest.madeAt.getTime()) / 3_600_000)
  return well('backup', `the last verified one is ${hours} h old; another is made first`)
}

/** The copy set aside, the backup, and the trial in which it is restored. */
const timesItsSize = 3

async function room(db: Db, { config }: World): Promise<Finding> {
  const { rows } = await sql<{ size: number }>`select pg_database_size(current_database()) as size`.execute(
    db,
  )
  const { free, disk } = await diskOf(config.dataDir)
  const has = free - reserveOf(disk, config.reserveBytes) / 4
  const needs = (rows[0]?.size ?? 0) * timesItsSize + 100e6
  const note = `up to ${megabytes(needs)} are needed for a while, ${megabytes(has)} are there`
  return needs <= has ? well('room', note) : wrong('room', note, 'make room on the disk of DATA_DIR')
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`

async function pendingIn(db: Db, world: World): Promise<Plan['pending']> {
  const names = await pendingMigrations(db, world.folder)
  if (names.length === 0) return []
  const { rows: done } = await sql<{ name: string }>`select max(name) as name from kysely_migration`.execute(
    db,
  )
  const pending = await locksOf(world, done[0]?.name ?? '')
  return Promise.all(pending.map(async (one) => ({ ...one, rows: await rowsIn(db, one.locks) })))
}

async function rowsIn(db: Db, locks: readonly Locked[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { table } of locks) {
    const { rows } = await sql<{ count: number }>`select count(*) from ${sql.table(table)}`.execute(db)
    counts[table] = rows[0]?.count ?? 0
  }
  return counts
}

/** One line each: what was found, then what is to come. */
export function sayPlan({ findings, pending, isInUse, ok }: Plan): string {
  const come = pending.map(({ name, locks, rows }) => {
    if (locks.length === 0) return `     ${name}: nobody waits`
    const tables = locks.map(({ table, from }) => {
      const who = from === 'everyone' ? 'nobody reads or changes' : 'nobody changes'
      return `${who} ${table} (${rows[table]} rows) while it runs`
    })
    return `     ${name}: ${tables.join('; ')}`
  })
  const end = ok
    ? come.length > 0
      ? 'To come:'
      : 'Nothing is to come: the database is up to date.'
    : 'Mend these first.'
  const stop = isInUse && come.length > 0 ? ['The site is running. Stop it before you upgrade.'] : []
  return [...findings.map(sayFinding), end, ...come, ...stop].join('\n')
}
