import {
  besideParts,
  type Folded,
  fewest,
  folded,
  type Group,
  inSteps,
} from '../../platform/small-numbers.ts'
import type { ToldQuestion } from '../surveys/index.ts'

/** By what those who took part are told apart in a report, one at a time. */
export const groupings = ['country', 'sector', 'experience'] as const
export type GroupedBy = (typeof groupings)[number]

/** What is known of a round: those who have had a partner in it, and how their pairs ended. */
export type Known = {
  groups: Record<GroupedBy, readonly Group[]>
  /** Pairings that lasted to the end, and in how many of them everyone said last that they were in touch. */
  pairs: { lasted: number; inTouch: number }
}

/** The same as it may be told. */
export type Told = {
  /** In steps of five. */
  participants: number
  countries: number
  /** Null where it would single somebody out. */
  groups: Record<GroupedBy, Folded>
  pairs: { lasted: number; inTouch: number }
}

/** What a report of a round tells. */
export type RoundReport = Told & {
  survey: { answered: number; questions: ToldQuestion[] } | null
  quotes: readonly { said: string; name: string | null; country: string | null }[]
  /** Of all volunteers together, in minutes. */
  minutes: number
}

/**
 * What may be told of a round, so that nobody can be singled out; null of one with fewer than five people. All numbers
 * move in steps of five. A grouping whose parts would give away more beside the whole is left out: the whole stands on
 * the page of the network’s impact, where everyone may read it.
 *
 * @source docs/decisions/0048-ambassadors.md
 */
export function toldOf({ groups, pairs }: Known): Told | null {
  const people = sum(groups.country)
  if (people < fewest) return null
  const told = Object.fromEntries(
    groupings.map((by) => [by, besideWhole(people, folded(groups[by]))]),
  ) as Record<GroupedBy, Folded>
  return {
    participants: inSteps(people),
    countries: groups.country.length,
    groups: told,
    pairs: { lasted: inSteps(pairs.lasted), inTouch: inSteps(pairs.inTouch) },
  }
}

function besideWhole(whole: number, groups: Folded): Folded {
  if (!groups) return null
  const parts = [...groups.shown.map(({ count }) => count), ...(groups.others > 0 ? [groups.others] : [])]
  return besideParts(whole, parts) < inSteps(whole) ? null : groups
}

const sum = (groups: readonly Group[]) => groups.reduce((all, { count }) => all + count, 0)
