import { SCALE } from '../graph.ts'
import { adjacencyOf, type Edges } from './adjacency.ts'
import { greedyStart } from './greedy.ts'
import { type Nesting, nestingOf, sharedPrice } from './nesting.ts'
import { optimise } from './optimise.ts'
import type { Optimum } from './read-off.ts'
import { restartFrom } from './restart.ts'

/** With fewer edges per vertex than this it is quicker to take all at once. */
export const DENSE = 40
/** The first edges of a vertex are those heavier than its third heaviest of every fourth edge, a dozen mostly. */
const HEAVIEST = 3
const EVERY = 4
/** Edges per vertex taken by chance besides. */
const CHANCES = 3
/** Edges per vertex, roughly, that will matter next: those that are nearest to being unpaid. */
const NEAR = 12
/** Of all edges, the part that may still come to matter later. */
const WATCHED = 1 / 12
/** Edges looked at to estimate how near that is. */
const SAMPLE = 4096
const MOST_ROUNDS = 8

/** An optimum, and edges among which all its pairs are. */
export type Solved = { optimum: Optimum; edges: Edges }

/**
 * Solves a dense graph by way of a sparse one: takes heavy edges of each vertex, and adds those that the resulting
 * prices do not pay for, or only just, until all are paid for. Then the prices prove the matching over all
 * edges, although most were only looked at twice. Where that does not come to an end soon, the prices are still
 * a start for all edges at once.
 *
 * @source W. Cook, A. Rohe, "Computing minimum-weight perfect matchings" (1999), pricing
 */
export function optimiseSparseFirst(graph: Edges, floor: number): Solved {
  let list = firstChoice(graph)
  let edges = edgesAt(graph, list)
  const adjacency = adjacencyOf(edges)
  let priced = withNesting(optimise(adjacency, floor, greedyStart(adjacency, floor)))
  let watch = watchFrom(graph, priced)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    // What is not watched was paid for with the margin to spare, by the prices of the two ends alone.
    if (2 * largestDrop(watch.y, priced.y) > watch.margin) watch = watchFrom(graph, priced)
    if (isPaid(graph, watch, priced)) return { optimum: priced, edges }
    list = union(list, nearestOf(graph, watch, priced))
    edges = edgesAt(graph, list)
    priced = withNesting(improve(edges, floor, priced))
  }
  return { optimum: improve(graph, floor, priced), edges: graph }
}

/** An optimum of some edges, ready to be asked about the others. */
type Priced = Optimum & { nesting: Nesting }

const withNesting = (optimum: Optimum): Priced => ({ ...optimum, nesting: nestingOf(optimum) })

/** What prices leave to be paid of an edge; negative when they pay more than it is worth. */
function shortOf({ u, v, w }: Edges, e: number, { y, home, nesting }: Priced): number {
  const a = u[e]!
  const b = v[e]!
  return SCALE * w[e]! - y[a]! - y[b]! - sharedPrice(nesting, home[a]! + 1, home[b]! + 1)
}

function improve(edges: Edges, floor: number, former: Optimum): Optimum {
  const adjacency = adjacencyOf(edges)
  return optimise(adjacency, floor, restartFrom(adjacency, floor, former))
}

/** From which rank on an edge is heavy for a vertex, judged by a sample. */
function heavyFrom({ n, u, v, w }: Edges): Float64Array {
  // The highest rank of each vertex, then the second highest of each, and so on.
  const ranks = new Float64Array(HEAVIEST * n).fill(-1)
  for (let i = 0; i < w.length; i += EVERY) {
    const e = Math.min(i + Math.floor(EVERY * chance(i)), w.length - 1)
    const rank = w[e]! + chance(e)
    offer(ranks, n, u[e]!, rank)
    offer(ranks, n, v[e]!, rank)
  }
  return ranks.subarray((HEAVIEST - 1) * n)
}

function offer(ranks: Float64Array, n: number, vertex: number, rank: number): void {
  let at = (HEAVIEST - 1) * n + vertex
  if (rank <= ranks[at]!) return
  for (; at >= n && ranks[at - n]! < rank; at -= n) ranks[at] = ranks[at - n]!
  ranks[at] = rank
}

/**
 * Edges that are heavy for one of their ends, and some by chance: where everyone's heavy edges lead to the same
 * few, these make that most can have a partner all the same.
 */
function firstChoice(graph: Edges): Int32Array {
  const { n, u, v, w } = graph
  const from = heavyFrom(graph)
  const list = new Int32Array(w.length)
  const step = w.length / (CHANCES * n)
  let size = 0
  let picks = 0
  let pick = 0
  for (let e = 0; e < w.length; e++) {
    const rank = w[e]! + chance(e)
    if (rank < from[u[e]!]! && rank < from[v[e]!]! && e < pick) continue
    list[size++] = e
    if (e >= pick) pick = (++picks + chance(picks)) * step
  }
  return list.subarray(0, size)
}

/** A fraction that chooses among equals: the first of many equal edges would all lead to the same vertices. */
function chance(e: number): number {
  return (Math.imul(e, 0x9e3779b1) >>> 0) * 2 ** -32
}

/** Edges that prices alone do not pay for with the margin to spare, in the order of the graph; few are `near`. */
type Watch = { y: Float64Array; margin: number; near: number; list: Int32Array }

function watchFrom(graph: Edges, priced: Priced): Watch {
  const slack = slackOfSome(graph, priced)
  const margin = Math.max(0, Math.ceil(slack[Math.floor(slack.length * WATCHED)]!))
  const near = slack[Math.floor((slack.length * NEAR * graph.n) / graph.w.length)]!
  return { y: priced.y, margin, near, list: unpaidBut(graph, priced.y, margin) }
}

/** What some edges are paid beyond their worth, least first; a fraction less, so that none are equal. */
function slackOfSome(graph: Edges, priced: Priced): Float64Array {
  const step = Math.ceil(graph.w.length / SAMPLE)
  const slack = new Float64Array(Math.ceil(graph.w.length / step))
  for (let i = 0; i < slack.length; i++) slack[i] = -shortOf(graph, i * step, priced) - chance(i * step)
  return slack.sort()
}

/** Edges that prices alone do not pay for with the margin to spare. */
function unpaidBut({ u, v, w }: Edges, y: Float64Array, margin: number): Int32Array {
  const list = new Int32Array(w.length)
  let size = 0
  for (let e = 0; e < w.length; e++) {
    if (SCALE * w[e]! + margin > y[u[e]!]! + y[v[e]!]!) list[size++] = e
  }
  return list.subarray(0, size)
}

/** The edges watched that are nearest to being unpaid, or furthest from being paid for. */
function nearestOf(graph: Edges, { list, near }: Watch, priced: Priced): Int32Array {
  const { u, v, w } = graph
  const { y } = priced
  const nearest = new Int32Array(list.length)
  let size = 0
  for (let i = 0; i < list.length; i++) {
    const e = list[i]!
    if (SCALE * w[e]! + near + 1 <= y[u[e]!]! + y[v[e]!]!) continue
    if (shortOf(graph, e, priced) + chance(e) + near > 0) nearest[size++] = e
  }
  return nearest.subarray(0, size)
}

/** Whether prices and odd sets pay for every edge watched. */
function isPaid(graph: Edges, { list }: Watch, priced: Priced): boolean {
  const { u, v, w } = graph
  const { y } = priced
  for (let i = 0; i < list.length; i++) {
    const e = list[i]!
    if (SCALE * w[e]! > y[u[e]!]! + y[v[e]!]! && shortOf(graph, e, priced) > 0) return false
  }
  return true
}

function largestDrop(before: Float64Array, after: Float64Array): number {
  return before.reduce((largest, price, v) => Math.max(largest, price - after[v]!), 0)
}

/** What is in either of two lists, each in order. */
function union(one: Int32Array, other: Int32Array): Int32Array {
  const both = new Int32Array(one.length + other.length)
  let size = 0
  for (let i = 0, j = 0; i < one.length || j < other.length; size++) {
    const next = Math.min(one[i] ?? Infinity, other[j] ?? Infinity)
    if (one[i] === next) i++
    if (other[j] === next) j++
    both[size] = next
  }
  return both.subarray(0, size)
}

function edgesAt({ n, u, v, w }: Edges, list: Int32Array): Edges {
  const size = list.length
  const some = { n, u: new Int32Array(size), v: new Int32Array(size), w: w.slice(0, size) }
  for (let i = 0; i < size; i++) {
    const e = list[i]!
    some.u[i] = u[e]!
    some.v[i] = v[e]!
    some.w[i] = w[e]!
  }
  return some
}
