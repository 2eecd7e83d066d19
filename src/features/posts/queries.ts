import { sql } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Db, Tx } from '../../db/index.ts'
import { NotFound } from '../../platform/refusals.ts'
import { type Picture, pictureColumn } from '../media/index.ts'
import type { Post } from './post.ts'

/** Posts on one page of a list. */
export const PAGE_SIZE = 20

/** A post in a list, with where it belongs. */
export type ListedPost = Pick<
  Post,
  'id' | 'slug' | 'title' | 'summary' | 'locale' | 'byline' | 'number' | 'revision' | 'updatedAt'
> & {
  publishAt: Date
  roundCode: string | null
  picture: Picture | null
}

/** A post with all that its page shows. */
export type FullPost = ListedPost & Pick<Post, 'body' | 'hashtag' | 'questions'>

const published = (db: Db | Tx, now: Date) =>
  db
    .selectFrom('post')
    .leftJoin('round', 'round.id', 'post.roundId')
    .where('post.publishAt', '<=', now)
    .select([
      'post.id',
      'slug',
      'post.title',
      'summary',
      'locale',
      'byline',
      'number',
      'revision',
      'updatedAt',
    ])
    .select('round.code as roundCode')
    .select((eb) => eb.ref('post.publishAt').$notNull().as('publishAt'))
    .select(pictureColumn('post.media_id').as('picture'))
    .orderBy('post.publishAt', 'desc')
    .orderBy('post.id', 'desc')

const withText = (db: Db | Tx, now: Date) => published(db, now).select(['body', 'hashtag', 'questions'])

/**
 * One page of the published posts, newest first.
 *
 * @param page counted from 1
 * @throws NotFound `no-such-list-page` for a page after the last
 */
export async function publishedPosts(
  db: Db,
  now: Date,
  page: number,
): Promise<{ posts: ListedPost[]; pages: number }> {
  const { count } = await db
    .selectFrom('post')
    .where('publishAt', '<=', now)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(count / PAGE_SIZE))
  if (page > pages) throw new NotFound('no-such-list-page')
  const posts = await published(db, now)
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute()
  return { posts, pages }
}

/** The newest posts with their text, for the feeds. */
export const newestPosts = (db: Db, now: Date): Promise<FullPost[]> =>
  withText(db, now).limit(PAGE_SIZE).execute()

/** The published posts of a round, first to last. */
export const postsOfRound = (db: Db, now: Date, roundId: string): Promise<ListedPost[]> =>
  published(db, now)
    .where('post.roundId', '=', roundId)
    .clearOrderBy()
    .orderBy('post.publishAt')
    .orderBy('post.id')
    .execute()

export type Neighbour = Pick<Post, 'slug' | 'title' | 'locale'>

/** @throws NotFound `no-such-post`, also for a draft and for a post whose time has not come. */
export async function publishedPost(db: Db, now: Date, slug: string): Promise<FullPost> {
  const post = await withText(db, now).where('slug', '=', slug).executeTakeFirst()
  if (!post) throw new NotFound('no-such-post')
  return post
}

/** The posts that came out just before and just after one. */
export function neighboursOf(
  db: Db,
  now: Date,
  { id, publishAt }: Pick<FullPost, 'id' | 'publishAt'>,
): Promise<{ earlier: Neighbour | null; later: Neighbour | null }> {
  const place = sql`(${publishAt}::timestamptz, ${id}::uuid)`
  const posts = db.selectFrom('post').select(['slug', 'title', 'locale']).limit(1)
  const earlier = posts
    .where(sql<boolean>`(publish_at, id) < ${place}`)
    .orderBy('publishAt', 'desc')
    .orderBy('id', 'desc')
  const later = posts
    .where(sql<boolean>`(publish_at, id) > ${place}`)
    .where('publishAt', '<=', now)
    .orderBy('publishAt')
    .orderBy('id')
  return db
    .selectNoFrom([jsonObjectFrom(earlier).as('earlier'), jsonObjectFrom(later).as('later')])
    .executeTakeFirstOrThrow()
}

/**
 * Changes whenever anything that the publication shows may have changed: by the clock, by a post, or by an act of
 * the office (a round, a picture), all of which are in the journal.
 */
export async function stateOfPublication(db: Db, now: Date): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select concat_ws(' ', count(*), max(publish_at), max(updated_at), (select max(id) from journal)) as state
    from post where publish_at <= ${now}`.execute(db)
  return `${now.toISOString().slice(0, 10)} ${rows[0]?.state ?? ''}`
}
