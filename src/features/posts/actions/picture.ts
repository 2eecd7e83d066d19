import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import { type Credit, changeCredit, missingCredit } from '../../media/index.ts'
import type { Actor } from '../../people/index.ts'
import { mayWorkOnPosts } from '../policy.ts'
import { textAt } from '../queries/texts.ts'
import { changePost, lockPost } from './writing.ts'

/**
 * Sets the picture that leads a post, and what is said about it. The text with the one before stays among earlier texts.
 *
 * @param picture from `addPicture`; null takes it away
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-post`
 * @throws Conflict `post-incomplete` when the post is scheduled or public and something would not be said about it
 */
export async function setPicture(
  app: App,
  actor: Actor,
  id: string,
  picture: ({ id: string } & Credit) | null,
): Promise<void> {
  allow(mayWorkOnPosts(actor))
  await app.db.transaction().execute(async (tx) => {
    const post = await lockPost(tx, id)
    if (picture && post.publishAt !== null && missingCredit(picture).length > 0)
      throw new Conflict('post-incomplete')
    if (picture) {
      const { id: pictureId, ...credit } = picture
      await changeCredit(tx, pictureId, credit)
    }
    const { title, summary, body, questions, hashtag, tags, locale, authors } = await textAt(
      tx,
      id,
      post.revision,
    )
    const signed = authors.map((name) => ({ name }))
    const text = { title, summary, body, questions, hashtag, tags, locale, authors: signed }
    await changePost(app, tx, id, {
      ...{ text: { ...text, mediaId: picture?.id ?? null }, byId: actor.id, kind: 'saved' },
      ...{ basedOn: post.revision, wished: post.slug },
    })
    await note(tx, app.now(), actor.id, 'post.pictured', id)
  })
}
