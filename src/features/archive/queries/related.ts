import { sql } from 'kysely'
import { type Db, often } from '../../../db/index.ts'
import { type ListedPost, postsByIds, tagKey } from '../../posts/index.ts'

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
const mostCompared = 100

/**
 * Published posts on the same subject that are not of the same fortnight: those with most tags in common, then those that have
 * all words of its title, the newest first.
 */
export async function relatedTo(db: Db, now: Date, postId: string): Promise<ListedPost[]> {
  const tagged = mostAlike(await often(db, byTags(now, postId).compile(db)))
  const more = tagged.length < mostRelated ? await often(db, byTitle(now, postId).compile(db)) : []
  const ids = [...new Set([...tagged, ...more].map(({ id }) => id))]
  return postsByIds(db, now, ids.slice(0, mostRelated))
}

const elsewhere = sql`
  other.id <> own.id and other.withdrawn_at is null
  and (own.fortnight is null or (other.round_id, other.fortnight) is distinct from (own.round_id, own.fortnight))
  and (other.translation_group is null or other.translation_group is distinct from own.translation_group)`

/** A post with a tag in common. @param isSpoken whether it is in the same language */
type Tagged = { id: string; tags: string[]; own: string[]; isSpoken: boolean }

/**
 * The newest first: as many of each tag, however many there are, and of all of these the newest. What their tags have in common is
 * counted here: in the database it took ten times as long.
 */
const byTags = (now: Date, postId: string) => sql<Tagged>`
  select distinct on (near.publish_at, near.id) near.id, near.tags, near.own, near.is_spoken
    from (select distinct key from post_tag where post_id = ${postId}) as shared
   cross join lateral (
     select other.id, other.publish_at, other.tags, own.tags as own, other.locale = own.locale as is_spoken
       from post own, post_tag tagged join post other on other.id = tagged.post_id
      where own.id = ${postId} and tagged.key = shared.key and tagged.publish_at <= ${now} and tagged.withdrawn_at is null
        and ${elsewhere}
      order by tagged.publish_at desc, tagged.post_id limit ${mostCompared}) as near
   order by near.publish_at desc, near.id limit ${mostCompared}`

function mostAlike(posts: readonly Tagged[]): Tagged[] {
  const own = new Set(posts[0]?.own.map(tagKey))
  const shared = ({ tags }: Tagged) => new Set(tags.map(tagKey)).intersection(own).size
  return posts
    .map((post) => ({ post, shared: shared(post) }))
    .toSorted((a, b) => b.shared - a.shared || Number(b.post.isSpoken) - Number(a.post.isSpoken))
    .slice(0, mostRelated)
    .map(({ post }) => post)
}

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
