import { type Graph, SCALE } from '../graph.ts'

/** A graph in arrays of one kind each, so that the loops over them are compiled for just that. */
export type Edges = { n: number; u: Int32Array; v: Int32Array; w: Int32Array | Float64Array }

export function edgesOf({ n, u, v, w }: Graph): Edges {
  return {
    n,
    u: u instanceof Int32Array ? u : Int32Array.from(u),
    v: v instanceof Int32Array ? v : Int32Array.from(v),
    w: w instanceof Float64Array || w instanceof Int32Array ? w : Float64Array.from(w),
  }
}

/** The edges of each vertex side by side: arcs `start[v]` to `start[v + 1]` lead from v to `to[arc]`. */
export type Adjacency = {
  n: number
  start: Int32Array
  to: Int32Array
  /** Weight of the arc in dual units, `SCALE` times the weight of the edge. */
  worth: Float64Array
}

/** O(n + m). The arcs of a vertex keep the order of the edges. */
export function adjacencyOf(edges: Edges): Adjacency {
  const { n, w } = edges
  const to = new Int32Array(2 * w.length)
  const worth = new Float64Array(2 * w.length)
  const start = arcEnds(edges)
  fillArcs(edges, start, to, worth)
  return { n, start, to, worth }
}

/** By vertex, where its arcs end. */
function arcEnds({ n, u, v }: Edges): Int32Array {
  const end = new Int32Array(n + 1)
  for (let e = 0; e < u.length; e++) {
    end[u[e]!]!++
    end[v[e]!]!++
  }
  let sum = 0
  for (let vertex = 0; vertex <= n; vertex++) {
    sum += end[vertex]!
    end[vertex] = sum
  }
  return end
}

/** Filled backwards, so that each start ends up at its first arc without a second array. */
function fillArcs({ u, v, w }: Edges, start: Int32Array, to: Int32Array, worth: Float64Array): void {
  for (let e = w.length - 1; e >= 0; e--) {
    const a = u[e]!
    const b = v[e]!
    const scaled = SCALE * w[e]!
    const there = --start[a]!
    to[there] = b
    worth[there] = scaled
    const back = --start[b]!
    to[back] = a
    worth[back] = scaled
  }
}
