import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { allow } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { mayDo } from '../policy.ts'
import { lockPost } from './writing.ts'

// Parts of the actions of others, in their transaction; they ask who may.

/** Sets the instant from which a post is public; null makes it a draft again. Whatever a pause remembered of it is settled by that. */
export async function setPublishAt(tx: Tx, id: string, publishAt: Date | null): Promise<void> {
  await tx.deleteFrom('postHeld').where('postId', '=', id).execute()
  await tx
    .updateTable('post')
    .set(publishAt === null ? { publishAt, stage: 'drafting' } : { publishAt })
    .where('id', '=', id)
    .execute()
}

/** Takes a public post back: its address is kept and says so, the feeds drop it. */
export const withdrawPost = (app: App, tx: Tx, id: string, because = '') =>
  setWithdrawnAt(app, tx, id, { withdrawnAt: app.now(), withdrawnBecause: because })

/** Makes a withdrawn post public again, with the day on which it first came out. */
export const restorePost = (app: App, tx: Tx, id: string) =>
  setWithdrawnAt(app, tx, id, { withdrawnAt: null, withdrawnBecause: '' })

async function setWithdrawnAt(
  app: App,
  tx: Tx,
  id: string,
  how: { withdrawnAt: Date | null; withdrawnBecause: string },
): Promise<void> {
  await tx
    .updateTable('post')
    .set({ ...how, updatedAt: app.now() })
    .where('id', '=', id)
    .execute()
}

/**
 * Says to which text of a post its author outside the office agreed.
 *
 * @param number 0 for none: then it does not come out; null when nobody outside is asked any more
 */
export async function setAgreement(tx: Tx, id: string, number: number | null): Promise<void> {
  await tx.updateTable('post').set({ agreedRevision: number }).where('id', '=', id).execute()
}

/** Says under which licence a text may appear, where its author has said so; null for that of the network. */
export async function setLicence(tx: Tx, id: string, licence: string | null): Promise<void> {
  await tx.updateTable('post').set({ licence }).where('id', '=', id).execute()
}

/** Nobody lets a post come out that they submitted for review. @throws Forbidden, NotFound `no-such-post` */
export async function refuseOwnReview(tx: Tx, actor: Actor, id: string): Promise<void> {
  allow(mayDo(actor, { act: 'approve', post: await lockPost(tx, id) }))
}
