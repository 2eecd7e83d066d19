import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { refuseWhilePaused } from '../../../platform/network/index.ts'
import { Conflict, NotFound, TooMany } from '../../../platform/refusals.ts'
import { hashOf } from '../../../platform/secret.ts'
import type { Actor } from '../../people/index.ts'
import { takesComments, waitsForSender } from '../comment.ts'
import { addressLimit, networkLimit } from '../limits.ts'
import { mayModerate } from '../policy.ts'
import { type CommentedPost, commentedPost, ruleOf } from '../queries/post.ts'
import { shownId } from '../queries/shown.ts'
import { judge, networkHash } from './judging.ts'
import { askWhoseItIs, tellOfShown } from './telling.ts'

/** A comment as it was read once more by who sends it. */
export type NewComment = {
  name: string
  email: string
  text: string
  follows: boolean
  /** The number of the comment it answers; null for the post. */
  to: number | null
}

/** From where, and by which page: the page is good for one comment. */
export type Coming = { slug: string; network: string; locale: string; once: string }

/**
 * Takes a comment. It appears at once where the rules let it, else it waits: for an editor, or for who reads the mail of its
 * address. Sent twice by one page, it is there once.
 *
 * @throws NotFound `no-such-post`; `no-such-comment` for an answer to one that is not there any more
 * @throws Conflict `network-paused`, `comments-closed`
 * @throws TooMany `too-many`
 */
export async function sendComment(
  app: App,
  actor: Actor,
  comment: NewComment,
  coming: Coming,
): Promise<string> {
  return app.db.transaction().execute(async (tx) => {
    await refuseWhilePaused(tx)
    const post = await commentedPost(tx, app.now(), coming.slug)
    const before = await sentBy(tx, coming.once)
    if (before) return before
    if (!takesComments(post, await ruleOf(tx), app.now())) throw new Conflict('comments-closed')
    await refuseFlood(app, tx, { email: comment.email, network: coming.network })
    const parentId = comment.to === null ? null : await parentOn(tx, post, comment.to)
    const { id, isShown, isForSender } = await add(app, tx, actor, { comment, coming, post, parentId })
    if (isShown) await tellOfShown(app, tx, [id])
    if (isForSender) await askWhoseItIs(app, tx, id)
    return id
  })
}

const sentBy = async (tx: Tx, once: string): Promise<string | undefined> =>
  (await tx.selectFrom('comment').where('onceHash', '=', hashOf(once)).select('id').executeTakeFirst())?.id

/** @throws TooMany `too-many` when one network, or one address, has sent more than people would */
async function refuseFlood(app: App, tx: Tx, { email, network }: { email: string; network: string }) {
  const since = ({ minutes }: { minutes: number }) => new Date(app.now().getTime() - minutes * 60_000)
  const { byNetwork, byAddress } = await tx
    .selectNoFrom((eb) => [
      eb
        .selectFrom('comment')
        .where('networkHash', '=', networkHash(app, network))
        .where('sentAt', '>', since(networkLimit))
        .select((of) => of.fn.countAll<number>().as('count'))
        .as('byNetwork'),
      eb
        .selectFrom('comment')
        .where('emailKey', '=', emailKey(email))
        .where('sentAt', '>', since(addressLimit))
        .select((of) => of.fn.countAll<number>().as('count'))
        .as('byAddress'),
    ])
    .executeTakeFirstOrThrow()
  if ((byNetwork ?? 0) >= networkLimit.count) throw new TooMany('too-many', networkLimit.minutes * 60)
  if ((byAddress ?? 0) >= addressLimit.count) throw new TooMany('too-many', addressLimit.minutes * 60)
}

/** @throws NotFound `no-such-comment` */
async function parentOn(tx: Tx, post: CommentedPost, number: number): Promise<string> {
  const id = await shownId(tx, post.id, number)
  if (id === undefined) throw new NotFound('no-such-comment')
  return id
}

type Adding = { comment: NewComment; coming: Coming; post: CommentedPost; parentId: string | null }

async function add(app: App, tx: Tx, actor: Actor, { comment, coming, post, parentId }: Adding) {
  const { name, email, text, follows } = comment
  const now = app.now()
  const isEditor = mayModerate(actor)
  const { why, score, reasons, textHash } = await judge(app, tx, {
    ...{ text, email, isEditor, isProven: actor.id !== null },
  })
  const state = why.length === 0 ? 'shown' : 'waiting'
  const row = await tx
    .insertInto('comment')
    .values({
      ...{ postId: post.id, parentId, personId: actor.id, role: isEditor ? 'editor' : null },
      ...{ name, email, emailKey: emailKey(email), locale: coming.locale, text },
      ...{ sentAt: now, state, stateAt: now, followsSince: follows ? now : null },
      ...{ score, reasons: JSON.stringify(reasons), textHash, onceHash: hashOf(coming.once) },
      networkHash: networkHash(app, coming.network),
    })
    .onConflict((conflict) => conflict.column('onceHash').doNothing())
    .returning('id')
    .executeTakeFirst()
  // Pressed twice at once: the other press has sent it.
  if (!row) return { id: (await sentBy(tx, coming.once)) ?? '', isShown: false, isForSender: false }
  return { id: row.id, isShown: state === 'shown', isForSender: waitsForSender(why) }
}
