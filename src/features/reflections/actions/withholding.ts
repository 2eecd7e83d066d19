import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import type { Actor } from '../../people/index.ts'
import { lockPost, setAgreement, setPublishAt, stateOf, tellWithheld } from '../../posts/index.ts'
import { isShared, type Reflection } from '../reflection.ts'

/**
 * A post that an editor began from a reflection does not come out while one of its authors does not agree; one that has a day
 * loses it, and the editor who looks after it is told.
 *
 * @returns whether there is one that is not out
 */
export async function withholdPost(app: App, tx: Tx, actor: Actor, { postId }: Reflection): Promise<boolean> {
  if (postId === null) return false
  const post = await lockPost(tx, postId)
  if (!['draft', 'scheduled'].includes(stateOf(post, app.now()))) return false
  await setAgreement(tx, postId, 0)
  if (post.publishAt !== null) {
    await setPublishAt(tx, postId, null)
    await tellWithheld(app, tx, actor, post)
  }
  return true
}

/** Once all agree again, it may. */
export async function releasePost(tx: Tx, reflection: Reflection): Promise<void> {
  if (reflection.postId !== null && reflection.audience === 'blog' && isShared(reflection))
    await setAgreement(tx, reflection.postId, null)
}
