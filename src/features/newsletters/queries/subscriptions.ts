import { type ExpressionBuilder, sql } from 'kysely'
import type { Db, Tables, Tx } from '../../../db/index.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { readUnsubscribeToken } from '../../../platform/mail/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { newsletterList } from '../../subscribers/index.ts'
import type { Rhythm } from '../rhythm.ts'

/** How somebody gets the newsletter. */
export type Subscription = {
  /** Of the subscriber. */
  id: string
  email: string
  locale: string
  rhythm: Rhythm
  pausedAt: Date | null
}

const subscribed = (db: Db | Tx) =>
  db
    .selectFrom('subscriber')
    .innerJoin('subscription', 'subscriberId', 'subscriber.id')
    .select(['subscriber.id', 'email', 'locale', 'pausedAt', sql<Rhythm>`rhythm`.as('rhythm')])
    .where('list', '=', newsletterList)
    .where(isOn)

const isOn = (eb: ExpressionBuilder<Tables, 'subscriber'>) =>
  eb.and([eb('subscriber.confirmedAt', 'is not', null), eb('subscriber.leftAt', 'is', null)])

/** The subscription of an address; undefined where it has none. */
export const subscriptionOf = (db: Db | Tx, email: string): Promise<Subscription | undefined> =>
  subscribed(db).where('emailKey', '=', emailKey(email)).executeTakeFirst()

/** All that an address gets. */
export type Subscriptions = {
  email: string
  newsletter: Subscription | null
  /** Whether it was asked about the newsletter and has not said yes. */
  isAsked: boolean
  /** Other lists that it is on, each with the id by which it leaves. */
  others: { id: string; list: string }[]
}

/**
 * What the holder of a key gets: the key that stands in each email of a list.
 *
 * @throws NotFound `no-such-subscription` for a key that is not ours, or of an address that was forgotten
 */
export async function subscriptionsByToken(
  db: Db | Tx,
  app: Parameters<typeof readUnsubscribeToken>[0],
  token: string,
): Promise<Subscriptions> {
  const leaving = readUnsubscribeToken(app, token)
  const own = leaving
    ? await db
        .selectFrom('subscriber')
        .select(['email', 'emailKey', 'list', 'confirmedAt'])
        .where('id', '=', leaving.readerId)
        .where('list', '=', leaving.list)
        .executeTakeFirst()
    : undefined
  if (!own) throw new NotFound('no-such-subscription')
  const [newsletter, others] = await Promise.all([
    subscriptionOf(db, own.email),
    db
      .selectFrom('subscriber')
      .select(['id', 'list'])
      .where('emailKey', '=', own.emailKey)
      .where('list', '<>', newsletterList)
      .where(isOn)
      .orderBy('list')
      .execute(),
  ])
  const isAsked = own.list === newsletterList && own.confirmedAt === null
  return { email: own.email, newsletter: newsletter ?? null, isAsked, others }
}

/** How many get the newsletter, by how often. */
export const readersByRhythm = (db: Db): Promise<{ rhythm: string; count: number }[]> =>
  db
    .selectFrom('subscriber')
    .innerJoin('subscription', 'subscriberId', 'subscriber.id')
    .select((eb) => ['rhythm', eb.fn.countAll<number>().as('count')])
    .where('list', '=', newsletterList)
    .where(isOn)
    .groupBy('rhythm')
    .orderBy('rhythm')
    .execute()
