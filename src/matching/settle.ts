import { type Fairest, fairestThreshold } from './fairness.ts'
import type { Result } from './graph.ts'
import { adjacencyByPoints, graphOf, type Pool } from './pool.ts'
import { solve } from './solve.ts'

/** The best matching of a pool, with what is needed to prove it. */
export type Settled = {
  pool: Pool
  /** Most pairs, then most points. */
  free: Result
  /** Where the worst pair was put first. */
  fairest: Fairest | null
  /** The matching that stands: `free`, or the best one whose pairs all reach the threshold. */
  final: Result
}

/** Most pairs, then most points, then the toss of the coins. */
export function bestFree(pool: Pool): Result {
  return solve(graphOf(pool, 0), { objective: 'cardinality' })
}

/**
 * Goes on from the best free matching of a pool: among those with as many pairs, the best worst pair comes
 * first if wanted.
 */
export function settle(pool: Pool, free: Result, worstFirst: boolean): Settled {
  if (!worstFirst || free.cardinality === 0) return { pool, free, fairest: null, final: free }
  const known = pointsOfPairs(pool, free.mate).reduce((least, points) => Math.min(least, points))
  const points = adjacencyByPoints(pool)
  const fairest = fairestThreshold(points, free.mate, pool.n - 2 * free.cardinality, known)
  if (fairest.threshold === known) return { pool, free, fairest, final: free }
  const final = solve(graphOf(pool, fairest.threshold), { objective: 'cardinality' })
  return { pool, free, fairest, final }
}

/** The points of each matched edge, in the order of the edges. */
export function pointsOfPairs({ edges }: Pool, mate: ArrayLike<number>): number[] {
  const found: number[] = []
  for (let e = 0; e < edges.size; e++) {
    if (mate[edges.u[e]!] === edges.v[e]) found.push(edges.points[e]!)
  }
  return found
}

/** Negative when `a` is better. */
export function compareSettled(a: Settled, b: Settled): number {
  return (
    b.final.cardinality - a.final.cardinality ||
    (b.fairest?.threshold ?? 0) - (a.fairest?.threshold ?? 0) ||
    b.final.weight - a.final.weight
  )
}
