import type { App } from '../../../platform/app.ts'
import { sendOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { hashOf } from '../../../platform/secret.ts'
import { makeLink } from '../../../platform/sign-in/index.ts'
import { signInEmail } from '../emails.ts'
import { requestedLink } from '../queries/links.ts'
import { lockPerson } from './standing.ts'

/**
 * Writes the mail with the link that was asked for; nothing when nobody is known, or it was written before. One after the
 * other for each person, and none while their address is changed: of two links that are asked for at once, one works, and
 * it went to the address that is theirs.
 */
export async function answerRequest(app: App, requestId: string): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const found = await requestedLink(tx, requestId)
    if (!found) return
    await lockPerson(tx, found.personId)
    const asked = await requestedLink(tx, requestId)
    if (!asked) return
    const secret = await makeLink({ ...app, db: tx }, asked.personId)
    await tx
      .updateTable('signInRequest')
      .set({ linkHash: hashOf(secret) })
      .where('id', '=', requestId)
      .execute()
    await sendOnce(app, tx, `sign-in:${requestId}`, signInEmail(asked, secret, await networkIn(app, tx)))
  })
}
