import { sql } from 'kysely'
import { type Db, oftenAs } from '../../../db/index.ts'
import { type Filter, meantIds } from '../../posts/index.ts'
import type { Query } from '../search.ts'
import type { Place } from './shown.ts'

/** Posts on one page of what was found. */
export const FOUND_SIZE = 10

/** A post that was found, and how many were found in all. */
export type FoundPlace = Place & { count: number }

/** What is looked for, and where in what is found: `page` is counted from 1. */
type Asked = { query: Query; filter: Filter; now: Date; page: number }

/**
 * Where a page of the published posts is that have what is looked for: those first that say it in their title, tags, names or
 * summary, then the newest.
 *
 * @returns none for a page after the last
 */
export async function foundPlaces(db: Db, { query, filter, now, page }: Asked): Promise<FoundPlace[]> {
  const wanted = { ...query, now, offset: (page - 1) * FOUND_SIZE }
  if (Object.keys(filter).length === 0) return anywhere(db, wanted)
  // What is found in a part of the archive is planned for that part.
  const { rows } = await placesOf(wanted, filter).execute(db)
  return rows
}

type Wanted = Query & { now: Date; offset: number }

/**
 * A post that was withdrawn since it was indexed is left out at once. Whether one is in the part that a filter means is asked of
 * those that were found, and not the other way round, as PostgreSQL would: to look for words in one text after the other costs most.
 */
const isWanted = (filter?: Filter) => sql`
  whole @@ (select terms from asked) and publish_at <= (select now from asked)
  and not (post_id = any (array(select id from post where withdrawn_at is not null)))
  ${filter ? sql`and (post_id in (select id from part)) is true` : sql``}`

/**
 * How well posts fit is worked out for those alone that say any of it in their title, tags, names or summary. All others fit as
 * well as a text without these words; they are looked at where the better ones are too few, and all of these are known then. What
 * is asked stands aside: where it plans for a usual word, PostgreSQL would rather read every post.
 */
const placesOf = ({ terms, words, now, offset }: Wanted, filter?: Filter) => sql<FoundPlace>`
  with asked as materialized (
    select ${terms}::tsquery as terms, ${words}::tsquery as words, ts_rank('-:1', ${terms}::tsquery) as least,
           ${now}::timestamptz as now, ${offset}::int as before, ${offset}::int + ${FOUND_SIZE}::int as most),
  ${filter ? sql`part as materialized (${meantIds(filter)}),` : sql``}
  better as materialized (
    select post_id, revision, publish_at, ts_rank(short, (select terms from asked)) as rank
      from post_search
     where short @@ (select words from asked) and ${isWanted(filter)}
       and ts_rank(short, (select terms from asked)) > (select least from asked)
     order by rank desc, publish_at desc, post_id
     limit (select most from asked)),
  other as (
    select post_id, revision, publish_at, (select least from asked) as rank
      from post_search
     where (select count(*) from better) < (select most from asked) and ${isWanted(filter)}
       and not (post_id = any (array(select post_id from better)))
     order by publish_at desc, post_id
     limit (select most from asked))
  select post_id as "postId", revision, (select count(*)::int from post_search where ${isWanted(filter)}) as count
    from (select * from better union all select * from other) as found
   order by rank desc, publish_at desc, post_id
   limit ${FOUND_SIZE} offset (select before from asked)`

/** To write with: see `oftenAs`. */
const anything: Wanted = { terms: 'terms', words: 'words', now: new Date(0), offset: -1 }

const anywhere = oftenAs(anything, (db, wanted) => placesOf(wanted).compile(db))
