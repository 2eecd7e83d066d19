import { SCALE } from './graph.ts'
import { completeMatching } from './maximum.ts'
import type { Adjacency } from './solver/adjacency.ts'

export type Fairest = {
  /** The most points that every pair can have while as many are placed. */
  threshold: number
  /**
   * Proves that one point more for every pair leaves more people alone: removing these vertices cuts the pool
   * into too many odd parts.
   */
  barrier: number[]
}

/**
 * How good the worst pair can be made without placing fewer people, by bisection over the points.
 *
 * @param points the graph with points as weights
 * @param mate a matching of greatest cardinality; not changed
 * @param alone vertices it leaves alone
 * @param known points that every pair of it has
 * @returns O(m n) for each of at most 14 probes, in practice little more than O(m)
 */
export function fairestThreshold(points: Adjacency, mate: Int32Array, alone: number, known: number): Fairest {
  let threshold = known
  let current: Int32Array = mate
  // Nobody can have more than their best: a cheap upper bound.
  let tooMuch = bestOfTheWorstOff(points, alone) + 1
  let barrier: number[] | undefined
  while (barrier === undefined || tooMuch - threshold > 1) {
    const probe = tooMuch - threshold > 1 ? (threshold + tooMuch) >> 1 : tooMuch
    const start = withoutPoorPairs(points, current, SCALE * probe)
    const fault = completeMatching(points, SCALE * probe, start, alone)
    if (fault === undefined) {
      threshold = probe
      current = start
    } else {
      tooMuch = probe
      barrier = fault
    }
  }
  return { threshold, barrier }
}

/**
 * The best score of the person who has the lowest best score, not counting as many people as may stay alone.
 */
function bestOfTheWorstOff({ n, start, worth }: Adjacency, alone: number): number {
  const best = new Float64Array(n).fill(-SCALE)
  for (let v = 0; v < n; v++) {
    for (let arc = start[v]!; arc < start[v + 1]!; arc++) best[v] = Math.max(best[v]!, worth[arc]!)
  }
  best.sort()
  return (best[Math.min(alone, n - 1)] ?? -SCALE) / SCALE
}

function withoutPoorPairs({ n, start, to, worth }: Adjacency, mate: Int32Array, least: number): Int32Array {
  const kept = new Int32Array(n).fill(-1)
  for (let v = 0; v < n; v++) {
    for (let arc = start[v]!; arc < start[v + 1]!; arc++) {
      if (to[arc] === mate[v] && worth[arc]! >= least) kept[v] = to[arc]!
    }
  }
  return kept
}
