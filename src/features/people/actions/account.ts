import type { App } from '../../../platform/app.ts'
import { isUuid } from '../../../platform/ids.ts'
import { leaveList, rejoinList } from '../../../platform/mail/index.ts'
import { allow, NotFound } from '../../../platform/refusals.ts'
import type { Locale } from '../../../platform/words.ts'
import type { Actor } from '../actor.ts'
import { isSignedIn } from '../policy.ts'

export type OwnAccount = { name: string; givenName: string; locale: Locale; zone: string }

/** Corrects what we know of the person who asks. @throws Forbidden to a visitor */
export async function correctAccount(app: App, actor: Actor, account: OwnAccount): Promise<void> {
  allow(isSignedIn(actor))
  await app.db.updateTable('person').set(account).where('id', '=', actor.id).execute()
}

/**
 * Ends one of one's own sessions.
 *
 * @throws Forbidden to a visitor
 * @throws NotFound `not-found` when it is not theirs, or has ended
 */
export async function endOwnSession(app: App, actor: Actor, sessionId: string): Promise<void> {
  allow(isSignedIn(actor))
  if (!isUuid(sessionId)) throw new NotFound('not-found')
  const { numDeletedRows } = await app.db
    .deleteFrom('session')
    .where('id', '=', sessionId)
    .where('personId', '=', actor.id)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new NotFound('not-found')
}

/** Ends all of one's own sessions but the one of this request. @throws Forbidden to a visitor */
export async function endOtherSessions(app: App, actor: Actor, tokenHash: string): Promise<void> {
  allow(isSignedIn(actor))
  await app.db
    .deleteFrom('session')
    .where('personId', '=', actor.id)
    .where('tokenHash', '<>', tokenHash)
    .execute()
}

/** Joins or leaves a mailing list, for instance `topics`. Takes effect at once. @throws Forbidden to a visitor */
export async function chooseMail(app: App, actor: Actor, list: string, isWanted: boolean): Promise<void> {
  allow(isSignedIn(actor))
  const own = { readerId: actor.id, list }
  if (isWanted) await rejoinList(app.db, own)
  else await leaveList(app, app.db, own)
}
