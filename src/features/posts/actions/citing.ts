import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { isCorrectable } from '../citing.ts'
import { mayWorkOnPosts } from '../policy.ts'
import type { Post } from '../post.ts'
import { textAt } from '../queries/texts.ts'
import { set } from './course.ts'
import { lockPost } from './writing.ts'

/**
 * Says under which licence a post is, and by which DOI it is cited. Whoever takes records of it gets them anew.
 *
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-post`
 * @throws Conflict `doi-taken` when another post has it
 */
export async function setCiting(
  app: App,
  actor: Actor,
  id: string,
  citing: Pick<Post, 'licence' | 'doi'>,
): Promise<void> {
  allow(mayWorkOnPosts(actor))
  await app.db.transaction().execute(async (tx) => {
    const before = await lockPost(tx, id)
    if (before.licence === citing.licence && before.doi === citing.doi) return
    const other = tx.selectFrom('post').select('id').where('doi', '=', citing.doi).where('id', '<>', id)
    if (citing.doi !== null && (await other.executeTakeFirst())) throw new Conflict('doi-taken')
    await set(app, tx, id, citing)
    await note(tx, app.now(), actor.id, 'post.citing-changed', id)
  })
}

/**
 * Tells readers how a post was put right, in a sentence that stands under it from now on. Said again of the same text, it
 * takes the place of what was said.
 *
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-post`
 * @throws Conflict `post-not-corrected` for one that is not public, or says what it said when it came out
 */
export async function correctPost(app: App, actor: Actor, id: string, said: string): Promise<void> {
  allow(mayWorkOnPosts(actor))
  await app.db.transaction().execute(async (tx) => {
    const post = await lockPost(tx, id)
    const { at } = await textAt(tx, id, post.revision)
    if (!isCorrectable(post, at, app.now())) throw new Conflict('post-not-corrected')
    await tx
      .insertInto('postCorrection')
      .values({ postId: id, revision: post.revision, said, byId: actor.id, at: app.now() })
      .onConflict((conflict) =>
        conflict.columns(['postId', 'revision']).doUpdateSet({ said, byId: actor.id }),
      )
      .execute()
    await set(app, tx, id, {})
    await note(tx, app.now(), actor.id, 'post.corrected', id)
  })
}
