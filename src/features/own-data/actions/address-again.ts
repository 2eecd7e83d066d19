import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { addressHash } from '../../../platform/mail/index.ts'
import type { Keeping } from '../erasure.ts'
import { eraseAddress } from './by-address.ts'

type Erased = {
  id: string
  addressHash: Buffer
  otherHashes: Buffer[]
  personId: string
  askedAt: Date
  erasedAt: Date
  why: string
  keptApartAt: Date
}

/**
 * Erases again what a restored backup has brought back under an address without an account. A backup that knows of the erasure
 * is from after it: what it holds of that address came anew.
 *
 * @returns whether anything had come back
 */
export async function addressAgain(app: App, tx: Tx, erased: Erased, keeps: Keeping): Promise<boolean> {
  const added = await tx
    .insertInto('erasure')
    .values(erased)
    .onConflict((known) => known.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return false
  const back = (await addressesKept(tx)).filter(({ key }) => addressHash(app, key).equals(erased.addressHash))
  for (const address of back) await eraseAddress(app, tx, { ...address, keeps })
  return back.length > 0
}

/** All addresses under which something is kept without an account. */
async function addressesKept(tx: Tx): Promise<{ key: string; email: string }[]> {
  const rows = await tx
    .selectFrom('contribution')
    .select(['emailKey', 'email'])
    .union(tx.selectFrom('comment').select(['emailKey', 'email']))
    .union(tx.selectFrom('subscriber').select(['emailKey', 'email']))
    .union(tx.selectFrom('reprint').select(['emailKey', 'email']))
    .union(tx.selectFrom('reprintAnswer').select(['emailKey', 'email']))
    .execute()
  return rows.flatMap(({ emailKey, email }) => (emailKey && email ? [{ key: emailKey, email }] : []))
}
