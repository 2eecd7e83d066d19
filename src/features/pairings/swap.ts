import { type Group, type Judge, type Proposal, type Two, totalOf } from './scenario.ts'
import type { Obstacle } from './score.ts'

/** What pairing two by hand would do. */
export type Swap =
  | {
      allowed: true
      removed: Group[]
      added: Group[]
      toReserve: string[]
      fromReserve: string[]
      cost: number
    }
  | {
      allowed: false
      reason: Obstacle | 'banned' | 'in-a-trio' | 'partners-already' | 'pinned'
      between: Two
    }

/**
 * Makes partners of two people. The partners they leave behind become partners of each other if they
 * may; whoever comes from the reserve leaves a place there for the partner left behind.
 *
 * @returns the change and its cost in points (negative when it is a gain), or what stands against it
 */
export function swap(proposal: Proposal, [a, b]: Two, by: Judge): Swap {
  const groups = [a, b].map((id) => proposal.groups.find((group) => group.members.includes(id)))
  const removed = [...new Set(groups)].filter((group): group is Group => group !== undefined)
  if (removed.some((group) => group.members.length > 2))
    return { allowed: false, reason: 'in-a-trio', between: [a, b] }
  if (groups[0] && groups[0] === groups[1])
    return { allowed: false, reason: 'partners-already', between: [a, b] }
  if (removed.some((group) => group.pinned)) return { allowed: false, reason: 'pinned', between: [a, b] }

  const leftBehind = removed.flatMap((group) => group.members.filter((id) => id !== a && id !== b))
  const [c, d] = leftBehind
  const twos: Two[] =
    c !== undefined && d !== undefined
      ? [
          [a, b],
          [c, d],
        ]
      : [[a, b]]
  for (const two of twos) {
    const reason = by.obstacle(...two)
    if (reason) return { allowed: false, reason, between: two }
  }

  const added = twos.map((members, i): Group => ({ members, pinned: i === 0 }))
  return {
    allowed: true,
    removed,
    added,
    toReserve: leftBehind.length === 1 ? leftBehind : [],
    fromReserve: [a, b].filter((id) => proposal.reserve.includes(id)),
    cost: totalOf(removed, by) - totalOf(added, by),
  }
}
