/**
 * Where the server puts each file of its log once it is full, so that the database can be brought back to any minute.
 * While the folder is there, every server on the directory fills it, whoever starts it: a log with a gap is worth nothing.
 */
import { existsSync } from 'node:fs'
import { chown, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Postgres } from './account.ts'

export const archiveIn = (dataDir: string) => join(dataDir, 'archive')

/** A quiet network's log file is ended after so long, so that no more than that is lost with the machine. */
const seconds = 240

/** @param wanted left out, it stays as it is */
export async function prepareArchive(
  dataDir: string,
  postgres: Postgres,
  wanted: boolean | undefined,
): Promise<Record<string, string>> {
  const folder = archiveIn(dataDir)
  if (wanted === false) await rm(folder, { recursive: true, force: true })
  if (wanted) await mkdir(folder, { recursive: true, mode: 0o700 })
  if (!existsSync(folder)) return {}
  await chown(folder, postgres.uid, -1)
  return {
    archive_mode: 'on',
    archive_library: 'basic_archive',
    archive_timeout: `${seconds}s`,
    'basic_archive.archive_directory': folder,
  }
}
