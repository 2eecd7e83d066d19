import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { agreementDays } from '../contribution.ts'

/** An editor who saves several times in an hour asks once. */
const quietMinutes = 60

const before = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000)
const dayMinutes = 24 * 60

/** Accepted ones whose text was changed after their author agreed to it, and has been quiet since. */
export const dueAgain = (db: Db, now: Date): Promise<{ id: string }[]> =>
  db
    .selectFrom('contribution')
    .innerJoin('post', 'post.id', 'contribution.postId')
    .where('contribution.stage', '=', 'accepted')
    .where('contribution.agreedRevision', 'is not', null)
    .where('contribution.askedRevision', 'is', null)
    .where('post.agreedRevision', '<>', sql<number>`post.revision`)
    .where('post.publishAt', 'is', null)
    .where('post.updatedAt', '<', before(now, quietMinutes))
    .select('contribution.id')
    .orderBy('contribution.id')
    .execute()

/** Those whose author has not answered about the edited text for a week, and was not reminded. */
export const dueReminders = (db: Db, now: Date): Promise<{ id: string }[]> =>
  db
    .selectFrom('contribution')
    .where('stage', '=', 'accepted')
    .where('askedAt', '<', before(now, agreementDays.reminder * dayMinutes))
    .where('remindedAt', 'is', null)
    .select('id')
    .orderBy('id')
    .execute()

/** Whoever signs with their account is told as all who sign are. */
const isSigner = sql<boolean>`exists (select from post_author join author on author.id = post_author.author_id
  where post_author.post_id = post.id and author.person_id = contribution.person_id)`.as('isSigner')

/** Those that came out and whose author was not told. */
export const dueOut = (db: Db, now: Date): Promise<{ id: string; isSigner: boolean }[]> =>
  db
    .selectFrom('contribution')
    .innerJoin('post', 'post.id', 'contribution.postId')
    .where('contribution.stage', '=', 'accepted')
    .where('contribution.toldOutAt', 'is', null)
    .where('post.publishAt', '<=', now)
    .where('post.withdrawnAt', 'is', null)
    .select(['contribution.id', isSigner])
    .orderBy('contribution.id')
    .execute()

/** Those whose author believes that the post is out, and it was withdrawn; or withdrawn, and it is back. */
export const dueDown = (
  db: Db,
  now: Date,
): Promise<{ id: string; isSigner: boolean; because: string | null }[]> =>
  db
    .selectFrom('contribution')
    .innerJoin('post', 'post.id', 'contribution.postId')
    .where('contribution.stage', '=', 'accepted')
    .where('post.publishAt', '<=', now)
    .where(sql<boolean>`(post.withdrawn_at is null) <> (told_down_at is null)`)
    .select([
      'contribution.id',
      isSigner,
      sql<string | null>`case when post.withdrawn_at is not null then post.withdrawn_because end`.as(
        'because',
      ),
    ])
    .orderBy('contribution.id')
    .execute()
