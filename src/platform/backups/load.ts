import type { Readable } from 'node:stream'
import { connect, type Db, knownMigrations, migrateToLatest, migrateUpTo } from '../../db/index.ts'
import { fill, UnfitRows } from '../../db/rows/index.ts'
import { Unacceptable } from '../refusals.ts'
import { migrationsFolder } from '../version.ts'
import type { Header, Manifest } from './contents.ts'
import { readBackup } from './read.ts'

/** A backup to be read, from its start each time. */
export type Source = { open(): Promise<Readable> | Readable; identity: string | null }

export type Contents = { header: Header; manifest: Manifest }

/** Reads all of a backup and leaves everything as it is. @throws Unacceptable with a code that begins with `backup-` */
export const checkBackup = async ({ open, identity }: Source): Promise<Contents> =>
  readBackup(await open(), identity)

/**
 * Puts a backup that was checked into an empty database: the schema as it was then, its rows, then the schema as it is
 * now. The rows come in whole or not at all; the schema may be left behind.
 *
 * @param url of a database with nothing in it
 * @param folder of migrations, where they are not the program's own
 * @param leftOut tables that never come from a file, as they are in SQL
 * @param tell hears the name of each table when its rows are in
 * @throws Unacceptable `backup-newer`, `backup-rows-unfit`, `backup-piece-unknown`
 */
export async function loadBackup(
  url: string,
  source: Source,
  { header }: Contents,
  options: { leftOut: readonly string[]; tell?(table: string, rows: number): void; folder?: string },
): Promise<void> {
  const { folder = migrationsFolder } = options
  const own = header.parts.find(({ table }) => options.leftOut.includes(table))
  if (own) throw new Unacceptable('backup-piece-unknown', { name: own.table })
  await withDb(url, (db) => prepare(db, header, folder))
  await sound(() =>
    fill(url, async ({ put }) => {
      await readBackup(await source.open(), source.identity, async (part, bytes) => {
        const rows = await put(part, bytes)
        options.tell?.(part.table, rows)
        return rows
      })
    }),
  )
  await withDb(url, (db) => migrateToLatest(db, folder))
}

/** @throws Unacceptable `backup-newer` for a schema that this program does not know */
async function prepare(db: Db, { migrations, version }: Header, folder: string): Promise<void> {
  const known = await knownMigrations(db, folder)
  if (migrations.some((name, index) => name !== known[index]))
    throw new Unacceptable('backup-newer', { version })
  await migrateUpTo(db, folder, migrations.at(-1) ?? '')
}

async function sound(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof UnfitRows)
      throw new Unacceptable('backup-rows-unfit', { table: error.table, rule: error.message })
    throw error
  }
}

async function withDb<Result>(url: string, use: (db: Db) => Promise<Result>): Promise<Result> {
  const db = connect(url, { connections: 2, statementTimeoutMs: 0 })
  try {
    return await use(db)
  } finally {
    await db.destroy()
  }
}
