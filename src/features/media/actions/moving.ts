import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { daysBefore } from '../../../platform/days.ts'
import { requireRoom } from '../../../platform/space.ts'
import { type FileName, filesHere, filesThere, isFile, isUnneeded } from '../queries/pictures.ts'
import { digestOf, objectBytes, objectName, pictureStore, requireStore } from '../queries/store.ts'

/** How many files of pictures moved, and their size in bytes. */
export type Moved = { files: number; bytes: number }

/**
 * Moves files of pictures from the database into the store. Each moves by itself: whatever ends this on the way, its bytes
 * are in the one place or the other.
 *
 * @param most how many at most
 * @throws StoreFails
 */
export async function moveToStore(app: App, most: number): Promise<Moved> {
  return inAll(await filesHere(app.db, most), (file) => putAway(app, file))
}

/** They leave the database only once the store has given them back: until then they are kept here alone. */
async function putAway(app: App, file: FileName): Promise<number> {
  const { db, config } = app
  const store = requireStore(config)
  const here = await db.selectFrom('mediaFile').select('bytes').where(isFile(file)).executeTakeFirst()
  if (!here?.bytes) return 0
  const object = { id: randomUUID(), sha256: digestOf(here.bytes) }
  await db
    .insertInto('mediaObject')
    .values({ ...object, size: here.bytes.length })
    .execute()
  await store.put(objectName(object.id), here.bytes)
  await objectBytes(config, object)
  await db
    .updateTable('mediaFile')
    .set({ bytes: null, objectId: object.id })
    .where(isFile(file))
    .where('objectId', 'is', null)
    .execute()
  return here.bytes.length
}

/**
 * Moves files of pictures from the store back into the database, in the same way.
 *
 * @throws StoreFails
 * @throws Conflict `short-of-room`
 */
export async function moveToDatabase(app: App, most: number): Promise<Moved> {
  const { db, config, space } = app
  return inAll(await filesThere(db, most), async ({ id, sha256 }) => {
    await requireRoom(space)
    const bytes = await objectBytes(config, { id, sha256 })
    await db.updateTable('mediaFile').set({ bytes, objectId: null }).where('objectId', '=', id).execute()
    return bytes.length
  })
}

async function inAll<One>(files: readonly One[], move: (file: One) => Promise<number>): Promise<Moved> {
  let bytes = 0
  for (const file of files) bytes += await move(file)
  return { files: files.length, bytes }
}

/**
 * Removes from the store what no picture has named for a day: those that are gone or were moved, and what came there before
 * something ended on the way. A day, because a backup that is being made still reads what was named when it began. Only what
 * this database put there itself is ever removed: two networks may share a store.
 *
 * @throws StoreFails
 */
export async function sweepStore({ db, config, now }: App): Promise<void> {
  const store = pictureStore(config)
  if (!store) return
  const at = now()
  await db
    .updateTable('mediaObject')
    .set({ unneededSince: at })
    .where('unneededSince', 'is', null)
    .where(isUnneeded)
    .execute()
  await db
    .updateTable('mediaObject')
    .set({ unneededSince: null })
    .where('unneededSince', 'is not', null)
    .where((eb) => eb.not(isUnneeded(eb)))
    .execute()
  const gone = await db
    .selectFrom('mediaObject')
    .select('id')
    .where('unneededSince', '<=', daysBefore(at, 1))
    .where('leftAloneSince', 'is', null)
    .execute()
  for (const { id } of gone) {
    await store.remove(objectName(id))
    await db.deleteFrom('mediaObject').where('id', '=', id).execute()
  }
}

/**
 * Leaves alone what is in the store, in a network that was brought back to a minute and is settled: the one that it came
 * from may go on, and use all of it.
 */
export async function leaveObjects(tx: Tx, at: Date): Promise<void> {
  await tx
    .updateTable('mediaObject')
    .set({ leftAloneSince: at })
    .where('leftAloneSince', 'is', null)
    .execute()
}
