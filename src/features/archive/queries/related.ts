import { sql } from 'kysely'
import { type Db, often } from '../../../db/index.ts'
import { type ListedPost, postsByIds } from '../../posts/index.ts'

/** Where a post stands among others. */
export type Standing = { roundId: string; code: string; fortnight: number }

/** The fortnight of its round for which a post came out; null for one that belongs to none. */
export async function standingOf(db: Db, postId: string): Promise<Standing | null> {
  const query = sql<Standing>`
    select post.round_id, round.code, post.fortnight from post join round on round.id = post.round_id
     where post.id = ${postId} and post.fortnight is not null`
  const [standing] = await often(db, query.compile(db))
  return standing ?? null
}

/** So many are shown. */
const mostRelated = 4
/** So many of the newest with a tag in common are compared: a tag may be under thousands. */
const mostCompared = 300

/**
 * Published posts on the same subject that are not of the same fortnight: those with most tags in common, then those that have
 * all words of its title, the newest first.
 */
export async function relatedTo(db: Db, now: Date, postId: string): Promise<ListedPost[]> {
  const tagged = await often(db, byTags(now, postId).compile(db))
  const more = tagged.length < mostRelated ? await often(db, byTitle(now, postId).compile(db)) : []
  const ids = [...new Set([...tagged, ...more].map(({ id }) => id))]
  return postsByIds(db, now, ids.slice(0, mostRelated))
}

const elsewhere = sql`
  other.id <> own.id and other.withdrawn_at is null
  and (other.round_id, other.fortnight) is distinct from (own.round_id, own.fortnight)
  and (other.translation_group is null or other.translation_group is distinct from own.translation_group)`

const byTags = (now: Date, postId: string) => sql<{ id: string }>`
  select near.id
    from post own cross join lateral (
      select other.id, other.publish_at, other.locale, tag_keys(other.tags) as keys from post other
       where tag_keys(other.tags) && tag_keys(own.tags) and other.publish_at <= ${now} and ${elsewhere}
       order by other.publish_at desc limit ${mostCompared}) near
   where own.id = ${postId}
   order by cardinality(array(select unnest(near.keys) intersect select unnest(tag_keys(own.tags)))) desc,
            near.locale = own.locale desc, near.publish_at desc, near.id
   limit ${mostRelated}`

/** The stems of a title, each with the weight of titles; one that was not indexed yet has none, and finds nothing. */
const byTitle = (now: Date, postId: string) => sql<{ id: string }>`
  select other.id
    from post own
    join lateral (
      select string_agg(quote_literal(lexeme), ' & ')::tsquery as query, count(*) as stems
        from post_search, unnest(short) where post_id = own.id and 'A' = any(weights)) title on title.stems between 1 and 6
    join post_search found on found.whole @@ title.query
    join post other on other.id = found.post_id
   where own.id = ${postId} and other.publish_at <= ${now} and ${elsewhere}
   order by ts_rank(found.short, title.query) desc, other.publish_at desc, other.id
   limit ${mostRelated}`

/** Another value once the words of a post were indexed anew. */
export async function indexVersion(db: Db, postId: string): Promise<string> {
  const query = sql<{ version: string }>`
    select revision || '.' || rules as version from post_search where post_id = ${postId}`
  const [index] = await often(db, query.compile(db))
  return index?.version ?? ''
}
