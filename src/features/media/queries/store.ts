import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { changedRows, type Part, type Snapshot } from '../../../db/rows/index.ts'
import type { Config } from '../../../platform/config.ts'
import { type Store, StoreFails, storeAt } from '../../../platform/store.ts'

type Settings = Pick<Config, 'media'>

/** What was put into the store, as `media_object` has it. */
export type StoredObject = { id: string; sha256: Buffer }

/** Nobody waits longer for a picture, so that one store that hangs does not hold up a whole site. In milliseconds. */
const patienceMs = 10_000

/** The store in which bytes of pictures are, by the settings; null for none. */
export const pictureStore = ({ media }: Settings): Store | null =>
  media.store && storeAt(media.store, 'pictures', patienceMs)

/** @throws StoreFails where the settings name none */
export function requireStore(settings: Settings): Store {
  const store = pictureStore(settings)
  if (!store) throw new StoreFails('Pictures are in a store, and MEDIA_TO does not say where it is')
  return store
}

export const objectName = (id: string) => `pictures/${id}`

export const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/**
 * The bytes of a picture from the store, just as they were put there.
 *
 * @throws StoreFails when it cannot be reached, has lost them, or gives others
 */
export async function objectBytes(settings: Settings, { id, sha256 }: StoredObject): Promise<Buffer> {
  const bytes = await requireStore(settings).bytes(objectName(id))
  if (digestOf(bytes).equals(sha256)) return bytes
  throw new StoreFails(`The store for pictures gave other bytes for ${objectName(id)} than were put there`)
}

/**
 * Has a backup hold all pictures: the rows of those in the store leave as if their bytes were in the database, which is
 * where they are after a restore.
 *
 * @param seen also of an earlier version, which knew of no store
 * @source docs/decisions/0081-pictures-in-a-store.md
 */
export async function withPictures(
  settings: Settings,
  seen: Snapshot,
): Promise<(part: Part, rows: Readable) => AsyncIterable<Buffer>> {
  const columns = seen.parts.find(({ table }) => table === 'media_file')?.columns ?? []
  const [inStore, inDatabase] = [columns.indexOf('object_id'), columns.indexOf('bytes')]
  if (inStore < 0) return (_part, rows) => rows
  const objects = await seen.ask<StoredObject>('select id, sha256 from media_object')
  const sums = new Map(objects.map(({ id, sha256 }) => [id, sha256]))
  return (part, rows) => {
    if (part.table !== 'media_file') return rows
    return changedRows(rows, async (values) => {
      const id = asUuid(values[inStore] ?? null)
      const sha256 = id && sums.get(id)
      if (!id || !sha256) return values
      return values.with(inDatabase, await objectBytes(settings, { id, sha256 })).with(inStore, null)
    })
  }
}

/** As `copy` has it: sixteen bytes. */
const asUuid = (value: Buffer | null): string | null =>
  value?.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') ?? null
