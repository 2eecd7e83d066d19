import { sql } from 'kysely'
import { type Db, often } from '../../../db/index.ts'
import { type ListedPost, type Part, postsByIds } from '../../posts/index.ts'

/** A post of a cluster, with what it is there. */
export type ClusterPost = ListedPost & { part: Part | null }

/** The published posts of one fortnight of a round, in the order to read them in: lead, companions, guests, wrap-up. */
export async function clusterOf(
  db: Db,
  now: Date,
  { roundId, fortnight }: { roundId: string; fortnight: number },
): Promise<ClusterPost[]> {
  const query = sql<{ id: string; part: Part | null }>`
    select id, part from post
     where round_id = ${roundId} and fortnight = ${fortnight} and publish_at <= ${now} and withdrawn_at is null
     order by array_position(array['lead', 'companion', 'guest', 'wrap-up'], part), publish_at, id
     limit 60`
  const rows = await often(db, query.compile(db))
  const parts = new Map(rows.map(({ id, part }) => [id, part]))
  const posts = await postsByIds(db, now, [...parts.keys()])
  return posts.map((post) => ({ ...post, part: parts.get(post.id) ?? null }))
}

/** A topic of a round by its lead post, or by the first post of its fortnight. */
export type SeriesTopic = { fortnight: number; title: string; locale: string }

/** The topics of a round about which something has come out, in their order; named in the reader's language where they are. */
export async function topicsOfRound(
  db: Db,
  now: Date,
  { roundId, locale }: { roundId: string; locale: string },
): Promise<SeriesTopic[]> {
  const query = sql<SeriesTopic>`
    select distinct on (fortnight) fortnight, title, locale from post
     where round_id = ${roundId} and fortnight is not null and publish_at <= ${now} and withdrawn_at is null
     order by fortnight, coalesce(part = 'lead', false) desc, locale = ${locale} desc, publish_at, id`
  return often(db, query.compile(db))
}
