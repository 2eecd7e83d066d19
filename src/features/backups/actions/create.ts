import { Readable } from 'node:stream'
import type { Tx } from '../../../db/index.ts'
import { snapshot } from '../../../db/rows/index.ts'
import type { App } from '../../../platform/app.ts'
import { backupOf, outlived, passingKey, placeOf, type Waiting } from '../../../platform/backups/index.ts'
import { note } from '../../../platform/journal.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { version } from '../../../platform/version.ts'
import { withPictures } from '../../media/index.ts'
import { type MadeBackup, madeAtOf, nameOf } from '../backup.ts'
import { newestVerified } from '../queries/backups.ts'
import { tablesLeftOut } from '../queries/left-out.ts'
import { waitingJobs } from '../queries/waiting.ts'

/**
 * Makes a backup of the whole network as it stands, while others go on working, and lets old ones go.
 *
 * @param tell hears the name of each table when it is done
 * @throws Conflict `backup-no-room` when the disk fills on the way; nothing of the file is left then
 * @returns the backup, and a key that opens it and is kept nowhere: by it, the one who made it can try it
 */
export async function createBackup(app: App, tell?: Tell): Promise<Written> {
  const written = await writeBackup({ ...app, url: app.queue.url }, tell)
  await rememberBackup(app, written.backup)
  await letGo(app)
  return written
}

type Tell = (table: string, rows: number) => void
type Written = { backup: MadeBackup; identity: string | null }

/** The file alone: of a network that may be of an earlier version, and remembers nothing of it yet. */
export async function writeBackup(
  app: Pick<App, 'config' | 'now' | 'space'> & { url: string },
  tell?: Tell,
): Promise<Written> {
  const { to, publicKey } = app.config.backup
  const madeAt = app.now()
  const since = performance.now()
  const place = placeOf(to)
  const passing = publicKey ? await passingKey() : null
  const recipients = publicKey && passing ? [publicKey, passing.recipient] : []
  const name = nameOf(madeAt, passing !== null)
  let rowCount = 0
  const bytes = await snapshot(app.url, tablesLeftOut, async (seen) => {
    const waiting = await seen.ask<Waiting>(waitingJobs)
    const file = await backupOf(
      seen,
      { version, at: madeAt.toISOString(), waiting, whole: await withPictures(app.config, seen) },
      recipients,
      (table, rows) => {
        rowCount += rows
        tell?.(table, rows)
      },
    )
    return place.put(name, whileRoom(app, file))
  })
  const tookMs = Math.round(performance.now() - since)
  const backup = {
    name,
    place: place.where,
    madeAt,
    tookMs,
    bytes,
    rowCount,
    version,
    encrypted: passing !== null,
  }
  return { backup, identity: passing?.identity ?? null }
}

export const rememberBackup = ({ db }: App, backup: MadeBackup): Promise<void> =>
  db.transaction().execute((tx) => remember(tx, backup))

/** Where the disk fills, others fill it too: a file that is half written gives way. */
export const whileRoom = ({ space }: Pick<App, 'space'>, file: Readable): Readable =>
  Readable.from(
    (async function* () {
      for await (const chunk of file) {
        const { level } = await space.look()
        if (level === 'none') throw new Conflict('backup-no-room')
        yield chunk
      }
    })(),
  )

async function remember(tx: Tx, backup: MadeBackup): Promise<void> {
  const { name, bytes } = backup
  await tx.deleteFrom('backup').where('name', '=', name).execute()
  await tx.insertInto('backup').values(backup).execute()
  await note(tx, backup.madeAt, null, 'backup.made', null, { name, bytes })
}

/** Lets go of backups that newer ones have outlived; the newest that was verified stays in any case. */
async function letGo(app: App): Promise<void> {
  const place = placeOf(app.config.backup.to)
  const verified = await newestVerified(app.db)
  const made = (await place.list('twinleaf-')).flatMap(({ name }) => {
    const at = madeAtOf(name)
    return at && name !== verified?.name ? { name, at } : []
  })
  for (const { name } of outlived(made)) {
    await place.remove(name)
    await app.db.deleteFrom('backup').where('name', '=', name).execute()
  }
}
