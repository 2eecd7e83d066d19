import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'

/** A post that was to come out while the network was paused. `zone` is that of its round. */
export type MissedPost = {
  id: string
  title: string
  publishAt: Date
  zone: string
  roundCode: string | null
  /** See `isOfTopic`. */
  number: number | null
}

/** Posts whose time passed in a pause, and that have no other yet; the oldest time first. */
export const missedPosts = (db: Db | Tx, now: Date): Promise<MissedPost[]> =>
  db
    .selectFrom('postHeld')
    .innerJoin('post', 'post.id', 'postHeld.postId')
    .leftJoin('round', 'round.id', 'post.roundId')
    .select(['post.id', 'post.title', 'postHeld.publishAt', 'round.code as roundCode', 'post.number'])
    .select(sql<string>`coalesce(round.zone, 'UTC')`.as('zone'))
    .where('post.publishAt', 'is', null)
    .where('post.withdrawnAt', 'is', null)
    .where('postHeld.publishAt', '<=', now)
    .orderBy('postHeld.publishAt')
    .orderBy('post.id')
    .execute()
