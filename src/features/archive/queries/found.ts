import { sql } from 'kysely'
import { type Db, oftenAs } from '../../../db/index.ts'
import { type Filter, meantIds } from '../../posts/index.ts'
import type { Place } from './shown.ts'

/** Posts on one page of what was found. */
export const FOUND_SIZE = 10

/** A post that was found, and how many were found in all. */
export type FoundPlace = Place & { count: number }

/** What is looked for, as a `tsquery`, and where in what is found: `page` is counted from 1. */
type Asked = { query: string; filter: Filter; now: Date; page: number }

/**
 * Where a page of the published posts is that have what is looked for: those first that say it in their title, tags, names or
 * summary, then the newest.
 *
 * @returns none for a page after the last
 */
export async function foundPlaces(db: Db, { query, filter, now, page }: Asked): Promise<FoundPlace[]> {
  const wanted = { query, now, offset: (page - 1) * FOUND_SIZE }
  if (Object.keys(filter).length === 0) return anywhere(db, wanted)
  // What is found in a part of the archive is planned for that part.
  const { rows } = await placesOf(wanted, filter).execute(db)
  return rows
}

type Wanted = { query: string; now: Date; offset: number }

/**
 * What is asked stands aside: where it plans for a usual word, PostgreSQL would rather read every post. A post that was withdrawn
 * since it was indexed is left out at once. Whether one is in the part that a filter means is asked of those that were found, and not
 * the other way round, as PostgreSQL would: to look for words in one text after the other costs most. Those that were found are read
 * once, to be counted and to be put in order.
 */
const placesOf = ({ query, now, offset }: Wanted, filter?: Filter) => sql<FoundPlace>`
  with asked as materialized (
    select ${query}::tsquery as query, ${now}::timestamptz as now, ${offset}::int as before),
  ${filter ? sql`part as materialized (${meantIds(filter)}),` : sql``}
  found as materialized (
    select post_id, revision, publish_at, ts_rank(short, (select query from asked)) as rank
      from post_search
     where whole @@ (select query from asked) and publish_at <= (select now from asked)
       and not (post_id = any (array(select id from post where withdrawn_at is not null)))
       ${filter ? sql`and (post_id in (select id from part)) is true` : sql``})
  select post_id as "postId", revision, (select count(*)::int from found) as count
    from found
   order by rank desc, publish_at desc, post_id
   limit ${FOUND_SIZE} offset (select before from asked)`

/** To write with: see `oftenAs`. */
const anything: Wanted = { query: 'query', now: new Date(0), offset: -1 }

const anywhere = oftenAs(anything, (db, wanted) => placesOf(wanted).compile(db))
