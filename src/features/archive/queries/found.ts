import { sql } from 'kysely'
import { type Db, often } from '../../../db/index.ts'
import { type Filter, type ListedPost, listedPosts, meantIds } from '../../posts/index.ts'

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
  const found = foundTexts(now, { query, filter, offset: (page - 1) * FOUND_SIZE })
  const posts = listedPosts(db, now)
    .innerJoin(found.as('found'), (join) => join.onRef('found.postId', '=', 'post.id'))
    .select(['found.said', 'found.count'])
    .clearOrderBy()
    .orderBy('found.place')
  // What is found in a part of the archive is planned for that part.
  const rows = await (Object.keys(filter).length === 0 ? often(db, posts) : posts.execute())
  return { posts: rows, count: rows[0]?.count ?? 0 }
}

type Wanted = { query: string; filter: Filter; offset: number }

/** A post that was withdrawn since it was indexed is left out at once. Only the texts that are shown are read. */
const foundTexts = (now: Date, { query, filter, offset }: Wanted) =>
  sql<{ postId: string; count: number; said: string; place: number }>`(
    select post_id, count, row_number() over () as place, (select said from post_search where post_id = ids.post_id) as said
      from (
        select post_id, (count(*) over ())::int as count
          from post_search
         where whole @@ ${query}::tsquery and publish_at <= ${now}
           and not (post_id = any (array(select id from post where withdrawn_at is not null)))
           ${Object.keys(filter).length === 0 ? sql`` : sql`and post_id in (${meantIds(filter)})`}
         order by ts_rank(short, ${query}::tsquery) desc, publish_at desc, post_id
         limit ${FOUND_SIZE} offset ${offset}) as ids)`
