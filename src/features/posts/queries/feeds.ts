import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'

/** What there are feeds of, beside all posts: languages and rounds with the newest first, tags with the most posts first. */
export type Subjects = { locales: string[]; rounds: string[]; tags: string[] }

/** Most tags that are named. */
const MOST_TAGS = 12

export async function subjectsOfFeeds(db: Db, now: Date): Promise<Subjects> {
  const { rows } = await sql<Subjects>`
    with public as (
      select locale, round_id, tags from post where publish_at <= ${now} and withdrawn_at is null
    )
    select
      array(select locale from public group by locale order by count(*) desc, locale) as locales,
      array(
        select code from round where exists (select from public where round_id = round.id) order by starts_on desc, code
      ) as rounds,
      array(
        select min(tag) from public, unnest(tags) as tag
        group by (tag_keys(array[tag]))[1] order by count(*) desc, min(tag) limit ${MOST_TAGS}
      ) as tags`.execute(db)
  return rows[0] ?? { locales: [], rounds: [], tags: [] }
}
