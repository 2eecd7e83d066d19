import { dayMs } from '../../platform/days.ts'
import type { Task } from '../people/index.ts'

/** A longer pause between two acts means that somebody had set the work down. */
export const setDownAfterMinutes = 15
/** What somebody's first act counts after they sat down: what went before it left no trace. */
export const firstMinutes = 1

/**
 * What we promise a round of so many people, at the most: hours of all volunteers together from the end of applications
 * to the introductions, and in each week after.
 */
export const promise = { people: 1_000, preparingHours: 8, weekHours: 2 }

/** Something that a volunteer did in the office. */
export type Deed = {
  at: Date
  by: string
  task: Task
  /** Null where it is about no round, such as an email that came back. */
  roundId: string | null
}

/** Work that ended with a deed: how long it took, and for which round it was. */
export type Spell = Deed & { minutes: number }

/**
 * How long each deed took: since the one before it, or a minute when that was longer ago than a pause in the same
 * sitting. What is about no round was done for the one that the sitting was about.
 *
 * @param deeds in any order
 * @returns by person, each person's in order
 * @source docs/decisions/0061-hours-are-estimated-from-the-journal.md
 */
export function spellsOf(deeds: readonly Deed[]): Spell[] {
  const inOrder = deeds.toSorted((one, other) => one.at.getTime() - other.at.getTime())
  return [...Map.groupBy(inOrder, ({ by }) => by).values()].flatMap((own) =>
    sittingsOf(own).flatMap(ofSitting),
  )
}

/** @param deeds of one person, in order */
function sittingsOf(deeds: readonly Deed[]): Deed[][] {
  const sittings: Deed[][] = []
  for (const deed of deeds) {
    const last = sittings.at(-1)
    if (last && minutesBetween(last.at(-1), deed) <= setDownAfterMinutes) last.push(deed)
    else sittings.push([deed])
  }
  return sittings
}

function ofSitting(deeds: readonly Deed[]): Spell[] {
  let round = deeds.find(({ roundId }) => roundId !== null)?.roundId ?? null
  return deeds.map((deed, index) => {
    round = deed.roundId ?? round
    const minutes = index === 0 ? firstMinutes : minutesBetween(deeds[index - 1], deed)
    return { ...deed, roundId: round, minutes }
  })
}

const minutesBetween = (before: Deed | undefined, after: Deed) =>
  before ? (after.at.getTime() - before.at.getTime()) / 60_000 : 0

/** The three parts of a round: while people apply, from then to the introductions, and after them. */
export const parts = ['call', 'preparing', 'after'] as const
type Part = (typeof parts)[number]

/** Minutes of all volunteers together. */
export type Hours = {
  /** Whole minutes, which add up to those in all, as on the page. Tasks without any work are left out. */
  tasks: { task: Task; minutes: Record<Part, number> }[]
  total: Record<Part, number>
  /** Each week after the introductions, the first first; empty before them. */
  weeks: number[]
}

type Times = { applyUntil: Date; releasedAt: Date | null }

/**
 * @param spells of one round
 * @param order of the tasks
 * @param until the end of the last week that is told of
 */
export function hoursOf(spells: readonly Spell[], order: readonly Task[], times: Times, until: Date): Hours {
  const add = (minutes: readonly number[]) => minutes.reduce((all, one) => all + one, 0)
  const split = (some: readonly Spell[]) => {
    const byPart = Map.groupBy(some, ({ at }) => partOf(at, times))
    return inEachPart((part) => Math.round(add((byPart.get(part) ?? []).map(({ minutes }) => minutes))))
  }
  const byTask = Map.groupBy(spells, ({ task }) => task)
  const told = order.flatMap((task) => {
    const some = byTask.get(task)
    return some ? [{ task, minutes: split(some) }] : []
  })
  return {
    tasks: told,
    total: inEachPart((part) => add(told.map(({ minutes }) => minutes[part]))),
    weeks: weeksOf(spells, times.releasedAt, until),
  }
}

const inEachPart = (minutesOf: (part: Part) => number): Record<Part, number> => ({
  call: minutesOf('call'),
  preparing: minutesOf('preparing'),
  after: minutesOf('after'),
})

function partOf(at: Date, { applyUntil, releasedAt }: Times): Part {
  if (releasedAt !== null && at > releasedAt) return 'after'
  return at < applyUntil ? 'call' : 'preparing'
}

const weekMs = 7 * dayMs

function weeksOf(spells: readonly Spell[], releasedAt: Date | null, until: Date): number[] {
  if (releasedAt === null || until <= releasedAt) return []
  const weekOf = (at: Date) => Math.floor((at.getTime() - releasedAt.getTime()) / weekMs)
  const weeks = Array.from({ length: weekOf(new Date(until.getTime() - 1)) + 1 }, () => 0)
  for (const { at, minutes } of spells)
    if (at > releasedAt && at < until) weeks[weekOf(at)] = (weeks[weekOf(at)] ?? 0) + minutes
  return weeks
}
