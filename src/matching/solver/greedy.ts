import type { Adjacency } from './adjacency.ts'
import { NONE } from './state.ts'

/** A feasible price per vertex, and the pairs that some tight edges make. */
export type Start = { y: Float64Array; mate: Int32Array }

/**
 * Prices each vertex at half its best edge, lowers the prices one by one to the first edge that becomes
 * tight, and pairs along it.
 *
 * O(n + m). On dense graphs about three quarters of the vertices end up paired.
 */
export function greedyStart(graph: Adjacency, floor: number): Start {
  const n = graph.n
  const y = new Float64Array(n)
  const mate = new Int32Array(n).fill(NONE)
  for (let v = 0; v < n; v++) y[v] = halfBest(graph, floor, v)
  for (let v = 0; v < n; v++) {
    if (mate[v] === NONE) lowerAndPair(graph, floor, y, mate, v)
  }
  return { y, mate }
}

function halfBest({ start, worth }: Adjacency, floor: number, v: number): number {
  let best = -1
  for (let arc = start[v]!, end = start[v + 1]!; arc < end; arc++) {
    if (worth[arc]! > best) best = worth[arc]!
  }
  // Whole, because SCALE is 2. A vertex without edges can only stay alone.
  return best < 0 ? floor : best / 2
}

export function lowerAndPair(
  graph: Adjacency,
  floor: number,
  y: Float64Array,
  mate: Int32Array,
  v: number,
): void {
  const { start, to, worth } = graph
  let price = floor
  let partner = NONE
  for (let arc = start[v]!, end = start[v + 1]!; arc < end; arc++) {
    const other = to[arc]!
    const needed = worth[arc]! - y[other]!
    if (needed > price || (needed === price && partner === NONE)) {
      price = needed
      partner = mate[other] === NONE ? other : NONE
    }
  }
  y[v] = price
  if (partner === NONE) return
  mate[v] = partner
  mate[partner] = v
}
