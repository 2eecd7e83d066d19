import { sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import { type Db, oftenAs } from '../../../db/index.ts'
import { oncePer } from '../../../platform/once.ts'
import { isPublic, type ListedPost } from '../../posts/index.ts'

/** A post that is found, and which text of it was indexed. */
export type Place = { postId: string; revision: number }

/** A post that was found, with the words of its text as they were indexed. It stays the same as long as it is kept. */
export type FoundPost = Pick<
  ListedPost,
  'id' | 'slug' | 'title' | 'summary' | 'locale' | 'byline' | 'number' | 'publishAt' | 'roundCode' | 'zone'
> & { said: string; saidRevision: number }

/** About so much, in bytes, is kept of posts that were found lately, with what is worked out of each: some fifteen hundred. */
const mostBytes = 16 * 1024 * 1024
const bytesOf = ({ title, summary, said }: FoundPost) =>
  4_000 + 10 * (title.length + summary.length) + 2 * said.length

/** What searches show of posts, for as long as nothing that everyone may see has changed; of what was looked for, nothing. */
const lately = oncePer((_db: Db) => ({
  state: '',
  posts: new LRUCache<string, FoundPost>({ maxSize: mostBytes, sizeCalculation: bytesOf }),
}))

/**
 * The posts in these places, in their order, without those that are not published.
 *
 * @param state `stateOfPublication`, asked for before the places were
 */
export async function shownAt(
  db: Db,
  now: Date,
  places: readonly Place[],
  state: string,
): Promise<FoundPost[]> {
  const kept = lately(db)
  if (kept.state !== state) kept.posts.clear()
  kept.state = state
  const known = places.map(({ postId, revision }) => {
    const post = kept.posts.get(postId)
    return post?.saidRevision === revision ? post : undefined
  })
  const missing = places.flatMap(({ postId }, index) => (known[index] ? [] : [postId]))
  if (missing.length === 0) return known.flatMap((post) => post ?? [])
  const read = new Map((await postsOf(db, { now, ids: missing })).map((post) => [post.id, post]))
  // What was published has changed meanwhile: another one is being shown by now.
  if (kept.state === state) for (const post of read.values()) kept.posts.set(post.id, post)
  return places.flatMap(({ postId }, index) => known[index] ?? read.get(postId) ?? [])
}

const postsOf = oftenAs({ now: new Date(0), ids: [] as readonly string[] }, (db, { now, ids }) =>
  db
    .selectFrom('post')
    .innerJoin('postSearch as made', 'made.postId', 'post.id')
    .leftJoin('round', 'round.id', 'post.roundId')
    .select(['post.id', 'slug', 'post.title', 'summary', 'post.locale', 'post.byline', 'number'])
    .select(['round.code as roundCode', sql<string>`coalesce(round.zone, 'UTC')`.as('zone')])
    .select((eb) => eb.ref('post.publishAt').$notNull().as('publishAt'))
    .select(['made.said', 'made.revision as saidRevision'])
    .where(isPublic(now))
    .where('post.id', 'in', sql<string>`(select unnest(${ids}::uuid[]))`),
)
