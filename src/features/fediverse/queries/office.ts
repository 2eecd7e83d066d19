import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { daysBefore } from '../../../platform/days.ts'
import { allow } from '../../../platform/refusals.ts'
import type { Actor, OpenMatters } from '../../people/index.ts'
import type { Channel } from '../channel.ts'
import { fediversePath } from '../paths.ts'
import { mayBlock } from '../policy.ts'
import { words } from '../words.ts'
import { allChannels, followerCounts, onSince } from './channels.ts'

/** What came back to a post: how many like it, passed it on, and answered. */
export type PostReactions = {
  id: string
  title: string
  locale: string
  slug: string
  at: Date
  likes: number
  shares: number
  replies: number
}

export type Failing = { host: string; since: Date; waiting: number; error: string | null }

export type Report = { id: string; host: string; words: string; about: string[]; at: Date }

export type Overview = {
  onSince: Date | null
  channels: { channel: Channel; followers: number }[]
  /** Of the last week. */
  sent: number
  waiting: number
  failing: Failing[]
  reactions: PostReactions[]
  reports: Report[]
}

/** All that the office sees of it. @throws Forbidden unless an editor or a director asks */
export async function overview(db: Db, actor: Actor, now: Date): Promise<Overview> {
  allow(mayBlock(actor))
  const [since, channels, counts, deliveries, failing, reactions, reports] = await Promise.all([
    onSince(db),
    allChannels(db),
    followerCounts(db),
    deliveryCounts(db, now),
    failingServers(db),
    latestReactions(db),
    openReports(db),
  ])
  return {
    onSince: since,
    channels: channels.map((channel) => ({ channel, followers: counts.get(channel.id) ?? 0 })),
    ...deliveries,
    ...{ failing, reactions, reports },
  }
}

const deliveryCounts = (db: Db, now: Date): Promise<{ sent: number; waiting: number }> =>
  db
    .selectFrom('fediverseDelivery')
    .select((eb) => [
      eb.fn
        .countAll<number>()
        .filterWhere('state', '=', 'sent')
        .filterWhere('endedAt', '>', daysBefore(now, 7))
        .as('sent'),
      eb.fn.countAll<number>().filterWhere('state', '=', 'waiting').as('waiting'),
    ])
    .executeTakeFirstOrThrow()

async function failingServers(db: Db): Promise<Failing[]> {
  const { rows } = await sql<Failing>`
    select server.host, server.failing_since as since,
      count(delivery.id)::int as waiting, (array_agg(delivery.error order by delivery.number desc))[1] as error
      from fediverse_server server
      left join fediverse_delivery delivery on delivery.host = server.host and delivery.state = 'waiting'
     where server.failing_since is not null and server.blocked_at is null
     group by server.host order by server.failing_since limit 50`.execute(db)
  return rows
}

/** Of the posts that were told of last: in the order in which they came out, not of what came back. */
async function latestReactions(db: Db): Promise<PostReactions[]> {
  const { rows } = await sql<PostReactions>`
    select post.id, post.title, post.locale, post.slug, told.told_at as at,
      (select count(*)::int from fediverse_reaction r where r.post_id = post.id and r.kind = 'like') as likes,
      (select count(*)::int from fediverse_reaction r where r.post_id = post.id and r.kind = 'share') as shares,
      (select count(*)::int from fediverse_reply reply join comment on comment.id = reply.comment_id
        where comment.post_id = post.id and comment.state = 'shown') as replies
      from fediverse_post told join post on post.id = told.post_id
     where told.ended_at is null order by told.told_at desc, post.id limit 20`.execute(db)
  return rows
}

const openReports = (db: Db): Promise<Report[]> =>
  db
    .selectFrom('fediverseReport')
    .where('settledAt', 'is', null)
    .select(['id', 'host', 'words', 'about', 'reportedAt as at'])
    .orderBy('reportedAt')
    .limit(50)
    .execute()

/** Who is kept away, the last first. */
export type Blocked = { who: string; host: string; isServer: boolean; at: Date; by: string | null }

/** @throws Forbidden unless an editor asks */
export async function blockedList(db: Db, actor: Actor): Promise<Blocked[]> {
  allow(mayBlock(actor))
  const { rows } = await sql<Blocked>`
    select server.host as who, server.host, true as "isServer", server.blocked_at as at, person.name as by
      from fediverse_server server left join person on person.id = server.blocked_by
     where server.blocked_at is not null
    union all
    select account.handle, account.host, false, account.blocked_at, person.name
      from fediverse_account account left join person on person.id = account.blocked_by
     where account.blocked_at is not null
    order by at desc, who limit 500`.execute(db)
  return rows
}

/** What other servers report, until somebody has looked at it. */
export const openMatters: OpenMatters = async (db, actor) => {
  if (!mayBlock(actor)) return []
  const { count, since } = await db
    .selectFrom('fediverseReport')
    .where('settledAt', 'is', null)
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('reportedAt').as('since')])
    .executeTakeFirstOrThrow()
  if (count === 0) return []
  const t = words(actor.locale)
  return [
    {
      text: t('matter.reports', { count }),
      act: { href: `${fediversePath}#reports`, label: t('matter.reports.act') },
      urgency: 'now' as const,
      ...(since && { since }),
    },
  ]
}
