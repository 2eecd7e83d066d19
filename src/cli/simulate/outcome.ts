import { sql } from 'kysely'
import type { Goals } from '../../features/cases/queries/goal.ts'
import type { RoundHours } from '../../features/hours/queries.ts'
import type { Round } from '../../features/rounds/index.ts'
import { dayMs } from '../../platform/days.ts'
import type { Course } from './course.ts'
import type { Trouble } from './noticed.ts'
import type { Temper } from './people.ts'
import type { World } from './world.ts'

/** Somebody silent should be noticed so soon. */
export const noticeDays = 7

/** Days, the middle one and the longest; null where there are none. */
export type Days = { middle: number; longest: number } | null

export type Noticing = {
  temper: Temper
  count: number
  inTime: number
  later: number
  never: number
  days: Days
}

/** What became of those who were left alone. */
export type Alone = {
  count: number
  newPartner: number
  /** From when the partner was there no more to the new introduction. */
  days: Days
  waiting: number
  left: number
  /** They are in a pairing with somebody who is not there. */
  unhelped: number
}

export type Help = { calls: number; answered: number; days: Days }

/** What the page of cases says of both promises. */
type Told = Pick<Goals, 'noticed' | 'offered'>

export type Outcome = {
  people: { applied: number; tookPart: number; pairings: number; reserve: number }
  noticing: Noticing[]
  falseAlarms: number
  /** Who lost their place for their silence and would have come back. */
  letGo: number
  alone: Alone
  help: Help
  told: Told
  withoutPartner: number
  mails: number
  sittings: number
  cutShort: number
  hours: RoundHours
}

const daysOf = (spans: readonly number[]): Days => {
  const inOrder = spans.toSorted((a, b) => a - b)
  const [middle, longest] = [inOrder[Math.floor((inOrder.length - 1) / 2)], inOrder.at(-1)]
  return middle === undefined || longest === undefined
    ? null
    : { middle: tenth(middle), longest: tenth(longest) }
}

const tenth = (days: number) => Math.round(days * 10) / 10

/** When those who were not there any more came to the office's notice, by how they went. */
export function noticingOf({ watch, cast }: Course, end: Date): Noticing[] {
  // Who left on their own page is known at once.
  const troubles = watch.troubles.filter(
    ({ since }) => (end.getTime() - since.getTime()) / dayMs >= noticeDays,
  )
  const byTemper = Map.groupBy(troubles, ({ personId }) => cast.get(personId)?.temper ?? 'steady')
  return [...byTemper]
    .map(([temper, some]) => {
      const spans = some.flatMap(spanOf)
      const inTime = spans.filter((days) => days <= noticeDays).length
      return {
        ...{ temper, count: some.length, inTime, later: spans.length - inTime },
        ...{ never: some.length - spans.length, days: daysOf(spans) },
      }
    })
    .toSorted((one, other) => other.count - one.count || (one.temper < other.temper ? -1 : 1))
}

const spanOf = ({ since, noticedAt }: Trouble): number[] =>
  noticedAt ? [(noticedAt.getTime() - since.getTime()) / dayMs] : []

type Fate = { personId: string; pairingId: string | null; confirmedAt: Date | null; isIn: boolean }

/** Where everyone is at the end. */
async function fatesOf({ app }: World, round: Round): Promise<Map<string, Fate>> {
  const { rows } = await sql<Fate>`
    select application.person_id, pairing.id as pairing_id, pairing.confirmed_at,
      exists (select from participant where participant.application_id = application.id) as is_in
    from application
    left join pairing_member member on member.application_id = application.id and member.ended_at is null
    left join pairing on pairing.id = member.pairing_id and pairing.dissolved_at is null
    where application.round_id = ${round.id}`.execute(app.db)
  return new Map(rows.map((row) => [row.personId, row]))
}

/** How many of those who would never have left by themselves have no place at the end. */
export async function letGoOf(world: World, round: Round, { cast }: Course): Promise<number> {
  const fates = await fatesOf(world, round)
  return [...cast].filter(([id, { gone }]) => (gone === null || gone.until !== null) && !fates.get(id)?.isIn)
    .length
}

export async function aloneOf(world: World, round: Round, { watch }: Course): Promise<Alone> {
  const fates = await fatesOf(world, round)
  const alone = watch.troubles.flatMap((trouble) =>
    trouble.left.map((personId) => ({ trouble, fate: fates.get(personId) })),
  )
  const became = alone.map(({ trouble, fate }) => {
    if (!fate?.isIn) return { as: 'left' as const }
    if (fate.pairingId === null) return { as: 'waiting' as const }
    if (fate.pairingId === trouble.pairingId || !fate.confirmedAt) return { as: 'unhelped' as const }
    return { as: 'newPartner' as const, days: (fate.confirmedAt.getTime() - trouble.since.getTime()) / dayMs }
  })
  const count = (as: 'left' | 'waiting' | 'unhelped' | 'newPartner') =>
    became.filter((one) => one.as === as).length
  return {
    ...{ count: alone.length, newPartner: count('newPartner'), waiting: count('waiting') },
    ...{ left: count('left'), unhelped: count('unhelped') },
    days: daysOf(became.flatMap((one) => (one.as === 'newPartner' ? [one.days] : []))),
  }
}

/** Calls for help, and how soon somebody wrote or noted something about them, the pairing ended, or all was well again. */
export async function helpOf({ app }: World, round: Round): Promise<Help> {
  const { rows } = await sql<{ askedAt: Date; answeredAt: Date | null }>`
    select min(said.answered_at) as asked_at, min(settled.at) as answered_at
    from check_in_answer said
    join check_in on check_in.id = said.check_in_id
    join pairing on pairing.id = check_in.pairing_id and pairing.round_id = ${round.id}
    left join lateral (
      select ended_at as at from pairing_member member
        where member.pairing_id = check_in.pairing_id and member.ended_at >= said.answered_at
      union all select event.at from case_event event join pairing_case on pairing_case.id = event.case_id
        where pairing_case.pairing_id = check_in.pairing_id and event.at >= said.answered_at
          and event.kind in ('noted', 'mailed', 'parted', 'closed')
      union all select other.answered_at from check_in_answer other join check_in later on later.id = other.check_in_id
        where later.pairing_id = check_in.pairing_id and later.application_id = check_in.application_id
          and other.answer = 'yes' and other.answered_at >= said.answered_at
    ) settled on true
    where said.answer = 'help'
    group by check_in.id`.execute(app.db)
  const spans = rows.flatMap(({ askedAt, answeredAt }) =>
    answeredAt ? [(answeredAt.getTime() - askedAt.getTime()) / dayMs] : [],
  )
  return { calls: rows.length, answered: spans.length, days: daysOf(spans) }
}
