import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { daysBefore } from '../../../platform/days.ts'
import { type Picture, pictureColumn } from '../../media/index.ts'
import type { Kind } from '../outlet.ts'

/** What is older is news to nobody: after a long fault, or a pause, it stays unsaid. */
const TOLD_FOR_DAYS = 2

/**
 * Posts that an account has not told of and is to: of its languages, out since it was added, and neither withdrawn nor brought in
 * with an old day.
 */
export async function untoldPosts(db: Db, now: Date): Promise<{ outletId: string; postId: string }[]> {
  const since = daysBefore(now, TOLD_FOR_DAYS)
  const { rows } = await sql<{ outletId: string; postId: string }>`
    select outlet.id as outlet_id, post.id as post_id
      from outlet join post on post.publish_at >= outlet.added_at and post.locale = any(outlet.locales)
     where post.publish_at > ${since} and post.publish_at <= ${now}
       and post.withdrawn_at is null and (post.brought_at is null or post.publish_at > post.brought_at)
       and not exists (select from outlet_message told where told.outlet_id = outlet.id and told.post_id = post.id)
     order by post.publish_at, post.id limit 100`.execute(db)
  return rows
}

/** A message that is due, with all that it takes to send it, or to take it away where `remote` is not null. */
export type Due = {
  outletId: string
  postId: string
  kind: Kind
  server: string
  /** Sealed; null after a restore. */
  token: Buffer | null
  key: string
  madeAt: Date
  tries: number
  remote: string | null
  slug: string
  title: string
  tags: string[]
  locale: string
  picture: Picture | null
}

/** Takes messages in hand that are due, so that no other worker does while the lease lasts; in a pause only what is to go. */
export async function lease(
  db: Db,
  now: Date,
  { most, minutes, isPaused }: { most: number; minutes: number; isPaused: boolean },
): Promise<Due[]> {
  const until = new Date(now.getTime() + minutes * 60_000)
  await wakeWithdrawn(db, now)
  const { rows } = await sql<Due>`
    with taken as (
      select message.outlet_id, message.post_id
        from outlet_message message join post on post.id = message.post_id
       where message.next_at <= ${now} and (message.leased_until is null or message.leased_until <= ${now})
         and (message.sent_at is not null or (post.withdrawn_at is null and not ${isPaused}::boolean))
       order by message.next_at, post.publish_at, post.id limit ${most} for update of message skip locked
    ), leased as (
      update outlet_message message set leased_until = ${until} from taken
       where message.outlet_id = taken.outlet_id and message.post_id = taken.post_id
      returning message.*
    )
    select leased.outlet_id, leased.post_id, outlet.kind, outlet.server, outlet_token.sealed as token, leased.key, leased.made_at,
           leased.tries, leased.remote, post.slug, post.title, post.tags, post.locale,
           ${pictureColumn('post.media_id')} as picture
      from leased join outlet on outlet.id = leased.outlet_id join post on post.id = leased.post_id
           left join outlet_token on outlet_token.outlet_id = outlet.id
     order by post.publish_at, post.id, leased.outlet_id`.execute(db)
  return rows
}

/** What was said of a post that has been withdrawn since is due to be taken away. */
const wakeWithdrawn = (db: Db, now: Date) =>
  sql`
    update outlet_message message set next_at = ${now} from post
     where post.id = message.post_id and post.withdrawn_at is not null
       and message.sent_at is not null and message.removed_at is null and message.next_at is null
       and message.problem is null`.execute(db)
