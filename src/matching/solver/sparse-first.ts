import { SCALE } from '../graph.ts'
import { adjacencyOf, type Edges } from './adjacency.ts'
import { type BestEdges, firstOf, noBestEdges, offer } from './best-edges.ts'
import { greedyStart } from './greedy.ts'
import { nestingOf, sharedPrice } from './nesting.ts'
import { type Optimum, optimise } from './optimise.ts'
import { restartFrom } from './restart.ts'

/** Edges per vertex to start with, and to add where the prices do not hold yet. */
const FIRST = 10
const MORE = 8
/** With fewer edges per vertex than this it is quicker to take all at once. */
export const DENSE = 40
const MOST_ROUNDS = 30
/** When more of all edges than this are near, as with many ties, the detour does not pay. */
const TOO_MANY = 1 / 8
/** Edges whose slack is below this part of the largest weight are likely to matter soon. */
const NEAR = 1 / 24

/** An optimum, and edges among which all its pairs are. */
export type Solved = { optimum: Optimum; edges: Edges }

/**
 * Solves a dense graph by way of a sparse one: takes the best edges of each vertex, and adds those the
 * resulting prices do not pay for until there are none. Then the prices prove the matching over all edges,
 * although most were only looked at twice.
 *
 * @returns `undefined` when that does not come to an end soon
 */
export function optimiseSparseFirst(graph: Edges, floor: number): Solved | undefined {
  const kept = nothingKept(graph)
  const margin = SCALE * NEAR * keepHeaviest(graph, kept)
  let adjacency = adjacencyOf(keptEdges(kept))
  let optimum = optimise(adjacency, floor, greedyStart(adjacency, floor))
  let near: number[] = []
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (!keepUnpaid(graph, near, optimum, kept)) {
      near = nearlyTight(graph, optimum, margin)
      if (near.length > graph.w.length * TOO_MANY) return undefined
      if (!keepUnpaid(graph, near, optimum, kept)) return { optimum, edges: keptEdges(kept) }
    }
    adjacency = adjacencyOf(keptEdges(kept))
    optimum = optimise(adjacency, floor, restartFrom(adjacency, floor, optimum))
  }
  return undefined
}

/** @returns the largest weight */
function keepHeaviest(graph: Edges, kept: Kept): number {
  const { n, u, v, w } = graph
  const best = noBestEdges(n, FIRST)
  const { bar } = best
  let largest = 0
  for (let e = 0; e < w.length; e++) {
    const weight = w[e]!
    const a = u[e]!
    const b = v[e]!
    if (weight > largest) largest = weight
    if (weight > bar[a]!) offer(best, a, e, weight)
    if (weight > bar[b]!) offer(best, b, e, weight)
  }
  keepBest(graph, best, kept)
  return largest
}

/** Every edge, up to a few too many, that the prices do not pay for with room to spare. */
function nearlyTight({ u, v, w }: Edges, optimum: Optimum, margin: number): number[] {
  const { y, home } = optimum
  const nesting = nestingOf(optimum)
  const near: number[] = []
  const most = w.length * TOO_MANY
  for (let e = 0; e < w.length && near.length <= most; e++) {
    const a = u[e]!
    const b = v[e]!
    const short = SCALE * w[e]! + margin - y[a]! - y[b]!
    if (short > 0 && short > sharedPrice(nesting, home[a]! + 1, home[b]! + 1)) near.push(e)
  }
  return near
}

function keepUnpaid(graph: Edges, near: number[], optimum: Optimum, kept: Kept): boolean {
  const { n, u, v, w } = graph
  const best = noBestEdges(n, MORE)
  const { bar } = best
  const { y, home } = optimum
  const nesting = nestingOf(optimum)
  for (const e of near) {
    const a = u[e]!
    const b = v[e]!
    let short = SCALE * w[e]! - y[a]! - y[b]!
    if (short <= 0) continue
    short -= sharedPrice(nesting, home[a]! + 1, home[b]! + 1)
    if (short <= 0) continue
    if (short > bar[a]!) offer(best, a, e, short)
    if (short > bar[b]!) offer(best, b, e, short)
  }
  return keepBest(graph, best, kept)
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

/** Adds the best edges of every vertex and says whether any was new. */
function keepBest(graph: Edges, best: BestEdges, kept: Kept): boolean {
  const before = kept.size
  for (let vertex = 0; vertex < graph.n; vertex++) {
    const first = firstOf(best, vertex)
    for (let at = first; at < first + best.count[vertex]!; at++) {
      const edge = best.edge[at]!
      if (kept.marked[edge] === 0) keepEdge(graph, edge, kept)
    }
  }
  return kept.size > before
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
