import { SCALE } from '../graph.ts'
import type { Edges } from '../solver/adjacency.ts'
import { HERE, type Live, PINNED } from './live.ts'

/** The edges between those who are there, and one for each pin. O(n + m) */
export function graphOf({ count, rows, standing, pinnedArc }: Live): Edges {
  const { start, to, worth } = rows.graph
  let arcs = 0
  for (let a = 0; a < count; a++) arcs += rows.used[a]! - start[a]!
  const u = new Int32Array(arcs / 2)
  const v = new Int32Array(arcs / 2)
  const w = new Float64Array(arcs / 2)
  let size = 0
  for (let a = 0; a < count; a++) {
    if (standing[a] !== HERE && standing[a] !== PINNED) continue
    const isPinned = standing[a] === PINNED
    const first = isPinned ? pinnedArc[a]! : start[a]!
    const end = isPinned ? first + 1 : rows.used[a]!
    for (let arc = first; arc < end; arc++) {
      const b = to[arc]!
      if (b < a || standing[b] !== standing[a]) continue
      u[size] = a
      v[size] = b
      w[size++] = worth[arc]! / SCALE
    }
  }
  return { n: count, u: u.slice(0, size), v: v.slice(0, size), w: w.slice(0, size) }
}
