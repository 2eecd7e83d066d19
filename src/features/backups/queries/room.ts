import { stat } from 'node:fs/promises'
import { sql } from 'kysely'
import type { App } from '../../../platform/app.ts'
import { diskOf } from '../../../platform/space.ts'

/** Which parts of making a backup there is room for, and what all of it needs and has, in megabytes. */
export type BackupRoom = { forFile: boolean; forTrial: boolean; needs: number; has: number }

/** A server of its own with nothing in it, and its log. */
const emptyServer = 96e6

/**
 * Looks whether there is room for a backup where it is kept, and for its trial where the database is.
 *
 * @param leaves how much of the reserve must stay: all of it, or, for someone who asks, the last quarter
 */
export async function backupRoom(app: App, leaves: 'all' | 'last quarter'): Promise<BackupRoom> {
  const size = await databaseSize(app)
  // Rows alone, compressed, take far less than half of what the database does with its indexes.
  const [file, trial] = [size / 2, size * 1.2 + emptyServer]
  const { free, reserve } = await app.space.look()
  const room = free - (leaves === 'all' ? reserve : reserve / 4)
  const { to } = app.config.backup
  const elsewhere = typeof to === 'string' ? await elsewhereFree(app, to) : Number.POSITIVE_INFINITY
  const isHere = elsewhere === null
  const needs = trial + (isHere ? file : 0)
  return {
    forFile: file <= (isHere ? room : elsewhere),
    forTrial: needs <= room,
    needs: Math.ceil(needs / 1e6),
    has: Math.max(0, Math.floor(room / 1e6)),
  }
}

/** With the pictures that are in a store: a backup brings them along. */
async function databaseSize({ db }: App): Promise<number> {
  const { rows } = await sql<{ size: number }>`
    select pg_database_size(current_database()) + coalesce((select sum(size) from media_object), 0)::bigint as size`.execute(
    db,
  )
  return rows[0]?.size ?? 0
}

/** What is free in a folder on another disk; null for one that shares ours, or is not there yet. */
async function elsewhereFree({ config }: App, folder: string): Promise<number | null> {
  const theirs = await stat(folder).catch(() => null)
  const ours = await stat(config.dataDir)
  return theirs && theirs.dev !== ours.dev ? (await diskOf(folder)).free : null
}
