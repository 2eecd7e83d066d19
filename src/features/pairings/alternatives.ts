import type { Judge, Proposal, Two } from './scenario.ts'
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
  /** Whether those left behind become partners of each other. */
  isPaired: boolean
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
      return [
        {
          id: other,
          score: by.score(id, other),
          cost: change.cost,
          leftBehind,
          isPaired: rest !== undefined,
        },
      ]
    })
    .sort((a, b) => a.cost - b.cost || b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, most)
}
