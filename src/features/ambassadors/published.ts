import { fewest, inSteps } from '../../platform/small-numbers.ts'

/** How many there are of one kind. */
export type Group = { name: string; count: number }

/** Groups that may be told, the largest first, and all others in one; null where there is too little to tell. */
export type Folded = { shown: Group[]; others: number } | null

/**
 * Groups of which each person is in one, so that nobody can be singled out: what is smaller than five is told together
 * with the next smallest, until that is two groups and five people at least. What is told moves in steps of five.
 *
 * @source docs/decisions/0048-ambassadors.md
 */
export function folded(groups: readonly Group[]): Folded {
  const inOrder = groups.filter(({ count }) => count > 0).toSorted(largestFirst)
  const isSmall = inOrder.findIndex(({ count }) => count < fewest)
  let kept = isSmall === -1 ? inOrder.length : isSmall
  while (kept > 0 && !mayStand(inOrder.slice(kept))) kept -= 1
  const others = sum(inOrder.slice(kept))
  if (kept === 0) return null
  return { shown: inOrder.slice(0, kept).map(stepped), others: inSteps(others) }
}

/** What is told as one: nothing, or enough that none in it is known by what the whole is. */
const mayStand = (together: readonly Group[]) =>
  together.length === 0 || (together.length > 1 && sum(together) >= fewest)

/** Groups that overlap, as languages do: those with five people at least, in steps of five. */
export const spoken = (groups: readonly Group[]): Group[] =>
  groups
    .filter(({ count }) => count >= fewest)
    .map(stepped)
    .toSorted(largestFirst)

const stepped = ({ name, count }: Group): Group => ({ name, count: inSteps(count) })
const sum = (groups: readonly Group[]) => groups.reduce((all, { count }) => all + count, 0)
const largestFirst = (a: Group, b: Group) => b.count - a.count || (a.name < b.name ? -1 : 1)

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

/** Counts how often each name occurs. */
export const groupsOf = (names: readonly string[]): Group[] =>
  [...Map.groupBy(names, (name) => name)].map(([name, { length }]) => ({ name, count: length }))
