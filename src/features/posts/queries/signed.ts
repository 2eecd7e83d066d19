import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import { type Db, oftenAs, type Tables, type Tx } from '../../../db/index.ts'
import { Gone, NotFound } from '../../../platform/refusals.ts'
import type { Filter } from '../filter.ts'
import { type Author, type PersonName, partsOf } from '../person-name.ts'
import type { Post } from '../post.ts'
import { idsMeant, isPublic, type ListedPost, listed, type Neighbour, PAGE_SIZE } from './public.ts'

/** A post with all that its page shows. */
export type FullPost = ListedPost & Pick<Post, 'body' | 'hashtag' | 'questions' | 'tags'>

const text = ['body', 'hashtag', 'questions', 'tags'] as const

/** Who signs a post, as is told of them below it. */
export type PostAuthor = Author & {
  slug: string
  country: string | null
  about: string
  orcid: string | null
}

/** A post with each of its authors, its translations, and all else by which it is cited. */
export type SignedPost = FullPost &
  Pick<Post, 'licence' | 'doi'> & {
    authors: PostAuthor[]
    /** The same in other languages, as far as they are public. */
    translations: Neighbour[]
    /** The first first; instants as JSON has them. */
    corrections: { at: string; said: string }[]
  }

/**
 * @throws NotFound `no-such-post`, also for a draft and for a post whose time has not come
 * @throws Gone `post-withdrawn`
 */
export async function publishedPost(db: Db, now: Date, slug: string): Promise<SignedPost> {
  const [post] = await called(db, { now, slug })
  if (!post) throw new NotFound('no-such-post')
  const { withdrawnAt, ...said } = post
  if (withdrawnAt) throw new Gone('post-withdrawn')
  return withParts(said)
}

const called = oftenAs({ now: new Date(0), slug: 'post' }, (db, { now, slug }) =>
  signed(db, now).select('withdrawnAt').where('slug', '=', slug).where('post.publishAt', '<=', now),
)

/** Posts by their ids with all by which they are cited; those that are not public are left out. */
export async function signedPosts(db: Db, now: Date, ids: readonly string[]): Promise<SignedPost[]> {
  const posts = await byIds(db, { now, ids })
  return posts.map(withParts)
}

const byIds = oftenAs({ now: new Date(0), ids: [] as readonly string[] }, (db, { now, ids }) =>
  signed(db, now).where('post.id', 'in', sql<string>`(select unnest(${ids}::uuid[]))`).where(isPublic(now)),
)

/** Posts with their text, newest first, and whether older ones follow. */
export type FedPosts = { posts: SignedPost[]; hasOlder: boolean }

/** The posts that a filter means with their text, for a part of their feed. @param page counted from 1, the newest first */
export const newestPosts = async (db: Db, now: Date, filter: Filter, page = 1): Promise<FedPosts> => {
  const found = await idsMeant(db, now, filter)
    .limit(PAGE_SIZE + 1)
    .offset((page - 1) * PAGE_SIZE)
    .execute()
  const onPage = found.slice(0, PAGE_SIZE).map(({ id }) => id)
  return { posts: await signedPosts(db, now, onPage), hasOlder: found.length > PAGE_SIZE }
}

const signed = (db: Db | Tx, now: Date) =>
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
