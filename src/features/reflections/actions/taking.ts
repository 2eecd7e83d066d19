import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { type Signed, startPost } from '../../posts/index.ts'
import { mayTakeReflections } from '../policy.ts'
import { sharedReflection } from '../queries/reflections.ts'
import { type Author, printedName, type Reflection } from '../reflection.ts'

/**
 * Begins a draft of a post from a reflection that was offered to the blog, with its authors named as they agreed.
 *
 * @returns the id of the post; of the one that was begun already, where somebody did
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-reflection`, also when an author took their agreement back meanwhile
 */
export const draftFromReflection = (app: App, actor: Actor, id: string): Promise<string> =>
  inOffered(app, actor, id, async (tx, reflection) => {
    if (reflection.postId !== null) return reflection.postId
    const { title, body, locale, roundId, authors } = reflection
    const text = { title, body, locale, summary: '', questions: [], hashtag: '', tags: [], mediaId: null }
    const post = await startPost(
      app,
      tx,
      { ...text, authors: authors.flatMap(signedBy) },
      { roundId, stage: 'assigned', assigneeId: actor.id, part: 'guest', byId: null, wished: title },
    )
    await tx.updateTable('reflection').set({ postId: post.id }).where('id', '=', id).execute()
    await note(tx, app.now(), actor.id, 'reflection.drafted', id)
    return post.id
  })

/** How an author signs. The account is known of those who sign with their whole name, and of nobody else. */
function signedBy(author: Author): Signed[] {
  const name = printedName(author)
  if (name === null) return []
  return [{ name, personId: author.shownAs === 'name' ? author.personId : null }]
}

/**
 * Sets a reflection aside that becomes no post: it leaves the desk, and stays to be read.
 *
 * @throws as `draftFromReflection` does, and Conflict `reflection-taken` when a post was begun from it
 */
export const setReflectionAside = (app: App, actor: Actor, id: string): Promise<void> =>
  inOffered(app, actor, id, async (tx, { postId, readAt }) => {
    if (postId !== null) throw new Conflict('reflection-taken')
    // Pressed twice: it is set aside.
    if (readAt !== null) return
    await tx
      .updateTable('reflection')
      .set({ readAt: app.now(), readBy: actor.id })
      .where('id', '=', id)
      .execute()
    await note(tx, app.now(), actor.id, 'reflection.set-aside', id)
  })

async function inOffered<Done>(
  app: App,
  actor: Actor,
  id: string,
  take: (tx: Tx, reflection: Reflection) => Promise<Done>,
): Promise<Done> {
  allow(mayTakeReflections(actor))
  return app.db.transaction().execute(async (tx) => {
    await tx.selectFrom('reflection').where('id', '=', id).select('id').forUpdate().execute()
    return take(tx, await sharedReflection(tx, actor, id))
  })
}
