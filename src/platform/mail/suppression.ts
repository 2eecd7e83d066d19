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

type Reason = 'bounce' | 'complaint' | 'request'

/** Writes to an address no more, whatever the mail is. */
export const suppress = (app: Outside, tx: Db | Tx, address: string, reason: Reason): Promise<void> =>
  suppressHash(app, tx, addressHash(app, address), reason)

/** `suppress` for an address that is no longer kept. */
export async function suppressHash(
  { now }: Pick<Outside, 'now'>,
  tx: Db | Tx,
  hash: Buffer,
  reason: Reason,
): Promise<void> {
  await tx
    .insertInto('suppression')
    .values({ addressHash: hash, reason, createdAt: now() })
    .onConflict((conflict) => conflict.column('addressHash').doNothing())
    .execute()
}

/**
 * @param because only where that is why; whatever the reason without it
 * @returns whether the address was suppressed and may be written to again now
 */
export async function unsuppress(
  app: Outside,
  tx: Db | Tx,
  address: string,
  because?: Reason,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('suppression')
    .where('addressHash', '=', addressHash(app, address))
    .$if(because !== undefined, (found) => found.where('reason', '=', because ?? ''))
    .executeTakeFirst()
  return numDeletedRows > 0n
}
