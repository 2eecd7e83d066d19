import { SCALE } from '../graph.ts'
import type { Adjacency, Edges } from '../solver/adjacency.ts'
import { NONE } from '../solver/state.ts'

/**
 * An adjacency that can grow: each row has arcs to spare at its end, and there are vertices to spare at the
 * end of all. Arcs to spare and arcs that are shut lead to `nobody`, a vertex that takes no part, and keep
 * their worth.
 */
export type Rows = {
  graph: Adjacency
  /** Vertices, those to spare included; the last one is `nobody`. */
  room: number
  nobody: number
  /** By vertex: the end of the arcs in use. */
  used: Int32Array
}

/** For so many vertices, with some to spare and `nobody`. */
export function roomFor(count: number): number {
  return count + (count >> 4) + 16
}

/** Spare arcs of a row: newcomers may be joined to it, and far edges may come near. */
const spareArcs = (degree: number, farDegree: number) => 4 + (degree >> 2) + Math.min(farDegree, 128)

/**
 * @param farDegree by vertex: edges that may come in later
 * @returns O(n + m)
 */
export function rowsOf({ n, u, v, w }: Edges, room: number, farDegree: Int32Array): Rows {
  const degree = new Int32Array(n)
  for (let e = 0; e < w.length; e++) {
    degree[u[e]!]!++
    degree[v[e]!]!++
  }
  const rows = emptyRows(degree, room, farDegree)
  for (let e = 0; e < w.length; e++) {
    putArc(rows, u[e]!, v[e]!, SCALE * w[e]!)
    putArc(rows, v[e]!, u[e]!, SCALE * w[e]!)
  }
  return rows
}

function emptyRows(degree: Int32Array, room: number, farDegree: Int32Array): Rows {
  const start = new Int32Array(room + 1)
  let sum = 0
  for (let v = 0; v < degree.length; v++) {
    start[v] = sum
    sum += degree[v]! + spareArcs(degree[v]!, farDegree[v] ?? 0)
  }
  start.fill(sum, degree.length)
  const nobody = room - 1
  // Room for the rows of newcomers: at least for one who is joined to everyone.
  const arcs = sum + (sum >> 4) + 2 * room
  const graph = { n: room, start, to: new Int32Array(arcs).fill(nobody), worth: new Float64Array(arcs) }
  return { graph, room, nobody, used: start.slice(0, room) }
}

/** Call only where `hasRoom`. @returns the arc */
export function putArc({ graph, used }: Rows, from: number, to: number, worth: number): number {
  const arc = used[from]!++
  graph.to[arc] = to
  graph.worth[arc] = worth
  return arc
}

export function hasRoom({ graph, used }: Rows, v: number): boolean {
  return used[v]! < graph.start[v + 1]!
}

/** Starts a row behind all others. @returns whether there was room for one */
export function startRow({ graph, used }: Rows, v: number, degree: number): boolean {
  const { start, to } = graph
  const end = start[v]! + degree + spareArcs(degree, 0)
  if (end > to.length) return false
  start.fill(end, v + 1)
  used.fill(end, v + 1)
  return true
}

/** The arc between two vertices, or `NONE`; arcs that are shut are not found. O(degree) */
export function arcTo({ graph, used }: Rows, from: number, to: number): number {
  const end = used[from]!
  for (let arc = graph.start[from]!; arc < end; arc++) {
    if (graph.to[arc] === to) return arc
  }
  return NONE
}

/** The same arcs in rows with more to spare, each as far from the start of its row as before. O(n + m) */
export function widened(
  { graph, nobody, used }: Rows,
  count: number,
  room: number,
  farDegree: Int32Array,
): Rows {
  const degree = new Int32Array(count)
  for (let v = 0; v < count; v++) degree[v] = used[v]! - graph.start[v]!
  const wider = emptyRows(degree, room, farDegree)
  for (let v = 0; v < count; v++) {
    for (let arc = graph.start[v]!; arc < used[v]!; arc++) {
      const other = graph.to[arc]!
      putArc(wider, v, other === nobody ? wider.nobody : other, graph.worth[arc]!)
    }
  }
  return wider
}
