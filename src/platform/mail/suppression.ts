import { createHmac } from 'node:crypto'
import { domainToASCII } from 'node:url'
import type { Db, Tx } from '../../db/index.ts'
import type { Outside } from './outside.ts'

/** An address as a keyed hash: a person who was erased stays unwritten to, and the address is not kept. */
export const addressHash = (app: Outside, address: string): Buffer =>
  createHmac('sha256', app.config.secret)
    .update(`suppression ${normalForm(address)}`)
    .digest()

/** Lower case, with the domain as the network writes it. */
function normalForm(address: string): string {
  const written = address.trim().normalize('NFC').toLowerCase()
  const at = written.lastIndexOf('@')
  const domain = written.slice(at + 1)
  return `${written.slice(0, at + 1)}${domainToASCII(domain) || domain}`
}

/** Writes to an address no more, whatever the mail is. */
export async function suppress(
  app: Outside,
  tx: Db | Tx,
  address: string,
  reason: 'bounce' | 'complaint' | 'request',
): Promise<void> {
  await tx
    .insertInto('suppression')
    .values({ addressHash: addressHash(app, address), reason, createdAt: app.now() })
    .onConflict((conflict) => conflict.column('addressHash').doNothing())
    .execute()
}

/** @returns whether the address was suppressed and may be written to again now. */
export async function unsuppress(app: Outside, tx: Db | Tx, address: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('suppression')
    .where('addressHash', '=', addressHash(app, address))
    .executeTakeFirst()
  return numDeletedRows > 0n
}
