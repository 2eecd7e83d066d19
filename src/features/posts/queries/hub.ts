import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { daysBefore } from '../../../platform/days.ts'

/** A post that came out or was taken back, of which the hub was not told; with what its feeds are of. */
export type Untold = { id: string; at: Date; code: string | null; locale: string; tags: string[] }

/** What is older is news to nobody: a hub that was away for so long, or is set only now, hears of what comes next. */
const TOLD_FOR_DAYS = 2

/** Of which posts the hub is to be told, the oldest change first. */
export async function untoldPosts(db: Db, now: Date): Promise<Untold[]> {
  const since = daysBefore(now, TOLD_FOR_DAYS)
  const { rows } = await sql<Untold>`
    select post.id, changed.at, round.code, post.locale, post.tags
    from post
      cross join lateral (select greatest(post.publish_at, post.withdrawn_at) as at) as changed
      left join round on round.id = post.round_id
      left join feed_ping on feed_ping.post_id = post.id
    where (post.publish_at > ${since} or post.withdrawn_at > ${since}) and post.publish_at <= ${now}
      and (post.brought_at is null or changed.at > post.brought_at)
      and (feed_ping.at is null or feed_ping.at < changed.at)
    order by changed.at, post.id limit 50`.execute(db)
  return rows
}
