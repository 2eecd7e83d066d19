import { sql } from 'kysely'
import { type Db, often } from '../../../db/index.ts'
import { type Filter, type ListedPost, meantIds, postsByIds } from '../../posts/index.ts'

/** A post that was found, with the words of its text. */
export type FoundPost = ListedPost & { said: string }

/** Posts on one page of what was found. */
export const FOUND_SIZE = 10

/**
 * A page of the published posts that have what is looked for: those first that say it in their title, tags, names or summary,
 * then the newest.
 *
 * @param query in the spelling of a `tsquery`
 * @param page counted from 1
 * @returns with how many there are in all; for a page after the last, none and 0
 */
export async function foundPosts(
  db: Db,
  now: Date,
  { query, filter, page }: { query: string; filter: Filter; page: number },
): Promise<{ posts: FoundPost[]; count: number }> {
  const { rows } = await foundIds(now, { query, filter, offset: (page - 1) * FOUND_SIZE }).execute(db)
  const ids = rows.map(({ postId }) => postId)
  const [posts, texts] = await Promise.all([postsByIds(db, now, ids), textsOf(db, ids)])
  const found = posts.map((post) => ({ ...post, said: texts.get(post.id) ?? '' }))
  return { posts: found, count: rows[0]?.count ?? 0 }
}

/** A post that was withdrawn since it was indexed is left out at once. */
const foundIds = (now: Date, { query, filter, offset }: { query: string; filter: Filter; offset: number }) =>
  sql<{ postId: string; count: number }>`
    select post_id, (count(*) over ())::int as count
      from post_search
     where whole @@ ${query}::tsquery and publish_at <= ${now}
       and not (post_id = any (array(select id from post where withdrawn_at is not null)))
       ${Object.keys(filter).length === 0 ? sql`` : sql`and post_id in (${meantIds(filter)})`}
     order by ts_rank(short, ${query}::tsquery) desc, publish_at desc, post_id
     limit ${FOUND_SIZE} offset ${offset}`

async function textsOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const query = sql<{ postId: string; said: string }>`
    select post_id, said from post_search where post_id = any(${[...ids]}::uuid[])`
  return new Map((await often(db, query.compile(db))).map(({ postId, said }) => [postId, said]))
}
