import { sql } from 'kysely'
import type { Db, Tx } from '../../db/index.ts'
import { dayIn } from '../../platform/days.ts'
import { formats } from '../../platform/formats.ts'
import type { Actor, RoundMatters } from '../people/index.ts'
import { editRoundPath, mayRunRounds, phaseOf, type Round, roundsFor, roundTitle } from '../rounds/index.ts'
import { callsList, newsletterList } from '../subscribers/index.ts'
import { type Standing, standingOf } from './pause.ts'
import { words } from './words.ts'

/** What will happen, in numbers. */
export type Outlook = Standing & {
  /** Who is told: people with an account, and applicants who have none yet. */
  people: number
  /** Applications whose answers go, and drafts. */
  applications: number
  drafts: number
  /** Addresses that stay: they asked to be told of the next call, or for the newsletter, which waits. */
  waiting: number
  readers: number
  posts: number
  /** Posts that are scheduled, and wait. */
  scheduled: number
}

/** What a pause would do now; a few queries. */
export async function outlookOf(db: Db | Tx, actor: Actor, now: Date): Promise<Outlook> {
  const rounds = await roundsFor(db, actor)
  const standing = standingOf(rounds.map((round) => ({ round, phase: phaseOf(round, now) })))
  const numbers = await db
    .selectNoFrom([
      sql<number>`(select count(*)::int from (${told}) told)`.as('people'),
      sql<number>`(select count(*)::int from application where email <> '')`.as('applications'),
      sql<number>`(select count(*)::int from application_draft where application_id is null)`.as('drafts'),
      onList(callsList).as('waiting'),
      onList(newsletterList).as('readers'),
      sql<number>`(select count(*)::int from post where publish_at <= ${now} and withdrawn_at is null)`.as(
        'posts',
      ),
      sql<number>`(select count(*)::int from post where publish_at > ${now} and withdrawn_at is null)`.as(
        'scheduled',
      ),
    ])
    .executeTakeFirstOrThrow()
  return { ...standing, ...numbers }
}

/**
 * Calls whose deadline passed while the network was paused, so that nobody could apply to the end, and about which nobody has
 * decided since it woke up: by saving their dates, new ones or the same, or by giving places.
 */
export async function missedCalls(db: Db | Tx, actor: Actor, now: Date): Promise<Round[]> {
  const rounds = await roundsFor(db, actor)
  const waiting = rounds.filter((round) => phaseOf(round, now) === 'matching')
  if (waiting.length === 0) return []
  const pauses = await db.selectFrom('networkPause').select(['pausedAt', 'wokenAt']).execute()
  const passed = waiting.flatMap((round) => {
    const pause = pauses.find(
      ({ pausedAt, wokenAt }) => pausedAt < round.applyUntil && round.applyUntil <= (wokenAt ?? now),
    )
    return pause ? [{ round, wokenAt: pause.wokenAt ?? now }] : []
  })
  if (passed.length === 0) return []
  const decided = await decidedAt(
    db,
    passed.map(({ round }) => round.id),
  )
  return passed.flatMap(({ round, wokenAt }) => ((decided.get(round.id) ?? 0) > wokenAt ? [] : [round]))
}

/** When somebody last saved the dates of rounds or gave places in them. */
async function decidedAt(db: Db | Tx, roundIds: readonly string[]): Promise<Map<string, Date>> {
  const rows = await db
    .selectFrom('round')
    .where('id', 'in', roundIds)
    .select([
      'id',
      sql<Date | null>`greatest(
        (select max(at) from journal where act = 'round.changed' and subject = round.id::text),
        (select max(accepted_at) from application where round_id = round.id))`.as('at'),
    ])
    .execute()
  return new Map(rows.flatMap(({ id, at }) => (at ? [[id, at] as const] : [])))
}

const onList = (list: string) =>
  sql<number>`(select count(*)::int from subscriber where list = ${list} and confirmed_at is not null and left_at is null)`

/** Everyone with an account, and each address that applied to a round without having one; by a key of their own. */
const told = sql<Recipient>`
  select id::text as key, id as person_id, email, name, given_name, locale, zone from person
   where disabled_at is null and erased_at is null
  union all
  (select distinct on (lower(email)) 'application:' || id, null::uuid, email, name, given_name,
      locale, coalesce(zone, 'UTC')
    from application
   where person_id is null and email <> ''
     and not exists (select from person where lower(person.email) = lower(application.email))
   -- Always the same one of several, by whose number it is known who was told.
   order by lower(email), id)`

export type Recipient = {
  key: string
  personId: string | null
  email: string
  name: string
  givenName: string
  locale: string
  zone: string
}

/** The next of those who are told, by their keys. @param after the key of the last one before; empty for the first */
export async function recipientsAfter(db: Db | Tx, after: string, limit: number): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    select * from (${told}) told where key > ${after} order by key limit ${limit}`.execute(db)
  return rows
}

export type Pause = { id: string; pausedAt: Date; toldAt: Date | null }

/** The pause there is now. */
export const openPause = (db: Db | Tx): Promise<Pause | undefined> =>
  db
    .selectFrom('networkPause')
    .select(['id', 'pausedAt', 'toldAt'])
    .where('wokenAt', 'is', null)
    .executeTakeFirst()

/** Its emails, by their keys, also those that have left. */
export async function emailsOf(db: Db | Tx, pauseId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('outbox')
    .where('key', 'like', `${keyOf(pauseId, '')}%`)
    .select('key')
    .execute()
  return rows.map(({ key }) => key)
}

export const keyOf = (pauseId: string, to: string) => `network-paused:${pauseId}:${to}`

/** Calls to which nobody could apply to the end, once the network is awake. */
export const pauseMatters: RoundMatters = async (db, actor, now) => {
  if (!mayRunRounds(actor)) return []
  const t = words(actor.locale)
  const [pause, missed] = await Promise.all([openPause(db), missedCalls(db, actor, now)])
  return (pause ? [] : missed).map((round) => ({
    text: t('matter.call', {
      round: roundTitle(actor.locale, round),
      day: formats(actor.locale, round.zone).shortDay(dayIn(round.applyUntil, round.zone)),
    }),
    act: { href: editRoundPath(round.code), label: t('way.dates') },
    urgency: 'now',
    round: { code: round.code },
  }))
}
