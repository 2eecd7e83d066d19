import { addDays, daysBetween } from '../../platform/days.ts'
import type { Round } from '../rounds/index.ts'

/** What someone can choose to say to a check-in. */
export const answers = ['yes', 'not-yet', 'help'] as const
export type Choice = (typeof answers)[number]
/** What someone said, of which the last counts; `words`: something else, in words of their own, which a person reads. */
export type Answer = Choice | 'words'

/** The list that its emails go to: a person can leave it and stay in the round. */
export const checkInsList = 'check-ins'

/**
 * Days of mentoring on which a round asks, unless a coordinator says otherwise: the fourth, the tenth, and then each week,
 * so that whoever falls silent is noticed within a week. Not in the last two: nobody would find another partner then.
 *
 * @source docs/decisions/0063-asked-each-week.md
 */
export function usualDays({ startsOn, endsOn }: Pick<Round, 'startsOn' | 'endsOn'>): number[] {
  const last = daysBetween(startsOn, endsOn) - 14
  const weeks = Math.max(0, Math.floor((last - 10) / 7))
  const each = [4, 10, ...Array.from({ length: weeks }, (_, week) => 17 + 7 * week)]
  return each.filter((day, index) => day <= last || index === 0)
}

/** Days on which someone is away, `YYYY-MM-DD`, both included. */
export type Away = { from: string; until: string }

/** Those of a pairing in order, each day once: a day on which either is away counts for neither. */
export function togetherAway(all: readonly Away[]): Away[] {
  const joined: Away[] = []
  for (const { from, until } of all.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1)
    if (!last || from > last.until) joined.push({ from, until })
    else if (until > last.until) last.until = until
  }
  return joined
}

export const isAwayOn = (away: readonly Away[], day: string): boolean =>
  away.some(({ from, until }) => from <= day && day <= until)

/**
 * How many days lie between two that count: those on which nobody was away.
 *
 * @param after not included, `until` is; both `YYYY-MM-DD`
 * @param away as of `togetherAway`
 */
export function daysThatCount(after: string, until: string, away: readonly Away[]): number {
  const lost = away.map((one) => {
    const from = one.from > after ? one.from : addDays(after, 1)
    const end = one.until < until ? one.until : until
    return from <= end ? daysBetween(from, end) + 1 : 0
  })
  return daysBetween(after, until) - lost.reduce((sum, days) => sum + days, 0)
}

/** The day on which a day of mentoring falls; never one on which somebody is away. */
export function dayOfPlan(beganOn: string, day: number, away: readonly Away[]): string {
  let falls = addDays(beganOn, day)
  for (const { from, until } of away)
    if (from <= falls && until > beganOn)
      falls = addDays(falls, daysBetween(from > beganOn ? from : addDays(beganOn, 1), until) + 1)
  return falls
}

/** What decides whether someone is asked now. */
export type Clock = {
  /** Their first day of mentoring, by their own clock. */
  beganOn: string
  /** Of everyone in the pairing, as of `togetherAway`. */
  away: readonly Away[]
  /** The last day of the plan for which they were asked. */
  lastAsked: number | null
}

/**
 * The day of the plan for which someone is asked today: the last that has come, unless they were asked for it or for a
 * later one. Days that passed while nothing could be sent are asked once, as the last of them.
 *
 * @param days of the plan, in order
 * @param today `YYYY-MM-DD`, by their own clock
 */
export function dueDay(days: readonly number[], clock: Clock, today: string): number | null {
  if (today < clock.beganOn || isAwayOn(clock.away, today)) return null
  const reached = daysThatCount(clock.beganOn, today, clock.away)
  const due = days.filter((day) => day <= reached).at(-1)
  return due !== undefined && due > (clock.lastAsked ?? -1) ? due : null
}

/** An answer is late after so many days that count. */
const silentAfterDays = 3

/** Whether an answer to what was asked on a day is late. */
export const isLate = (askedOn: string, today: string, away: readonly Away[]): boolean =>
  daysThatCount(askedOn, today, away) >= silentAfterDays

export const standings = [
  'help',
  'wrote',
  'silent',
  'not-yet',
  'asked',
  'in-touch',
  'away',
  'looked-after',
  'not-asked',
] as const
/**
 * How somebody and their partner get on, by what they last said. `silent` is derived, from what they did not say; `wrote`
 * is who answered in words of their own; `looked-after` is who did that or asked for help, and whose case was settled since.
 */
export type Standing = (typeof standings)[number]

/** What a standing is made of. */
export type Said = {
  /** When and on which day of their own they were first asked since their last answer; or asked last, when there is nothing to answer. */
  asked: { at: Date; on: string } | null
  answer: { answer: Answer; at: Date } | null
  /** When their call for help was last settled. */
  settledAt: Date | null
  away: readonly Away[]
}

/** @param today `YYYY-MM-DD`, by their own clock */
export function standingOf({ asked, answer, settledAt, away }: Said, today: string): Standing {
  const isSeenTo = answer !== null && settledAt !== null && settledAt >= answer.at
  if (answer?.answer === 'help' && !isSeenTo) return 'help'
  if (answer?.answer === 'words' && !isSeenTo) return 'wrote'
  if (isAwayOn(away, today)) return 'away'
  if (asked === null) return 'not-asked'
  if (answer === null || answer.at < asked.at) return isLate(asked.on, today, away) ? 'silent' : 'asked'
  if (answer.answer === 'help' || answer.answer === 'words') return 'looked-after'
  return answer.answer === 'yes' ? 'in-touch' : 'not-yet'
}

/** How somebody stands, and what they said last. */
type Word = { standing: Standing; said: Answer | null }

/** Whether somebody says that they are in touch; who has just been asked anew said so last. */
export const isContent = ({ standing, said }: Word): boolean =>
  standing === 'in-touch' || (standing === 'asked' && said === 'yes')

/** Whether what partners say cannot both be so: one is in touch, the other has heard nothing. */
export const contradict = (all: readonly Word[]): boolean =>
  all.some(isContent) && all.some(({ standing }) => standing === 'not-yet' || standing === 'help')
