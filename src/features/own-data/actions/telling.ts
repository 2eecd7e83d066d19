import type { App } from '../../../platform/app.ts'
import { sendOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { hashOf, newSecret } from '../../../platform/secret.ts'
import { closedOutEmail } from '../emails.ts'
import { type ClosedOut, closedOut } from '../queries/erasures.ts'

/**
 * Tells whoever asked for a link to sign in, and gets none as their account is being erased, by which button they keep it. It
 * goes to the address alone: the page says the same to everyone.
 *
 * @returns how many were told
 */
export async function tellClosedOut(app: App): Promise<number> {
  const asked = await closedOut(app.db, app.now())
  let told = 0
  for (const one of asked) told += await tellOne(app, one)
  return told
}

/** The secret of the email before is nowhere, so that its button works no more. */
const tellOne = (app: App, to: ClosedOut): Promise<number> =>
  app.db.transaction().execute(async (tx) => {
    const secret = newSecret()
    const { numUpdatedRows } = await tx
      .updateTable('erasure')
      .set({ tokenHash: hashOf(secret) })
      .where('id', '=', to.erasureId)
      .where('takenBackAt', 'is', null)
      .where('erasedAt', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return 0
    const email = closedOutEmail(to, { ...to, secret, isOwn: to.why === 'own' }, await networkIn(app, tx))
    return sendOnce(app, tx, `erasure-closed:${to.erasureId}:${to.requestedAt.getTime()}`, email)
  })
