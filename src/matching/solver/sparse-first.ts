import { SCALE } from '../graph.ts'
import { adjacencyOf, type Edges } from './adjacency.ts'
import { type BestEdges, noBestEdges, offer } from './best-edges.ts'
import { greedyStart } from './greedy.ts'
import { type Nesting, nestingOf, sharedPrice } from './nesting.ts'
import { type Optimum, optimise } from './optimise.ts'
import { restartFrom } from './restart.ts'

/** With fewer edges per vertex than this it is quicker to take all at once. */
export const DENSE = 40
/** Edges per vertex to start with: the heaviest, and some by chance. */
const HEAVIEST = 8
const CHANCES = 3
/** Edges per vertex, roughly, that will matter next: those that are nearest to being unpaid. */
const NEAR = 4
/** Edges looked at to estimate how near that is. */
const SAMPLE = 4096
/** When more of all edges than this are near, only the worst of each vertex are taken. */
const TOO_MANY = 1 / 8
const MOST_ROUNDS = 8

/** An optimum, and edges among which all its pairs are. */
export type Solved = { optimum: Optimum; edges: Edges }

/**
 * Solves a dense graph by way of a sparse one: takes the best edges of each vertex, and adds those that the
 * resulting prices do not pay for, or only just, until all are paid for. Then the prices prove the matching
 * over all edges, although most were only looked at two or three times. Where that does not come to an end
 * soon, the prices are still a start for all edges at once.
 *
 * @source W. Cook, A. Rohe, "Computing minimum-weight perfect matchings" (1999), pricing
 */
export function optimiseSparseFirst(graph: Edges, floor: number): Solved {
  const kept = nothingKept(graph)
  keep(graph, heaviest(graph), kept)
  keep(graph, someByChance(graph), kept)
  const adjacency = adjacencyOf(keptEdges(kept))
  let optimum = optimise(adjacency, floor, greedyStart(adjacency, floor))
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const priced = { ...optimum, nesting: nestingOf(optimum) }
    const margin = nearness(graph, priced)
    const near = nearEdges(graph, priced, margin)
    const isAll = near.length <= TOO_MANY * graph.w.length
    const added = isAll ? near : mostUnpaid(graph, near, priced)
    if (!added.some((e) => shortOf(graph, e, priced) > 0)) return { optimum, edges: keptEdges(kept) }
    keep(graph, added, kept)
    optimum = improve(keptEdges(kept), floor, optimum)
    // What was left out was paid for with the margin to spare, by the prices of the two ends alone.
    if (isAll && 2 * largestDrop(priced.y, optimum.y) <= margin) return { optimum, edges: keptEdges(kept) }
  }
  return { optimum: improve(graph, floor, optimum), edges: graph }
}

function improve(edges: Edges, floor: number, former: Optimum): Optimum {
  const adjacency = adjacencyOf(edges)
  return optimise(adjacency, floor, restartFrom(adjacency, floor, former))
}

/** The heaviest edges of each vertex. */
function heaviest({ n, u, v, w }: Edges): Int32Array {
  const best = noBestEdges(n, HEAVIEST)
  const { bar } = best
  for (let e = 0; e < w.length; e++) {
    const a = u[e]!
    const b = v[e]!
    const rank = w[e]! + chance(e)
    if (rank > bar[a]!) offer(best, a, e, rank)
    if (rank > bar[b]!) offer(best, b, e, rank)
  }
  return allOf(best)
}

/** Where everybody's best edges lead to the same few, these make that most can have a partner all the same. */
function someByChance({ n, w }: Edges): Int32Array {
  const step = w.length / (CHANCES * n)
  return new Int32Array(CHANCES * n).map((_, i) => Math.floor((i + chance(i)) * step))
}

/** Of these edges, those of each vertex that the prices are furthest from paying for. */
function mostUnpaid(graph: Edges, near: Int32Array, priced: Priced): Int32Array {
  const { n, u, v } = graph
  const best = noBestEdges(n, HEAVIEST)
  const { bar } = best
  for (const e of near) {
    const short = shortOf(graph, e, priced)
    if (short <= 0) continue
    const a = u[e]!
    const b = v[e]!
    const rank = short + chance(e)
    if (rank > bar[a]!) offer(best, a, e, rank)
    if (rank > bar[b]!) offer(best, b, e, rank)
  }
  return allOf(best)
}

/** A fraction that chooses among equals: the first of many equal edges would all lead to the same vertices. */
function chance(e: number): number {
  return (Math.imul(e, 0x9e3779b1) >>> 0) * 2 ** -32
}

function allOf({ keep, count, edge }: BestEdges): Int32Array {
  return edge.filter((_, at) => at % keep < count[Math.floor(at / keep)]!)
}

/** An optimum of the edges kept, ready to be asked about the others. */
type Priced = Optimum & { nesting: Nesting }

/** What prices leave to be paid of an edge; negative when they pay more than it is worth. */
function shortOf({ u, v, w }: Edges, e: number, { y, home, nesting }: Priced): number {
  const a = u[e]!
  const b = v[e]!
  return SCALE * w[e]! - y[a]! - y[b]! - sharedPrice(nesting, home[a]! + 1, home[b]! + 1)
}

/** How near to being unpaid the NEAR edges per vertex are, judged by a sample; 0 where they are unpaid. */
function nearness(graph: Edges, priced: Priced): number {
  const m = graph.w.length
  const step = Math.ceil(m / SAMPLE)
  const slack = new Float64Array(Math.ceil(m / step))
  for (let i = 0; i < slack.length; i++) slack[i] = -shortOf(graph, i * step, priced)
  slack.sort()
  return Math.max(0, slack[Math.floor((slack.length * NEAR * graph.n) / m)]!)
}

/** Edges that the prices of their two ends alone do not pay for with the margin to spare. */
function nearEdges({ u, v, w }: Edges, { y }: Priced, margin: number): Int32Array {
  const near = new Int32Array(w.length)
  let size = 0
  for (let e = 0; e < w.length; e++) {
    if (SCALE * w[e]! + margin > y[u[e]!]! + y[v[e]!]!) near[size++] = e
  }
  return near.subarray(0, size)
}

function largestDrop(before: Float64Array, after: Float64Array): number {
  let largest = 0
  for (let v = 0; v < before.length; v++) {
    const drop = before[v]! - after[v]!
    if (drop > largest) largest = drop
  }
  return largest
}

/** Edges chosen so far, in the order in which they were chosen. */
type Kept = Edges & { size: number; marked: Uint8Array }

function nothingKept({ n, w }: Edges): Kept {
  const room = 64
  return {
    n,
    size: 0,
    marked: new Uint8Array(w.length),
    u: new Int32Array(room),
    v: new Int32Array(room),
    w: new Float64Array(room),
  }
}

function keep(graph: Edges, edges: Int32Array, kept: Kept): void {
  for (const e of edges) {
    if (kept.marked[e] === 0) keepEdge(graph, e, kept)
  }
}

function keepEdge({ u, v, w }: Edges, edge: number, kept: Kept): void {
  if (kept.size === kept.u.length) widen(kept)
  const at = kept.size++
  kept.marked[edge] = 1
  kept.u[at] = u[edge]!
  kept.v[at] = v[edge]!
  kept.w[at] = w[edge]!
}

function widen(kept: Kept): void {
  const { u, v, w, size } = kept
  kept.u = new Int32Array(2 * size)
  kept.v = new Int32Array(2 * size)
  kept.w = new Float64Array(2 * size)
  kept.u.set(u)
  kept.v.set(v)
  kept.w.set(w)
}

function keptEdges({ n, u, v, w, size }: Kept): Edges {
  return { n, u: u.subarray(0, size), v: v.subarray(0, size), w: w.subarray(0, size) }
}
