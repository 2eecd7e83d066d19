import { sql } from 'kysely'
import { type Db, often, withValues } from '../../../db/index.ts'
import { oncePer } from '../../../platform/once.ts'
import { type Filter, meantIds } from '../../posts/index.ts'
import type { Place } from './shown.ts'

/** Posts on one page of what was found. */
export const FOUND_SIZE = 10

/** A post that was found, and how many were found in all. */
export type FoundPlace = Place & { count: number }

/** What is looked for, and where in what is found. `query` is in the spelling of a `tsquery`, `page` counted from 1. */
type Asked = { query: string; filter: Filter; now: Date; page: number }

/**
 * Where a page of the published posts is that have what is looked for: those first that say it in their title, tags, names or
 * summary, then the newest.
 *
 * @returns none for a page after the last
 */
export async function foundPlaces(db: Db, { query, filter, now, page }: Asked): Promise<FoundPlace[]> {
  const wanted = { query, now, offset: (page - 1) * FOUND_SIZE }
  if (Object.keys(filter).length === 0) return often(db, anywhere(db)(wanted))
  // What is found in a part of the archive is planned for that part.
  const { rows } = await placesOf(wanted, filter).execute(db)
  return rows
}

type Wanted = { query: string; now: Date; offset: number }

/** A post that was withdrawn since it was indexed is left out at once. */
const placesOf = ({ query, now, offset }: Wanted, filter?: Filter) => sql<FoundPlace>`
  select post_id as "postId", revision, (count(*) over ())::int as count
    from post_search
   where whole @@ ${query}::tsquery and publish_at <= ${now}
     and not (post_id = any (array(select id from post where withdrawn_at is not null)))
     ${filter ? sql`and post_id in (${meantIds(filter)})` : sql``}
   order by ts_rank(short, ${query}::tsquery) desc, publish_at desc, post_id
   limit ${FOUND_SIZE} offset ${offset}`

/** Written once, for any words. */
const anywhere = oncePer((db: Db) => {
  const former: Wanted = { query: 'any', now: new Date(0), offset: -1 }
  const written = placesOf(former).compile(db)
  return (wanted: Wanted) => withValues(written, former, wanted)
})
