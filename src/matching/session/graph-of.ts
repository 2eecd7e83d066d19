import { SCALE } from '../graph.ts'
import type { Adjacency, Edges } from '../solver/adjacency.ts'
import { HERE, type Live, PINNED } from './live.ts'

/** The edges between those who are there, and one for each pin. O(n + m) */
export function graphOf({ count, rows, far, standing, pinnedArc }: Live): Edges {
  const near = rows.graph
  let arcs = 0
  for (let a = 0; a < count; a++) arcs += rows.used[a]! - near.start[a]!
  for (const [a, end] of far.end.entries()) arcs += end - far.graph.start[a]!
  const u = new Int32Array(arcs / 2)
  const v = new Int32Array(arcs / 2)
  const w = new Float64Array(arcs / 2)
  let size = 0
  const put = (a: number, { to, worth }: Adjacency, first: number, end: number) => {
    for (let arc = first; arc < end; arc++) {
      const b = to[arc]!
      if (b < a || standing[b] !== standing[a]) continue
      u[size] = a
      v[size] = b
      w[size++] = worth[arc]! / SCALE
    }
  }
  for (let a = 0; a < count; a++) {
    if (standing[a] === PINNED) put(a, near, pinnedArc[a]!, pinnedArc[a]! + 1)
    if (standing[a] !== HERE) continue
    put(a, near, near.start[a]!, rows.used[a]!)
    if (a < far.end.length) put(a, far.graph, far.graph.start[a]!, far.end[a]!)
  }
  return { n: count, u: u.slice(0, size), v: v.slice(0, size), w: w.slice(0, size) }
}
