import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import type { Db } from './connection.ts'
import { migratorsTables } from './dialect.ts'

/** Hears of each migration while what it has locked is still locked; of one outside a transaction, once it is done. */
export type Watch = (db: Db, name: string) => Promise<void>

/** How long a migration waits for others to let go of a table; they wait behind it. Then it steps aside, and asks again. */
const waitsMs = 1_000
/** Nobody waits behind one outside a transaction, which waits for all who began before it. */
const waitsOutsideMs = 600_000
const triesAtMost = 60
const restsMs = 500

/** The numbered SQL files of a folder. */
function sqlFiles(folder: string, watch: Watch = async () => {}): MigrationProvider {
  return {
    async getMigrations() {
      const migrations = (await sqlNames(folder)).map((name): [string, Migration] => [
        name,
        {
          async up(db) {
            const text = await textOf(folder, name)
            await (isOutside(text) ? runOutside(db, text) : runInside(db, text))
            await watch(db, name)
          },
        },
      ])
      return Object.fromEntries(migrations)
    },
  }
}

const textOf = (folder: string, name: string) => readFile(join(folder, `${name}.sql`), 'utf8')

const sqlNames = async (folder: string) =>
  (await readdir(folder))
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => file.slice(0, -'.sql'.length))

/** By its first line, a migration says that it cannot run in a transaction, as an index that is built beside the traffic. */
const isOutside = (text: string) => /^-- Outside a transaction\b/.test(text)

async function runInside(db: Db, text: string): Promise<void> {
  await sql`set local lock_timeout = ${sql.lit(waitsMs)}`.execute(db)
  await sql`set local statement_timeout = 0`.execute(db)
  await sql.raw(text).execute(db)
}

/** One statement after the other. An index that was cut off while it was built is of no use, and in the way. */
async function runOutside(db: Db, text: string): Promise<void> {
  await sql`set lock_timeout = ${sql.lit(waitsOutsideMs)}`.execute(db)
  await sql`set statement_timeout = 0`.execute(db)
  try {
    const { rows } = await sql<{ name: string }>`
      select indexrelid::regclass::text as name from pg_index join pg_class on pg_class.oid = indexrelid
       where not indisvalid and relnamespace = 'public'::regnamespace`.execute(db)
    for (const { name } of rows) await sql.raw(`drop index concurrently ${name}`).execute(db)
    for (const statement of text.split(/;\s*$/m).filter((part) => part.replace(/^--.*$/gm, '').trim()))
      await sql.raw(statement).execute(db)
  } finally {
    await sql`reset lock_timeout`.execute(db)
    await sql`reset statement_timeout`.execute(db)
  }
}

const migrator = (db: Db, folder: string, watch?: Watch) =>
  new Migrator({ db: db.withoutPlugins(), provider: sqlFiles(folder, watch) })

/** Any number will do, as long as it stays the same. */
const migrationLock = 20_160_301

/**
 * Brings the database to the newest schema, one migration after the other, each whole or not at all; cut off, it goes on
 * where it was. Safe to call from several processes at once: the others wait. Nobody who uses the database waits long;
 * nobody uses one that is new, which takes many migrations at once.
 *
 * @returns the names of the migrations that were run, in order.
 * @source docs/decisions/0030-upgrades.md
 */
export async function migrateToLatest(db: Db, folder: string, watch?: Watch): Promise<string[]> {
  while (true) {
    const done = await db.transaction().execute(async (holding) => {
      if (!(await isOurs(holding))) return null
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(holding)
      const pending = await pendingMigrations(db, folder)
      const isNew = pending.length === (await sqlNames(folder)).length
      for (const one of await stepsOf(folder, pending, isNew))
        await patiently(() => step(db, { ...one, watch }))
      return pending
    })
    if (done) return done
    await pause(restsMs)
  }
}

/**
 * Each asks in a transaction of its own, which ends with a no: an index that is built waits for every transaction that
 * looked at the database meanwhile, and one that waits for us would never end. So would a parameter's.
 */
async function isOurs(holding: Db): Promise<boolean> {
  const { rows } = await sql<{ ours: boolean }>`
    select pg_try_advisory_xact_lock(${sql.lit(migrationLock)}) as ours`.execute(holding)
  return rows[0]?.ours === true
}

/** @param name of the last migration that one transaction takes, or of the only one outside of any */
type Step = { folder: string; name: string; isOutside: boolean }

/** One migration is one step. On a new database those that stand between two outside a transaction are one together. */
async function stepsOf(folder: string, pending: readonly string[], isNew: boolean): Promise<Step[]> {
  const steps: Step[] = []
  for (const name of pending) {
    const text = await textOf(folder, name)
    const next = { folder, name, isOutside: isOutside(text) }
    const joins = isNew && !next.isOutside && steps.at(-1)?.isOutside === false
    if (joins) steps.pop()
    steps.push(next)
  }
  return steps
}

async function step(db: Db, { folder, watch, name, isOutside }: Step & { watch?: Watch }): Promise<void> {
  const { error } = await migrator(db, folder, watch).migrateTo(name, { disableTransactions: isOutside })
  if (error) throw error
}

/** A table that others hold is asked for again. */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if ((error as { code?: string }).code !== '55P03' || tries === triesAtMost) throw error
      await pause(restsMs)
    }
  }
}

/** Brings an empty database to an earlier schema. @param last name of the last migration that it had */
export async function migrateUpTo(db: Db, folder: string, last: string): Promise<void> {
  const wanted = (await pendingMigrations(db, folder)).filter((name) => name <= last)
  for (const one of await stepsOf(folder, wanted, true)) await step(db, one)
}

/** Names of all migrations that this program knows, in order. */
export async function knownMigrations(db: Db, folder: string): Promise<string[]> {
  const all = await migrator(db, folder).getMigrations()
  return all.map(({ name }) => name)
}

/** Names of the migrations that the database still lacks, in order. */
export async function pendingMigrations(db: Db, folder: string): Promise<string[]> {
  const all = await migrator(db, folder).getMigrations()
  return all.filter((migration) => !migration.executedAt).map((migration) => migration.name)
}

/** Names of migrations that the database has and this program does not know: a newer one made them. */
export async function unknownMigrations(db: Db, folder: string): Promise<string[]> {
  const known = new Set(Object.keys(await sqlFiles(folder).getMigrations()))
  if ((await migratorsTables(db)).length === 0) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name).filter((name) => !known.has(name))
}
