import { addDays, daysAfter, startOfDay } from '../../platform/days.ts'
import type { Round } from '../rounds/index.ts'

/** How an offer can end. It comes about, somebody would rather not, it is too late, or a coordinator takes it back. */
const outcomes = ['joined', 'declined', 'lapsed', 'withdrawn'] as const
export type Outcome = (typeof outcomes)[number]

/** Days that the three have to answer. */
export const answerDays = 5

/** Until when an offer can be answered: some days, and never past the last day of the round. */
export function openUntilOf({ endsOn, zone }: Pick<Round, 'endsOn' | 'zone'>, now: Date): Date {
  const end = startOfDay(addDays(endsOn, 1), zone)
  return new Date(Math.min(daysAfter(now, answerDays).getTime(), end.getTime()))
}

/** What comes of the answers so far: nothing until one would rather not, or all of them agree. */
export function outcomeOf(answers: readonly (boolean | null)[]): 'joined' | 'declined' | null {
  if (answers.includes(false)) return 'declined'
  return answers.every((agrees) => agrees === true) ? 'joined' : null
}

/**
 * Who is told that an offer came to nothing: the one who waits, as long as they do, and whoever had agreed. Who would
 * rather not knows it, and who never answered has nothing to wait for.
 */
export function toldOfEnd<Someone extends { isWaiting: boolean; agrees: boolean | null }>(
  people: readonly Someone[],
  stillWaits: boolean,
): Someone[] {
  return people.filter(({ isWaiting, agrees }) =>
    isWaiting ? stillWaits && agrees !== false : agrees === true,
  )
}
