import type { Staleness, Violation } from '../scenarios/index.ts'

/** All that decides whether a proposal may go out. */
export type Fitness = {
  /** Number of the proposal that stands, and of the one that was looked at; null for whichever stands. */
  standing: number
  lookedAt: number | null
  isRunning: boolean
  /** New pairs were found for a round that has ended. */
  isOver: boolean
  stale: Staleness
  violations: readonly Violation[]
  pairs: number
}

/** Why a proposal must not go out: the code of a refusal, and how many people or rules it is about. */
export type ReleaseObstacle = {
  code:
    | 'round-is-over'
    | 'run-in-progress'
    | 'other-proposal'
    | 'proposal-out-of-date'
    | 'proposal-broken'
    | 'nobody-to-introduce'
  count: number
}

/** What stands against a release, the first thing to be settled; null when nothing does. */
export function obstacleTo({ stale, ...proposal }: Fitness): ReleaseObstacle | null {
  const { joined, left, changed, settings } = stale
  const outOfDate = joined.length + left.length + changed.length
  const unkept = settings.filter((rule) => rule === 'pins' || rule === 'held').length
  const broken = proposal.violations.length + unkept
  if (proposal.isOver) return { code: 'round-is-over', count: 0 }
  if (proposal.isRunning) return { code: 'run-in-progress', count: 0 }
  if (proposal.lookedAt !== null && proposal.lookedAt !== proposal.standing)
    return { code: 'other-proposal', count: 0 }
  if (outOfDate > 0) return { code: 'proposal-out-of-date', count: outOfDate }
  if (broken > 0) return { code: 'proposal-broken', count: broken }
  if (proposal.pairs === 0) return { code: 'nobody-to-introduce', count: 0 }
  return null
}

/** Whether another run of the matching would settle it. */
export const isMendedByARun = ({ code }: ReleaseObstacle): boolean =>
  code === 'proposal-out-of-date' || code === 'proposal-broken'
