import { text } from 'node:stream/consumers'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import type { Place } from '../../../platform/backups/index.ts'
import { type WrittenErasure, writtenErasure } from '../schema.ts'
import { erasePerson } from './erasing.ts'

const folder = 'erasures/'

/** The file of one erasure, beside the backups. */
export const nameOf = (id: string) => `${folder}${id}.json`

/** Someone who was erased, as it was written down. */
export type Erased = WrittenErasure & { id: string }

/** Everyone who was erased, as it is written down beside the backups. */
export async function erasuresBeside(place: Pick<Place, 'get' | 'list'>): Promise<Erased[]> {
  const files = (await place.list(folder)).filter(({ name }) => name.endsWith('.json'))
  const all: Erased[] = []
  for (const { name } of files) {
    const id = name.slice(folder.length, -'.json'.length)
    all.push({ id, ...writtenErasure.parse(JSON.parse(await text(await place.get(name)))) })
  }
  return all
}

/**
 * Erases again whom a restored backup has brought back, before anyone sees it.
 *
 * @returns how many came back
 */
export async function eraseAgain(app: App, tx: Tx, all: readonly Erased[]): Promise<number> {
  let back = 0
  for (const { id, addressHash, otherHashes, ...erased } of all) {
    const hashes = { addressHash: fromHex(addressHash), otherHashes: otherHashes.map(fromHex) }
    const row = { ...erased, ...hashes, keptApartAt: app.now() }
    await tx
      .deleteFrom('erasure')
      .where('personId', '=', erased.personId)
      .where('erasedAt', 'is', null)
      .execute()
    await tx
      .insertInto('erasure')
      .values({ id, ...row })
      .onConflict((known) => known.column('id').doUpdateSet({ ...row, tokenHash: null, takenBackAt: null }))
      .execute()
    const person = await tx
      .selectFrom('person')
      .where('id', '=', erased.personId)
      .where('erasedAt', 'is', null)
      .select('id')
      .executeTakeFirst()
    if (person) await erasePerson(app, tx, person.id)
    if (person) back += 1
  }
  return back
}

const fromHex = (hash: string) => Buffer.from(hash, 'hex')
