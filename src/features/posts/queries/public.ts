import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import { type Db, hasIn, often, type Tables, type Tx, withValues } from '../../../db/index.ts'
import { keeper } from '../../../platform/kept.ts'
import { oncePer } from '../../../platform/once.ts'
import { pagesOf } from '../../../platform/paging.ts'
import { Gone, NotFound } from '../../../platform/refusals.ts'
import { type Picture, pictureColumn } from '../../media/index.ts'
import type { Search, Showing } from '../../people/index.ts'
import type { Filter } from '../filter.ts'
import { officePostPath, postPath } from '../paths.ts'
import { type Author, type PersonName, partsOf } from '../person-name.ts'
import type { Post } from '../post.ts'
import { words } from '../words.ts'
import { meant } from './filtered.ts'

/** Posts on one page of a list. */
const PAGE_SIZE = 20

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

/** A post with all that its page shows. */
export type FullPost = ListedPost & Pick<Post, 'body' | 'hashtag' | 'questions' | 'tags'>

/** Public now, as a condition: `.where(isPublic(now))`. */
const isPublic = (now: Date) => (eb: ExpressionBuilder<Tables, 'post'>) =>
  eb.and([eb('post.publishAt', '<=', now), eb('post.withdrawnAt', 'is', null)])

const newestFirst = <Row>(posts: SelectQueryBuilder<Tables, 'post', Row>) =>
  posts.orderBy('post.publishAt', 'desc').orderBy('post.id', 'desc')

const listed = (db: Db | Tx) =>
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

const text = ['body', 'hashtag', 'questions', 'tags'] as const

/** One page of a list of posts: `page` of `pages`, each from 1, of `count` posts in all. */
export type PostPage = { posts: ListedPost[]; page: number; pages: number; count: number }

/**
 * One page of the published posts that a filter means, newest first.
 *
 * @param page counted from 1
 * @throws NotFound `no-such-list-page` for a page after the last
 */
export async function publishedPosts(db: Db, now: Date, filter: Filter, page: number): Promise<PostPage> {
  const meantPosts = db.selectFrom('post').where(isPublic(now)).where(meant(filter))
  const { count } = await meantPosts
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const pages = pagesOf(count, PAGE_SIZE)
  if (page > pages) throw new NotFound('no-such-list-page')
  const ids = newestFirst(meantPosts.select('post.id'))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
  const posts = await listed(db).where('post.id', 'in', ids).execute()
  return { posts, page, pages, count }
}

/** Published posts by their ids, in the order of these. */
export function postsByIds(db: Db, now: Date, ids: readonly string[]): Promise<ListedPost[]> {
  const { written, former } = byIds(db)
  return often(db, withValues(written, former, { now, ids }))
}

/** Written once, for any instant and any ids: lists and searches ask it all the time. */
const byIds = oncePer((db: Db) => {
  const former = { now: new Date(0), ids: [] as readonly string[] }
  const these = sql`${former.ids}::uuid[]`
  const written = published(db, former.now)
    .where('post.id', '=', sql<string>`any(${these})`)
    .clearOrderBy()
    .orderBy(sql`array_position(${these}, post.id)`)
    .compile()
  return { written, former }
})

/** Posts with their text, newest first, and whether older ones follow. */
export type FedPosts = { posts: SignedPost[]; hasOlder: boolean }

/** The posts that a filter means with their text, for a part of their feed. @param page counted from 1, the newest first */
export const newestPosts = async (db: Db, now: Date, filter: Filter, page = 1): Promise<FedPosts> => {
  const ids = newestFirst(db.selectFrom('post').select('post.id').where(isPublic(now)).where(meant(filter)))
  const meantIds = ids.limit(PAGE_SIZE + 1).offset((page - 1) * PAGE_SIZE)
  const posts = await signed(db, now).where('post.id', 'in', meantIds).execute()
  return { posts: posts.slice(0, PAGE_SIZE).map(withParts), hasOlder: posts.length > PAGE_SIZE }
}

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
  published(db, now)
    .where('post.roundId', '=', roundId)
    .clearOrderBy()
    .orderBy('post.publishAt')
    .orderBy('post.id')
    .execute()

export type Neighbour = Pick<Post, 'slug' | 'title' | 'locale'>

/** Who signs a post, as is told of them below it. */
export type PostAuthor = Author & {
  slug: string
  country: string | null
  about: string
  orcid: string | null
}

/** The same post in another language. */
type Translation = Pick<Post, 'slug' | 'title' | 'locale'>

/** With its translations that are public. */
type Translated = { translations: Translation[] }

/** A post with each of its authors, its translations, and all else by which it is cited. */
export type SignedPost = FullPost &
  Translated &
  Pick<Post, 'licence' | 'doi'> & {
    authors: PostAuthor[]
    /** The first first; instants as JSON has them. */
    corrections: { at: string; said: string }[]
  }

/**
 * @throws NotFound `no-such-post`, also for a draft and for a post whose time has not come
 * @throws Gone `post-withdrawn`
 */
export async function publishedPost(db: Db, now: Date, slug: string): Promise<SignedPost> {
  const post = await signed(db, now)
    .select('withdrawnAt')
    .where('slug', '=', slug)
    .where('post.publishAt', '<=', now)
    .executeTakeFirst()
  if (!post) throw new NotFound('no-such-post')
  const { withdrawnAt, ...said } = post
  if (withdrawnAt) throw new Gone('post-withdrawn')
  return withParts(said)
}

/** Posts by their ids with all by which they are cited; those that are not public are left out. */
export async function signedPosts(db: Db, now: Date, ids: readonly string[]): Promise<SignedPost[]> {
  const posts = await signed(db, now)
    .where('post.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where(isPublic(now))
    .execute()
  return posts.map(withParts)
}

const signed = (db: Db, now: Date) =>
  listed(db)
    .select([...text, 'post.licence', 'post.doi'])
    .select([authorsColumn, translationsColumn(now), correctionsColumn])

type Printed = Omit<PostAuthor, 'parts'> & { family: string; account: PersonName | null }

const withParts = <Post extends { authors: Printed[] }>({ authors, ...post }: Post) => ({
  ...post,
  authors: authors.map(({ family, account, ...author }) => ({
    ...author,
    parts: partsOf({ name: author.name, familyName: family, account }),
  })),
})

export const authorsColumn = (eb: ExpressionBuilder<Tables, 'post'>) =>
  jsonArrayFrom(
    eb
      .selectFrom('postAuthor')
      .innerJoin('author', 'author.id', 'postAuthor.authorId')
      .whereRef('postAuthor.postId', '=', 'post.id')
      .orderBy('postAuthor.place')
      .select(['author.name', 'author.slug', 'author.country', 'author.about', 'author.orcid'])
      .select('author.familyName as family')
      .select(accountParts),
  ).as('authors')

/** The parts of a name are known of those who sign with the name of their account. */
const accountParts = (eb: ExpressionBuilder<Tables, 'author'>) =>
  jsonObjectFrom(
    eb
      .selectFrom('person')
      .select(['person.givenName as given', 'person.familyName as family'])
      .whereRef('person.id', '=', 'author.personId')
      .whereRef('person.name', '=', 'author.name')
      .where('person.familyName', '<>', ''),
  ).as('account')

export const correctionsColumn = (eb: ExpressionBuilder<Tables, 'post'>) =>
  jsonArrayFrom(
    eb
      .selectFrom('postCorrection')
      .whereRef('postCorrection.postId', '=', 'post.id')
      .orderBy('postCorrection.at')
      .orderBy('postCorrection.revision')
      .select([sql<string>`post_correction.at`.as('at'), 'postCorrection.said']),
  ).as('corrections')

const translationsColumn = (now: Date) => (eb: ExpressionBuilder<Tables, 'post'>) =>
  jsonArrayFrom(
    eb
      .selectFrom('post as other')
      .whereRef('other.translationGroup', '=', 'post.translationGroup')
      .whereRef('other.id', '<>', 'post.id')
      .where('other.publishAt', '<=', now)
      .where('other.withdrawnAt', 'is', null)
      .orderBy('other.locale')
      .select(['other.slug', 'other.title', 'other.locale']),
  ).as('translations')

/** The names under a post, in order. */
export const authorNamesColumn = sql<string[]>`array(
  select author.name from post_author join author on author.id = post_author.author_id
  where post_author.post_id = post.id order by post_author.place)`.as('authors')

/** The posts that came out just before and just after one, its own translations left out. */
export function neighboursOf(
  db: Db,
  now: Date,
  { id, publishAt }: Pick<FullPost, 'id' | 'publishAt'>,
): Promise<{ earlier: Neighbour | null; later: Neighbour | null }> {
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
  return db
    .selectNoFrom([jsonObjectFrom(earlier).as('earlier'), jsonObjectFrom(later).as('later')])
    .executeTakeFirstOrThrow()
}

const quarters = keeper<Date[]>(1)

/**
 * What the publication shows at a time: another value once it may show something else, by a change or by the clock.
 * Somewhere a day begins with any quarter of an hour, and with it a round may begin or end; within one, only posts come out.
 *
 * @param version of `publicVersions`
 */
export async function stateOfPublication(db: Db, now: Date, version: string): Promise<string> {
  const quarter = Math.floor(now.getTime() / QUARTER_MS)
  const state = `${version} ${quarter}`
  const due = await quarters(db, { key: 'due', version: state }, async () => {
    const [from, until] = [new Date(quarter * QUARTER_MS), new Date((quarter + 1) * QUARTER_MS)]
    const posts = db.selectFrom('post').select((eb) => eb.ref('publishAt').$notNull().as('publishAt'))
    const coming = posts.where('publishAt', '>=', from).where('publishAt', '<', until)
    return (await coming.execute()).map(({ publishAt }) => publishAt)
  })
  return `${state} ${due.filter((at) => at <= now).length}`
}

const QUARTER_MS = 15 * 60_000

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
