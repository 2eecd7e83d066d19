import type { Db } from '../../../db/index.ts'
import { allow } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { maySeePosts } from '../policy.ts'
import type { Post } from '../post.ts'
import { type DeskPost, deskPosts } from './desk.ts'

/** The same post in other languages, public or not, the one that was begun first first. */
export async function translationsOf(
  db: Db,
  actor: Actor,
  { id, translationGroup }: Pick<Post, 'id' | 'translationGroup'>,
): Promise<DeskPost[]> {
  allow(maySeePosts(actor))
  if (translationGroup === null) return []
  const posts = await deskPosts(db)
    .where('post.translationGroup', '=', translationGroup)
    .where('post.id', '<>', id)
    .orderBy('post.createdAt')
    .orderBy('post.id')
    .execute()
  return posts as DeskPost[]
}
