import { SCALE } from '../graph.ts'
import { type Adjacency, adjacencyOf, type Edges } from '../solver/adjacency.ts'
import { NONE } from '../solver/state.ts'

/** Near edges for each vertex, roughly, in a graph with many more than that. */
const NEAR = 24
/** Edges looked at to estimate where the near ones end. */
const SAMPLE = 4096

/**
 * The edges that the search need not look at: their prices have so much to spare that they cannot matter soon.
 *
 * Each far edge is paid for with at least `margin` to spare at the prices of `since`. As long as no price falls
 * by more than half of that, all of them stay paid for without another look. Prices that fell further are
 * taken note of, and edges that come within the margin then are near from there on.
 */
export type Far = {
  graph: Adjacency
  /** By vertex: the end of its arcs that are still far. */
  end: Int32Array
  since: Float64Array
  margin: number
}

/** Near edges and far ones. In a graph with few edges all are near. O(n + m) */
export function apart(edges: Edges, y: Float64Array): { near: Edges; far: Far } {
  const { n, u, v, w } = edges
  const margin = w.length > 2 * NEAR * n ? marginOf(edges, y) : Infinity
  const near = new Int32Array(w.length)
  const far = new Int32Array(w.length)
  let nearCount = 0
  let farCount = 0
  for (let e = 0; e < w.length; e++) {
    if (SCALE * w[e]! + margin > y[u[e]!]! + y[v[e]!]!) near[nearCount++] = e
    else far[farCount++] = e
  }
  const graph = adjacencyOf(those(edges, far.subarray(0, farCount)))
  return {
    near: those(edges, near.subarray(0, nearCount)),
    far: { graph, end: graph.start.slice(1), since: y.slice(0, n), margin },
  }
}

function marginOf({ n, u, v, w }: Edges, y: Float64Array): number {
  const step = Math.ceil(w.length / SAMPLE)
  const slack = new Float64Array(Math.ceil(w.length / step))
  for (let i = 0; i < slack.length; i++) {
    const e = i * step
    slack[i] = y[u[e]!]! + y[v[e]!]! - SCALE * w[e]!
  }
  slack.sort()
  // Above 0, so that whatever is tight is near.
  return Math.max(2, slack[Math.floor((slack.length * NEAR * n) / w.length)]!)
}

function those({ n, u, v, w }: Edges, wanted: Int32Array): Edges {
  const weights = new Float64Array(wanted.length)
  for (let i = 0; i < wanted.length; i++) weights[i] = w[wanted[i]!]!
  return { n, u: wanted.map((e) => u[e]!), v: wanted.map((e) => v[e]!), w: weights }
}

/** By vertex. */
export function farDegrees({ graph, end }: Far): Int32Array {
  return end.map((at, v) => at - graph.start[v]!)
}

/** The far arc between two vertices, or `NONE`. O(degree) */
export function farArc({ graph, end }: Far, from: number, to: number): number {
  if (from >= end.length) return NONE
  for (let arc = graph.start[from]!; arc < end[from]!; arc++) {
    if (graph.to[arc] === to) return arc
  }
  return NONE
}

/** Forgets an arc; the last of the row takes its place. */
export function removeFar({ graph, end }: Far, from: number, arc: number): void {
  const last = --end[from]!
  graph.to[arc] = graph.to[last]!
  graph.worth[arc] = graph.worth[last]!
}

/**
 * Vertices whose price has fallen so far that their far edges have to be looked at. Takes note of prices that
 * have risen much, so that what falls elsewhere is not held to be near for old prices' sake.
 */
export function fallen({ since, margin }: Far, y: Float64Array): number[] {
  const found: number[] = []
  for (let v = 0; v < since.length; v++) {
    // Anyone who is not there has the price -Infinity.
    if (y[v]! === -Infinity) continue
    if (y[v]! < since[v]! - margin / 2) found.push(v)
    else if (y[v]! > since[v]! + margin) since[v] = y[v]!
  }
  return found
}

/** Takes note of a price that has fallen. @returns the far arcs that come within the margin by that. O(degree) */
export function comingNear({ graph, end, since, margin }: Far, v: number, price: number): [number, number][] {
  since[v] = price
  const found: [number, number][] = []
  for (let arc = graph.start[v]!; arc < end[v]!; arc++) {
    const other = graph.to[arc]!
    const worth = graph.worth[arc]!
    if (price + since[other]! - worth < margin) found.push([other, worth])
  }
  return found
}
