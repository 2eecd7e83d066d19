import { type ExpressionBuilder, sql } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import { type Db, hasIn, oftenAs, type Tables, type Tx } from '../../../db/index.ts'
import { pagesOf } from '../../../platform/paging.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { type Picture, pictureColumn } from '../../media/index.ts'
import type { Search, Showing } from '../../people/index.ts'
import type { Filter } from '../filter.ts'
import { officePostPath, postPath } from '../paths.ts'
import type { Post } from '../post.ts'
import { words } from '../words.ts'
import { meant } from './filtered.ts'

/** Posts on one page of a list. */
export const PAGE_SIZE = 20

/** A post in a list, with where it belongs. */
export type ListedPost = Pick<
  Post,
  'id' | 'slug' | 'title' | 'summary' | 'locale' | 'byline' | 'number' | 'revision' | 'updatedAt'
> & {
  publishAt: Date
  /** The same for a post and its translations; null for one that never had any. */
  translationGroup: string | null
  roundCode: string | null
  /** In which its day is named: that of its round. */
  zone: string
  picture: Picture | null
}

/** Public now, as a condition: `.where(isPublic(now))`. */
export const isPublic = (now: Date) => (eb: ExpressionBuilder<Tables, 'post'>) =>
  eb.and([eb('post.publishAt', '<=', now), eb('post.withdrawnAt', 'is', null)])

/** All there is of posts in lists, the newest first. */
export const listed = (db: Db | Tx) =>
  db
    .selectFrom('post')
    .leftJoin('round', 'round.id', 'post.roundId')
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
      'translationGroup',
    ])
    .select(['round.code as roundCode', sql<string>`coalesce(round.zone, 'UTC')`.as('zone')])
    .select((eb) => eb.ref('post.publishAt').$notNull().as('publishAt'))
    .select(pictureColumn('post.media_id').as('picture'))
    .orderBy('post.publishAt', 'desc')
    .orderBy('post.id', 'desc')

const published = (db: Db | Tx, now: Date) => listed(db).where(isPublic(now))

/**
 * The published posts that a filter means, by their ids alone, as a query. What is under a tag is known without a look at the posts
 * themselves, whose rows are as wide as their texts.
 */
const publicMeant = (db: Db, now: Date, { tag, ...rest }: Filter) => {
  const isTagAlone = tag !== undefined && Object.keys(rest).length === 0
  const posts = isTagAlone ? publicTagged(db, now, tag) : meantOf(db, now, { tag, ...rest })
  return db.selectFrom(posts.as('post'))
}

const meantOf = (db: Db, now: Date, filter: Filter) =>
  db.selectFrom('post').where(isPublic(now)).where(meant(filter)).select(['post.id', 'post.publishAt'])

const publicTagged = (db: Db, now: Date, tag: string) =>
  db
    .selectFrom('postTag')
    .where('key', '=', sql<string>`(tag_keys(array[${tag}]))[1]`)
    .where('publishAt', '<=', now)
    .where('withdrawnAt', 'is', null)
    .where('isAgain', 'is', false)
    .select(['postId as id', 'publishAt'])

/** The ids of the published posts that a filter means, newest first, as a query. */
export const idsMeant = (db: Db, now: Date, filter: Filter) =>
  publicMeant(db, now, filter).select('post.id').orderBy('post.publishAt', 'desc').orderBy('post.id', 'desc')

/** One page of a list of posts: `page` of `pages`, each from 1, of `count` posts in all. */
export type PostPage = { posts: ListedPost[]; page: number; pages: number; count: number }

/**
 * One page of the published posts that a filter means, newest first.
 *
 * @param page counted from 1
 * @throws NotFound `no-such-list-page` for a page after the last
 */
export async function publishedPosts(db: Db, now: Date, filter: Filter, page: number): Promise<PostPage> {
  const onPage = idsMeant(db, now, filter)
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
  const { count, ids } = await db
    .selectNoFrom((eb) => [
      publicMeant(db, now, filter)
        .select(eb.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('count'),
      sql<string[]>`array(${onPage})`.as('ids'),
    ])
    .executeTakeFirstOrThrow()
  const pages = pagesOf(count, PAGE_SIZE)
  if (page > pages) throw new NotFound('no-such-list-page')
  return { posts: await postsByIds(db, now, ids), page, pages, count }
}

/** Published posts by their ids, in the order of these. */
export const postsByIds = (db: Db, now: Date, ids: readonly string[]): Promise<ListedPost[]> =>
  byIds(db, { now, ids })

/** An "any" of these would be looked for among all that is public. */
const byIds = oftenAs({ now: new Date(0), ids: [] as readonly string[] }, (db, { now, ids }) => {
  const these = sql`${ids}::uuid[]`
  return published(db, now)
    .where('post.id', 'in', sql<string>`(select unnest(${these}))`)
    .clearOrderBy()
    .orderBy(sql`array_position(${these}, post.id)`)
})

/** What was taken back lately of the posts that a filter means, newest first, for feed readers to forget. */
export const withdrawnPosts = (db: Db, filter: Filter): Promise<{ id: string; withdrawnAt: Date }[]> =>
  db
    .selectFrom('post')
    .select((eb) => ['id', eb.ref('withdrawnAt').$notNull().as('withdrawnAt')])
    .where('withdrawnAt', 'is not', null)
    .where(meant(filter))
    .orderBy('withdrawnAt', 'desc')
    .limit(PAGE_SIZE)
    .execute()

/** The published posts of a round, first to last. */
export const postsOfRound = (db: Db, now: Date, roundId: string): Promise<ListedPost[]> =>
  ofRound(db, { now, roundId })

const ofRound = oftenAs({ now: new Date(0), roundId: 'round' }, (db, { now, roundId }) =>
  published(db, now)
    .where('post.roundId', '=', roundId)
    .clearOrderBy()
    .orderBy('post.publishAt')
    .orderBy('post.id'),
)

/** Another post, to go on to. */
export type Neighbour = Pick<Post, 'slug' | 'title' | 'locale'>

type Neighbours = { earlier: Neighbour | null; later: Neighbour | null }

/** The posts that came out just before and just after one, its own translations left out. */
export async function neighboursOf(
  db: Db,
  now: Date,
  { id, publishAt }: Pick<ListedPost, 'id' | 'publishAt'>,
): Promise<Neighbours> {
  const [found] = await neighbours(db, { now, id, publishAt })
  return found ?? { earlier: null, later: null }
}

const anyPlace = { now: new Date(0), id: 'post', publishAt: new Date(1) }

const neighbours = oftenAs(anyPlace, (db, { now, id, publishAt }) => {
  const place = sql`(${publishAt}::timestamptz, ${id}::uuid)`
  const posts = db
    .selectFrom('post')
    .select(['slug', 'title', 'locale'])
    .where(isPublic(now))
    .where(
      sql<boolean>`(translation_group is null or translation_group is distinct from
        (select own.translation_group from post own where own.id = ${id}))`,
    )
    .limit(1)
  const earlier = posts
    .where(sql<boolean>`(publish_at, id) < ${place}`)
    .orderBy('publishAt', 'desc')
    .orderBy('id', 'desc')
  const later = posts.where(sql<boolean>`(publish_at, id) > ${place}`).orderBy('publishAt').orderBy('id')
  return db.selectNoFrom([jsonObjectFrom(earlier).as('earlier'), jsonObjectFrom(later).as('later')])
})

/** Published posts by a part of their title or their author, the newest first. */
export const findPosts: Search = async (db, actor, { text, limit, now }) => {
  const posts = await published(db, now)
    .where(hasIn(sql`(post.title || ' ' || byline)`, text))
    .limit(limit)
    .execute()
  const kind = words(actor.locale)('found.post')
  return posts.map(({ title, slug, byline }) => ({ kind, title, note: byline, href: postPath(slug) }))
}

/** The posts that show a picture, the newest first. */
export const postsShowing: Showing = async (db, ids, now) => {
  const posts = await db
    .selectFrom('post')
    .select((eb) => ['id', 'title', 'slug', isPublic(now)(eb).as('isPublic')])
    .where((eb) =>
      eb.or([
        eb('mediaId', 'in', [...ids]),
        eb('body', 'like', sql<string>`any(${ids.map((id) => `%(/media/${id}%`)}::text[])`),
      ]),
    )
    .orderBy('post.publishAt', 'desc')
    .execute()
  return posts.map(({ id, title, slug, isPublic: isRead }) => ({
    label: title,
    href: isRead ? postPath(slug) : officePostPath(id),
  }))
}
