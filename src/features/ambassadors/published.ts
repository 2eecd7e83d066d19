import { fewest, type Group, inSteps, largestFirst, stepped } from '../../platform/small-numbers.ts'

/** Groups that overlap, as languages do: those with five people at least, in steps of five. */
export const spoken = (groups: readonly Group[]): Group[] =>
  groups
    .filter(({ count }) => count >= fewest)
    .map(stepped)
    .toSorted(largestFirst)

/** How many places a country has left: from at least so many to at most so many. */
export type Places = { from: number; to: number }

/**
 * Places that are left, told by what is told of those taken: anything nearer would give the number away.
 *
 * @param most that may go to the country
 */
export function placesLeft(most: number, taken: number): Places {
  const to = Math.max(0, most - inSteps(taken))
  return { from: Math.max(0, to - (fewest - 1)), to }
}
