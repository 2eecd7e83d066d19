import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'

/** Somebody who signs posts, as everyone may read of them. */
export type PublicAuthor = {
  id: string
  name: string
  /** The last part of the address of their page, which another that was theirs leads to. */
  slug: string
  country: string | null
  /** A sentence or two, plain text; empty for none. */
  about: string
}

/**
 * The author at an address; whoever was found to be another is that other, with that slug.
 *
 * @throws NotFound `no-such-author`, also for one who has signed nothing that is public
 */
export async function publicAuthor(db: Db, now: Date, slug: string): Promise<PublicAuthor> {
  const author = await db
    .selectFrom('author')
    .where('author.id', '=', (eb) =>
      eb
        .selectFrom('author as asked')
        .where('asked.slug', '=', slug)
        .select(sql<string>`coalesce(asked.merged_into, asked.id)`.as('id')),
    )
    .where(
      sql<boolean>`exists (select from post_author join post on post.id = post_author.post_id
        where post_author.author_id = author.id and post.publish_at <= ${now} and post.withdrawn_at is null)`,
    )
    .select(['id', 'name', 'slug', 'country', 'about'])
    .executeTakeFirst()
  if (!author) throw new NotFound('no-such-author')
  return author
}
