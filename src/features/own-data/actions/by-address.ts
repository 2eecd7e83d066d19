import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { addressHash, emptyMailsNaming, sendOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { hashOf, newSecret } from '../../../platform/secret.ts'
import { addressLinkEmail } from '../emails.ts'
import { type Keeping, whyOf } from '../erasure.ts'
import { hasAccount, isKept, openLink } from '../queries/by-address.ts'
import { eraseRows, neutralName } from './erasing.ts'

/**
 * Emails the link that was asked for: to whoever has an account the way to sign in, to others where something is kept, and to
 * nobody else. Run again, it sends nothing more.
 */
export async function tellByAddress(app: App, linkId: string): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const link = await tx
      .selectFrom('addressLink')
      .selectAll()
      .where('id', '=', linkId)
      .where('tokenHash', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!link) return
    const isMember = await hasAccount(tx, link.emailKey)
    if (!isMember && !(await isKept(tx, app.ownData.tables, link.emailKey))) return
    const secret = newSecret()
    await tx
      .updateTable('addressLink')
      .set({ tokenHash: hashOf(secret) })
      .where('id', '=', linkId)
      .execute()
    const email = addressLinkEmail(link, {
      secret: isMember ? null : secret,
      network: await networkIn(app, tx),
    })
    await sendOnce(app, tx, `address-link:${linkId}:${link.askedAt.getTime()}`, email)
  })
}

/**
 * Erases all that is kept under the address of a link, at once: its holder has read the mail of that address.
 *
 * @param keeps whether what readers have stays, without the name
 * @throws NotFound `no-such-address-link`
 * @source docs/decisions/0080-without-an-account.md
 */
export async function eraseByAddress(app: App, secret: string, keeps: Keeping): Promise<void> {
  const now = app.now()
  await app.db.transaction().execute(async (tx) => {
    const { email, emailKey: key } = await openLink(tx, secret, now)
    const hashes = [addressHash(app, email), addressHash(app, key)]
    const { id } = await tx
      .insertInto('erasure')
      .values({
        ...{
          personId: sql<string>`gen_random_uuid()`,
          addressHash: addressHash(app, key),
          otherHashes: hashes,
        },
        ...{ askedAt: now, erasedAt: now, why: whyOf[keeps] },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await eraseAddress(app, tx, { email, key, keeps })
    await note(tx, now, null, 'address.erased', id, { keeps })
  })
}

/** Lets go of all that is kept under an address that has no account, as each table says of itself. */
export async function eraseAddress(
  app: App,
  tx: Tx,
  { email, key, keeps }: { email: string; key: string; keeps: Keeping },
): Promise<void> {
  await emptyMailsNaming(tx, { written: [email], keys: [] })
  for (const leave of app.ownData.leavingAddress) await leave(app, tx, key, keeps)
  const neutral = await neutralName(tx)
  for (const [table, data] of Object.entries(app.ownData.tables).reverse())
    if (data.ofAddress)
      await eraseRows(tx, table, data, { rows: data.ofAddress(key), neutral, personId: null })
}
