import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { daysBefore } from '../../../platform/days.ts'

/** A post that came out, was changed or was withdrawn, of which search engines were not told. */
export type Unindexed = { id: string; slug: string; at: Date; tries: number }

/** What is older is found by itself: a network that tells search engines from now on begins with what is new. */
const TOLD_FOR_DAYS = 2

/** The posts of which they are to be told now, the oldest change first. @param most in one message */
export async function unindexedPosts(db: Db, now: Date, most: number): Promise<Unindexed[]> {
  const since = daysBefore(now, TOLD_FOR_DAYS)
  const { rows } = await sql<Unindexed>`
    select post.id, post.slug, changed.at, coalesce(ping.tries, 0) as tries
    from post
      cross join lateral (select greatest(post.publish_at, post.updated_at, post.withdrawn_at) as at) as changed
      left join search_ping as ping on ping.post_id = post.id
    where post.publish_at <= ${now} and changed.at > ${since}
      and (post.brought_at is null or changed.at > post.brought_at)
      and (ping.at is null or ping.at < changed.at)
      and (ping.next_at is null or ping.next_at <= ${now})
    order by changed.at, post.id limit ${most}`.execute(db)
  return rows
}
