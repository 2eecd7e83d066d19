import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import type { Db } from './connection.ts'

/** The numbered SQL files of a folder, each run whole in the migrator's transaction. */
function sqlFiles(folder: string): MigrationProvider {
  return {
    async getMigrations() {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
      const migrations = names.map(async (name): Promise<[string, Migration]> => {
        const text = await readFile(join(folder, name), 'utf8')
        return [name.slice(0, -'.sql'.length), { up: async (db) => void (await sql.raw(text).execute(db)) }]
      })
      return Object.fromEntries(await Promise.all(migrations))
    },
  }
}

const migrator = (db: Db, folder: string) =>
  new Migrator({ db: db.withoutPlugins(), provider: sqlFiles(folder) })

/**
 * Brings the database to the newest schema. Safe to call from several processes at once: an advisory lock
 * makes the others wait, and the whole step is one transaction.
 *
 * @returns the names of the migrations that were run, in order.
 */
export async function migrateToLatest(db: Db, folder: string): Promise<string[]> {
  const { error, results } = await migrator(db, folder).migrateToLatest()
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}

/** Brings an empty database to an earlier schema. @param last name of the last migration that it had */
export async function migrateUpTo(db: Db, folder: string, last: string): Promise<void> {
  const { error } = await migrator(db, folder).migrateTo(last)
  if (error) throw error
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
  const { rows: tables } = await sql`
    select from information_schema.tables where table_name = 'kysely_migration'`.execute(db)
  if (tables.length === 0) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name).filter((name) => !known.has(name))
}
