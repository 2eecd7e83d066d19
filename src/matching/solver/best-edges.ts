/**
 * For each vertex, a few edges with the highest rank, offered one at a time.
 *
 * Keeps up to twice as many as wanted and thins out when that is full: O(1) per offer on average for edges in
 * random order.
 */
export type BestEdges = {
  keep: number
  count: Int32Array
  /** Offers of at most this rank are not among the best any more. */
  bar: Float64Array
  edge: Int32Array
  rank: Float64Array
}

export function noBestEdges(n: number, keep: number): BestEdges {
  return {
    keep,
    count: new Int32Array(n),
    bar: new Float64Array(n).fill(-Infinity),
    edge: new Int32Array(2 * keep * n),
    rank: new Float64Array(2 * keep * n),
  }
}

/** Call only when `rank > best.bar[vertex]`. */
export function offer(best: BestEdges, vertex: number, edge: number, rank: number): void {
  const first = 2 * best.keep * vertex
  const at = first + best.count[vertex]!++
  best.edge[at] = edge
  best.rank[at] = rank
  if (best.count[vertex] === 2 * best.keep) thinOut(best, vertex)
}

/** Sorts by rank, best first, and forgets the lower half. */
function thinOut(best: BestEdges, vertex: number): void {
  const { edge, rank, keep } = best
  const first = 2 * keep * vertex
  for (let i = first + 1; i < first + best.count[vertex]!; i++) {
    const movedRank = rank[i]!
    const movedEdge = edge[i]!
    let at = i
    for (; at > first && rank[at - 1]! < movedRank; at--) {
      rank[at] = rank[at - 1]!
      edge[at] = edge[at - 1]!
    }
    rank[at] = movedRank
    edge[at] = movedEdge
  }
  best.count[vertex] = keep
  best.bar[vertex] = rank[first + keep - 1]!
}

/**
 * The best edges of a vertex are at these places of `edge`: from the first, as many as the count says, at
 * most `keep`.
 */
export function firstOf(best: BestEdges, vertex: number): number {
  if (best.count[vertex]! > best.keep) thinOut(best, vertex)
  return 2 * best.keep * vertex
}
