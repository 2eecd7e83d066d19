import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'

/** What there are feeds of, beside all posts: languages and rounds with the newest first, tags with the most posts first. */
export type Subjects = { locales: string[]; rounds: string[]; tags: string[] }

/** Most tags that are named. */
const MOST_TAGS = 12

export async function subjectsOfFeeds(db: Db, now: Date): Promise<Subjects> {
  const { rows } = await sql<Subjects>`
    select
      array(
        select locale from post where publish_at <= ${now} and withdrawn_at is null
        group by locale order by count(*) desc, locale
      ) as locales,
      array(
        select code from round where id in (select round_id from post where publish_at <= ${now} and withdrawn_at is null)
        order by starts_on desc, code
      ) as rounds,
      array(
        select min(tag) from post_tag where publish_at <= ${now} and withdrawn_at is null
        group by key order by count(*) desc, min(tag) limit ${MOST_TAGS}
      ) as tags`.execute(db)
  return rows[0] ?? { locales: [], rounds: [], tags: [] }
}
