/** For each vertex, a few edges with the highest rank, best first. Edges are offered one at a time. */
export type BestEdges = {
  keep: number
  /** By vertex: edges it has, at most `keep`. */
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
    edge: new Int32Array(keep * n),
    rank: new Float64Array(keep * n),
  }
}

/**
 * Call only when `rank > best.bar[vertex]`. O(keep); of m edges in random order few get as far as here.
 */
export function offer(
  { keep, count, bar, edge, rank }: BestEdges,
  vertex: number,
  e: number,
  r: number,
): void {
  const first = keep * vertex
  const size = count[vertex]!
  let at = first + (size < keep ? size : keep - 1)
  for (; at > first && rank[at - 1]! < r; at--) {
    rank[at] = rank[at - 1]!
    edge[at] = edge[at - 1]!
  }
  rank[at] = r
  edge[at] = e
  if (size < keep) count[vertex] = size + 1
  if (size + 1 >= keep) bar[vertex] = rank[first + keep - 1]!
}
