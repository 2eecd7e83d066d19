import type { Obstacle } from '../score/score.ts'
import { type Group, type Judge, type Proposal, type Two, totalOf, worstOf } from './scenario.ts'

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
 * may; anyone who comes from the reserve leaves a place there for the partner left behind.
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

/** Who loses a partner by a swap of two. */
export function leftBehind({
  removed,
  added,
}: {
  removed: readonly Group[]
  added: readonly Group[]
}): string[] {
  const [two] = added
  return removed.flatMap(({ members }) => members).filter((id) => !two?.members.includes(id))
}

/** Points of those whom a swap leaves behind, as partners of each other; null where it pairs nobody else. */
export function leftServed(change: Swap, by: Judge): number | null {
  const [, rest] = change.allowed ? change.added : []
  return rest ? worstOf(rest, by) : null
}
