import { sql } from 'kysely'
import type { Db, Tx } from '../../db/index.ts'
import { emailKey } from '../../platform/email-key.ts'
import { hashOf } from '../../platform/secret.ts'
import { ownApplicationsOf } from '../applications/index.ts'
import type { OwnMatters, RoundMatters } from '../people/index.ts'
import { nextCallPath, openCalls } from '../rounds/index.ts'
import { tellPath } from './paths.ts'
import { mayTellOfCalls } from './policy.ts'
import { callsList, type List, repliesList } from './subscriber.ts'
import { words } from './words.ts'

/** Those on a list: who said yes and has not left. */
export const onList = (db: Db | Tx, list: List = callsList) =>
  db
    .selectFrom('subscriber')
    .where('list', '=', list)
    .where('confirmedAt', 'is not', null)
    .where('leftAt', 'is', null)

export type Waiting = { id: string; email: string; locale: string; hasApplied: boolean }

/** Those who wait for a call, and whether they have applied to this round meanwhile. */
export const waitingFor = (db: Db | Tx, roundId: string): Promise<Waiting[]> =>
  onList(db)
    .where('toldOf', 'is', null)
    .select(['id', 'email', 'locale'])
    .select(
      // One list of addresses, looked up by hash: joined row by row it would take seconds for thousands.
      sql<boolean>`email_key in (
        select lower(application.email) from application where round_id = ${roundId} and unconfirmed_since is null
        union all
        select person.email_key from application join person on person.id = person_id where round_id = ${roundId}
      )`.as('hasApplied'),
    )
    .orderBy('confirmedAt')
    .orderBy('id')
    .execute()

/** How many wait, by language, the most first; and how many of those on the list joined in each month. */
export type ListNumbers = {
  waiting: number
  locales: { locale: string; count: number }[]
  months: { month: string; count: number }[]
}

/** The same of some of them, without their months. */
export function numbersOf(waiting: readonly Waiting[]): Omit<ListNumbers, 'months'> {
  const locales = [...Map.groupBy(waiting, ({ locale }) => locale)].map(([locale, { length }]) => ({
    locale,
    count: length,
  }))
  return { waiting: waiting.length, locales: locales.toSorted((a, b) => b.count - a.count) }
}

export async function listNumbers(db: Db): Promise<ListNumbers> {
  const count = sql<number>`count(*)::int`.as('count')
  const waiting = onList(db).where('toldOf', 'is', null)
  const locales = await waiting
    .groupBy('locale')
    .select(['locale', count])
    .orderBy('count', 'desc')
    .orderBy('locale')
    .execute()
  const month = sql<string>`to_char(confirmed_at at time zone 'UTC', 'YYYY-MM')`
  const months = await waiting
    .groupBy(month)
    .select([month.as('month'), count])
    .orderBy('month', 'desc')
    .execute()
  return { waiting: locales.reduce((sum, one) => sum + one.count, 0), locales, months }
}

export type Kept = {
  email: string
  locale: string
  askedAt: Date
  confirmedAt: Date | null
  consentVersion: string | null
  toldOf: string | null
}

/** All who are on the list, who joined first first. */
export const keptSubscribers = (db: Db | Tx): Promise<Kept[]> =>
  onList(db)
    .leftJoin('round', 'round.id', 'toldOf')
    .select(['email', 'locale', 'askedAt', 'confirmedAt', 'consentVersion', 'round.code as toldOf'])
    .orderBy('confirmedAt')
    .execute()

/** The address that an emailed link would confirm; undefined when it works no more. */
export const questionByLink = (db: Db, secret: string, list: List = callsList) =>
  db
    .selectFrom('subscriber')
    .select(['id', 'email'])
    .where('confirmHash', '=', hashOf(secret))
    .where('list', '=', list)
    .executeTakeFirst()

/** Whether an address waits for the next call: the id by which it leaves the list. */
export const waitingId = async (db: Db, email: string): Promise<string | null> =>
  (
    await onList(db)
      .where('emailKey', '=', emailKey(email))
      .where('toldOf', 'is', null)
      .select('id')
      .executeTakeFirst()
  )?.id ?? null

/** Whether an address is told of answers to its comments: the id by which it leaves that list. */
export const repliesId = async (db: Db | Tx, email: string): Promise<string | null> =>
  (await onList(db, repliesList).where('emailKey', '=', emailKey(email)).select('id').executeTakeFirst())
    ?.id ?? null

/** Those who are still to be told that a round is open. */
export const callMatters: RoundMatters = async (db, actor, now, code) => {
  if (!mayTellOfCalls(actor)) return []
  const t = words(actor.locale)
  const calls = (await openCalls(db, now)).filter((round) => code === undefined || round.code === code)
  const counted = calls.map(async (round) => {
    const count = (await waitingFor(db, round.id)).filter(({ hasApplied }) => !hasApplied).length
    return count === 0
      ? []
      : [
          {
            round,
            text: t('matter.tell', { count }),
            act: { href: tellPath(round.code), label: t('matter.tell.act') },
            urgency: 'now' as const,
            since: round.applyFrom,
          },
        ]
  })
  return (await Promise.all(counted)).flat()
}

/** That one waits for the next call; or, for who got no place, that one can. Nothing while one can apply. */
export const ownWaiting: OwnMatters = async (db, actor, now) => {
  if ((await openCalls(db, now)).length > 0) return []
  const t = words(actor.locale)
  const isWaiting = actor.email !== null && (await waitingId(db, actor.email)) !== null
  const own = await ownApplicationsOf(db, actor.id, now)
  if (!isWaiting && !own.some(({ state }) => state === 'waitlisted')) return []
  return [
    {
      title: t('mine.title'),
      text: [t(isWaiting ? 'mine.on' : 'mine.ask')],
      links: [{ href: nextCallPath, label: t(isWaiting ? 'mine.see' : 'mine.link') }],
      place: 45,
    },
  ]
}
