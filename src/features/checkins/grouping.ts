import { type Standing, standings } from './checkin.ts'

/** By what those who are in pairs are told apart. */
export const groupings = ['country', 'sector', 'experience'] as const
export type Grouping = (typeof groupings)[number]

type Counted = { standing: Standing }

/** How many of those who are alike stand how. */
export type Group = { name: string; people: number; counts: Record<Standing, number> }

/** Everybody in one group, by its name; the largest first. */
export function groupsOf<One extends Counted>(
  members: readonly One[],
  nameOf: (one: One) => string,
): Group[] {
  return [...Map.groupBy(members, nameOf)]
    .map(([name, alike]) => ({ name, people: alike.length, counts: countsAmong(alike) }))
    .toSorted((one, other) => other.people - one.people || (one.name < other.name ? -1 : 1))
}

/** How many of some pairs stand how, and in how many two say different things. */
export const countsOf = (
  pairs: readonly { members: readonly Counted[]; contradicts: boolean }[],
): Record<Standing | 'contradict', number> => ({
  ...countsAmong(pairs.flatMap(({ members }) => members)),
  contradict: pairs.filter(({ contradicts }) => contradicts).length,
})

function countsAmong(members: readonly Counted[]): Record<Standing, number> {
  const counts = Object.fromEntries(standings.map((one) => [one, 0])) as Record<Standing, number>
  for (const { standing } of members) counts[standing] += 1
  return counts
}
