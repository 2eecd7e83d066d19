import { bonusFor, type Graph, type Objective, SCALE } from '../graph.ts'
import { adjacencyOf, type Edges, edgesOf } from '../solver/adjacency.ts'
import { greedyStart } from '../solver/greedy.ts'
import { type Optimum, optimise } from '../solver/optimise.ts'
import { readOff } from '../solver/read-off.ts'
import { DENSE, optimiseSparseFirst } from '../solver/sparse-first.ts'
import { MINUS, NONE, newState, type State } from '../solver/state.ts'
import { type Rows, roomFor, rowsOf, widened } from './rows.ts'

/** Where a vertex stands. Only those who are `HERE` take part in the search. */
export const NOWHERE = 0
export const HERE = 1
export const GONE = 2
export const PINNED = 3

/**
 * A graph that changes, and the search on it.
 *
 * Between any two calls the search is at rest: no trees, all prices true. Every edge between vertices that
 * are `HERE` is paid for, every pair is tight, every odd set is full; so all that a search has to do is to
 * find a partner for those without one. A vertex that takes no part has the label of a minus vertex, which
 * the search passes over without looking further, and a price below every floor, so that no tree is planted
 * there.
 */
export type Live = {
  objective: Objective
  state: State
  rows: Rows
  /** Vertices there have ever been; the state has room for more. */
  count: number
  /** Raises every weight, as in a certificate. Grows when it has to, and is never lowered. */
  bonus: number
  /** No weight is or was larger, keep bonus aside. */
  largest: number
  standing: Uint8Array
  /** By vertex: its arc to the one it is pinned to, or `NONE`. */
  pinnedArc: Int32Array
  /** Arcs of pairs that must not be, there and back, by `keyOf`. */
  forbidden: Map<number, [number, number]>
  /** What the last search found. */
  mate: Int32Array
  /** By vertex: its arc to that partner, or `NONE`. */
  mateArc: Int32Array
  /** Added to the weight of living pairs, and by vertex the arc that has it, or `NONE`. */
  keepBonus: number
  keptArc: Int32Array
}

const MOST_VERTICES = 2 ** 26

export function keyOf(a: number, b: number): number {
  return a < b ? a * MOST_VERTICES + b : b * MOST_VERTICES + a
}

/**
 * Solves a graph for the first time; one search is still due.
 *
 * @throws RangeError as `bonusFor`, and when a pair is given twice or there are too many vertices
 */
export function openLive(graph: Graph, objective: Objective): Live {
  bonusFor(graph, objective)
  if (graph.n > MOST_VERTICES / 2) throw new RangeError(`${graph.n} vertices are too many`)
  const edges = edgesOf(graph)
  let largest = 0
  for (let e = 0; e < edges.w.length; e++) largest = Math.max(largest, edges.w[e]!)
  const bonus = objective === 'weight' ? 0 : ampleBonus(graph.n, largest)
  const room = roomFor(graph.n)
  const rows = rowsOf(edges, room)
  const standing = new Uint8Array(room).fill(HERE, 0, graph.n)
  return {
    objective,
    state: solvedState(edges, rows, standing, -bonus),
    rows,
    count: graph.n,
    bonus,
    largest,
    standing,
    pinnedArc: new Int32Array(room).fill(NONE),
    forbidden: new Map(),
    mate: new Int32Array(0),
    mateArc: new Int32Array(room).fill(NONE),
    keepBonus: 0,
    keptArc: new Int32Array(room).fill(NONE),
  }
}

/** More than pairs can weigh together: with most pairs first, weights are raised by this. */
function leastBonus(n: number, largest: number): number {
  return Math.floor(n / 2) * largest + 1
}

/**
 * With some to spare where numbers stay exact, since whoever is alone has to be looked at again when it
 * grows.
 */
function ampleBonus(n: number, largest: number): number {
  const least = leastBonus(n, largest)
  const room = Math.floor(Number.MAX_SAFE_INTEGER / (2 * SCALE)) - 4 * largest
  return Math.max(least, Math.min(4 * least, room))
}

/**
 * Sees to it that the bonus outweighs all weights, as they are or are to be.
 *
 * @throws RangeError when numbers would not be exact any more
 */
export function ensureBonus(live: Live, count: number, largest: number): void {
  const { objective, state } = live
  const least = objective === 'weight' ? 0 : leastBonus(count, largest)
  const bonus = least <= live.bonus ? live.bonus : ampleBonus(count, largest)
  if (2 * SCALE * (largest + bonus) > Number.MAX_SAFE_INTEGER)
    throw new RangeError(`weights up to ${largest} are too large for ${count} vertices`)
  live.bonus = bonus
  state.floor = -bonus
}

/** Solves the edges between all who are there, as far as it goes without odd sets. */
export function solvedState(edges: Edges, rows: Rows, standing: Uint8Array, floor: number): State {
  const isDense = edges.w.length > DENSE * edges.n
  const optimum = isDense ? optimiseSparseFirst(edges, floor).optimum : optimiseAtOnce(edges, floor)
  return stateFrom(rows, optimum, standing, floor)
}

function optimiseAtOnce(edges: Edges, floor: number): Optimum {
  const adjacency = adjacencyOf(edges)
  return optimise(adjacency, floor, greedyStart(adjacency, floor))
}

/** Most of the pairs of an optimum, at prices without odd sets. */
function stateFrom(rows: Rows, optimum: Optimum, standing: Uint8Array, floor: number): State {
  const y = new Float64Array(rows.room).fill(-Infinity)
  const mate = new Int32Array(rows.room).fill(NONE)
  y.set(optimum.y.subarray(0, Math.min(rows.room, optimum.y.length)))
  mate.set(optimum.mate.subarray(0, Math.min(rows.room, optimum.mate.length)))
  shareSetPrices(optimum, y, mate)
  const state = newState(rows.graph, y, mate, floor)
  for (let v = 0; v < rows.room; v++) {
    if (standing[v] === HERE) continue
    state.label[v] = MINUS
    y[v] = -Infinity
    state.out[v] = NONE
  }
  return state
}

/**
 * Lets the vertices pay for their odd sets, half each: every edge inside is paid for just as before. Pairs
 * that lead out of a set are too dear then and come apart.
 */
function shareSetPrices({ home, parent, z }: Optimum, y: Float64Array, mate: Int32Array): void {
  for (let v = 0; v < home.length; v++) {
    if (home[v] === NONE) continue
    for (let b = home[v]!; b !== NONE; b = parent[b]!) y[v] = y[v]! + z[b]! / 2
    const partner = mate[v]!
    if (partner === NONE || home[partner] === home[v]) continue
    mate[partner] = NONE
    mate[v] = NONE
  }
}

/** Opens all odd sets. Where that makes pairs too dear they come apart. O(n) */
export function dissolveAll({ state }: Live): void {
  const sets = state.z.length - state.graph.n - state.spare.length
  if (sets > 0) shareSetPrices(readOff(state), state.y, state.out)
}

/** Makes room for more arcs everywhere, and for more vertices. O(n + m), needed ever more rarely. */
export function makeRoom(live: Live): void {
  const { count, state, rows, standing, pinnedArc, mateArc, keptArc, forbidden } = live
  dissolveAll(live)
  const wider = widened(rows, count)
  const moved = (v: number, arc: number) =>
    arc === NONE ? NONE : arc - rows.graph.start[v]! + wider.graph.start[v]!
  const renumbered = (arcs: Int32Array) => {
    const result = new Int32Array(wider.room).fill(NONE)
    for (let v = 0; v < count; v++) result[v] = moved(v, arcs[v]!)
    return result
  }
  live.standing = new Uint8Array(wider.room)
  live.standing.set(standing.subarray(0, count))
  live.pinnedArc = renumbered(pinnedArc)
  live.mateArc = renumbered(mateArc)
  live.keptArc = renumbered(keptArc)
  for (const [key, [there, back]] of forbidden) {
    const a = Math.floor(key / MOST_VERTICES)
    forbidden.set(key, [moved(a, there), moved(key % MOST_VERTICES, back)])
  }
  const optimum = {
    mate: state.out.slice(0, count),
    y: state.y.slice(0, count),
    home: new Int32Array(0),
    parent: new Int32Array(0),
    z: new Float64Array(0),
  }
  live.rows = wider
  live.state = stateFrom(wider, optimum, live.standing, state.floor)
}
