import { type Judge, type Proposal, type Two, worstOf } from './scenario.ts'
import { swap } from './swap.ts'

/** Someone who could be a partner instead, and what that would cost. */
export type Alternative = {
  id: string
  /** Score of the new pair, 0 to 10,000. */
  score: number
  /** Points the whole proposal loses; negative when it gains. */
  cost: number
  /** Who would be left behind and become partners, or go to the reserve. */
  leftBehind: string[]
  /** Score of those left behind as partners of each other; null when one goes to the reserve, or nobody. */
  leftScore: number | null
}

/**
 * Whom someone could have as a partner by a swap by hand, cheapest first.
 *
 * @param most how many to name
 */
export function alternativesFor(id: string, proposal: Proposal, by: Judge, most: number): Alternative[] {
  const everyone = [...proposal.groups.flatMap((group) => group.members), ...proposal.reserve]
  return everyone
    .filter((other) => other !== id)
    .flatMap((other): Alternative[] => {
      const two: Two = [id, other]
      const change = swap(proposal, two, by)
      if (!change.allowed) return []
      const [, rest] = change.added
      const leftBehind = rest ? [...rest.members] : change.toReserve
      const leftScore = rest ? worstOf(rest, by) : null
      return [
        {
          id: other,
          score: by.score(id, other),
          cost: change.cost,
          leftBehind,
          leftScore,
        },
      ]
    })
    .sort((a, b) => a.cost - b.cost || b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, most)
}
