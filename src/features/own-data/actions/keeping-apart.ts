import { Readable } from 'node:stream'
import type { App } from '../../../platform/app.ts'
import { placeOf } from '../../../platform/backups/index.ts'
import { nameOf } from './again.ts'

/** Writes each erasure down where backups are kept: a backup from before it knows nothing of it. */
export async function keepErasuresApart(app: App): Promise<void> {
  const place = placeOf(app.config.backup.to)
  for (const { id, ...erased } of await notApartYet(app)) {
    await place.put(nameOf(id), Readable.from([JSON.stringify(erased)]))
    await app.db.updateTable('erasure').set({ keptApartAt: app.now() }).where('id', '=', id).execute()
  }
}

const notApartYet = async ({ db }: App) => {
  const rows = await db
    .selectFrom('erasure')
    .where('erasedAt', 'is not', null)
    .where('keptApartAt', 'is', null)
    .select(['id', 'personId', 'addressHash', 'otherHashes', 'askedAt', 'erasedAt', 'why'])
    .execute()
  return rows.map(({ addressHash, otherHashes, ...row }) => ({
    ...row,
    addressHash: addressHash.toString('hex'),
    otherHashes: otherHashes.map((hash) => hash.toString('hex')),
  }))
}
