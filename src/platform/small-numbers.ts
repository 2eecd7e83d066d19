/** Numbers of fewer people than this could be about someone in particular. */
export const fewest = 5

/** As much of a number as may be watched: in steps of five, so that nobody reads from two visits who came in between. */
export const inSteps = (count: number): number => count - (count % fewest)

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

export const stepped = ({ name, count }: Group): Group => ({ name, count: inSteps(count) })
const sum = (groups: readonly Group[]) => groups.reduce((all, { count }) => all + count, 0)
export const largestFirst = (a: Group, b: Group) => b.count - a.count || (a.name < b.name ? -1 : 1)

/** Counts how often each name occurs. */
export const groupsOf = (names: readonly string[]): Group[] =>
  [...Map.groupBy(names, (name) => name)].map(([name, { length }]) => ({ name, count: length }))

/**
 * As much of a whole as may stand beside the parts it is made of. Told next to parts that are each four more than told, a
 * whole could leave no doubt about any of them: then it is told a step lower.
 *
 * @param told each part, in steps of five; parts that are nobody's are among them
 */
export function besideParts(whole: number, told: readonly number[]): number {
  const most =
    told.reduce((all, count) => all + count, 0) + inSteps(Math.max(0, (fewest - 1) * told.length - 1))
  return Math.min(inSteps(whole), most)
}
