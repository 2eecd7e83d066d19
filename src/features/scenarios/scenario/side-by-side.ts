/** As many scenarios as a page can show beside each other and a reader can hold in mind. */
export const mostSideBySide = 4

type Numbered = { number: number }

/**
 * Which scenarios stand beside each other: those asked for, else the plan and the newest others. The plan
 * comes first, then the oldest.
 *
 * @param done every scenario with a proposal, in any order
 */
export function sideBySide<Scenario extends Numbered>(
  done: readonly Scenario[],
  plan: number | null,
  wanted: readonly number[],
): Scenario[] {
  const asked = done.filter(({ number }) => wanted.includes(number))
  const rank = ({ number }: Numbered) => (number === plan ? Number.POSITIVE_INFINITY : number)
  const chosen = (asked.length > 0 ? asked : done)
    .toSorted((a, b) => rank(b) - rank(a))
    .slice(0, mostSideBySide)
  return chosen.sort((a, b) => Number(b.number === plan) - Number(a.number === plan) || a.number - b.number)
}

/** Points of 10,000 as a page writes them, to a tenth of a percent: nobody is better than who reads the same. */
export const asWritten = (points: number) => Math.round(points / 10)

/**
 * The places of the best of several values; none when all are the same, for then there is nothing to choose.
 *
 * @param values null where there is none
 */
export function bestOf(values: readonly (number | null)[]): Set<number> {
  const known = values.filter((value) => value !== null)
  const best = Math.max(...known)
  const isOneLikeAnother = values.every((value) => value === best)
  return new Set(isOneLikeAnother ? [] : values.flatMap((value, place) => (value === best ? [place] : [])))
}
