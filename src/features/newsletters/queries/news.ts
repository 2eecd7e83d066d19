import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { type Picture, pictureColumn } from '../../media/index.ts'
import { newsletterList, onList } from '../../subscribers/index.ts'
import type { Rhythm } from '../rhythm.ts'

/** A post as an email tells of it. */
export type Told = {
  id: string
  slug: string
  title: string
  summary: string
  byline: string
  locale: string
  publishAt: Date
  /** In which its day is named: that of its round. */
  zone: string
  picture: Picture | null
}

/** Posts as an email tells of them; none that was withdrawn. */
export const told = (db: Db | Tx) =>
  db
    .selectFrom('post')
    .leftJoin('round', 'round.id', 'post.roundId')
    .select(['post.id', 'post.slug', 'post.title', 'post.summary', 'post.byline', 'post.locale'])
    .select((eb) => eb.ref('post.publishAt').$notNull().as('publishAt'))
    .select([
      sql<string>`coalesce(round.zone, 'UTC')`.as('zone'),
      pictureColumn('post.media_id').as('picture'),
    ])
    .where('post.withdrawnAt', 'is', null)

/** The number of the newest post that subscribers are told of; 0 for none. */
export async function newestNumber(db: Db | Tx): Promise<number> {
  const { number } = await db
    .selectFrom('newsPost')
    .select((eb) => eb.fn.max<number | null>('number').as('number'))
    .executeTakeFirstOrThrow()
  return number ?? 0
}

/** What is news after a number, in the order in which it came out, and public at this instant. */
export const newsAfter = (
  db: Db | Tx,
  { after, upTo, now }: { after: number; upTo: number; now: Date },
): Promise<(Told & { number: number })[]> =>
  told(db)
    .innerJoin('newsPost', 'newsPost.postId', 'post.id')
    .select('newsPost.number')
    .where('newsPost.number', '>', after)
    .where('newsPost.number', '<=', upTo)
    .where('post.publishAt', '<=', now)
    .orderBy('newsPost.number')
    .execute()

/** The newest post that is public, as an example of one. */
export const newestPost = (db: Db, now: Date): Promise<Told | undefined> =>
  told(db)
    .where('post.publishAt', '<=', now)
    .orderBy('post.publishAt', 'desc')
    .orderBy('post.id')
    .limit(1)
    .executeTakeFirst()

export type Reader = {
  subscriberId: string
  email: string
  locale: string
  rhythm: Rhythm
  toldNumber: number
}

/** Which fortnight and month it is, and the number of the newest post. */
export type Instant = { newest: number; fortnight: number; month: number }

/**
 * Some of those who are to be told of something, or whose next fortnight or month has begun, locked until the transaction
 * ends; those whom another worker has locked are left to it. A period that lies further ahead than the next one was told of by
 * a clock that was wrong, and is not waited for: posts that were told of are not told of again, whatever the clock says.
 */
export const dueReaders = (
  tx: Tx,
  { newest, fortnight, month }: Instant,
  atMost: number,
): Promise<Reader[]> => {
  const period = sql<number>`case rhythm when 'fortnight' then ${fortnight}::int else ${month}::int end`
  return onList(tx, newsletterList)
    .innerJoin('subscription', 'subscription.subscriberId', 'subscriber.id')
    .select(['subscription.subscriberId', 'email', 'locale', 'toldNumber', sql<Rhythm>`rhythm`.as('rhythm')])
    .where('pausedAt', 'is', null)
    .where(
      sql<boolean>`case rhythm when 'each' then told_number < ${newest}
        else told_period < ${period} or told_period > ${period} + 1 end`,
    )
    .orderBy('subscription.subscriberId')
    .limit(atMost)
    .forUpdate('subscription')
    .skipLocked()
    .execute()
}

/** A post as an email would tell of it, public or not; undefined for one that was withdrawn. */
export const toldOf = (db: Db, id: string): Promise<Told | undefined> =>
  told(db).where('post.id', '=', id).executeTakeFirst()
