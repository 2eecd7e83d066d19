import { hash } from 'node:crypto'
import type { Db, Tx } from '../../../db/index.ts'

/** Where a post is that was once at this address; null when none was. Only one that is public has one to tell. */
export async function movedTo(db: Db, now: Date, slug: string): Promise<string | null> {
  const post = await db
    .selectFrom('postAddress')
    .innerJoin('post', 'post.id', 'postAddress.postId')
    .where('postAddress.slug', '=', slug)
    .where('post.publishAt', '<=', now)
    .select('post.slug')
    .executeTakeFirst()
  return post?.slug ?? null
}

/** What is kept of the address of a post that was erased: enough to know it again, and no word of it. */
export const slugHash = (slug: string): Buffer => hash('sha256', slug, 'buffer')

/** Whether a post was at this address whose author had all erased. */
export const isErased = async (db: Db | Tx, slug: string): Promise<boolean> =>
  (await db
    .selectFrom('postGone')
    .where('slugHash', '=', slugHash(slug))
    .select('goneAt')
    .executeTakeFirst()) !== undefined
