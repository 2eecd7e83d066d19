import { bonusFor, type Graph, type Objective, SCALE } from '../graph.ts'
import { refuseRepeats } from '../repeats.ts'
import { optimumOf } from '../solve.ts'
import { type Edges, edgesOf } from '../solver/adjacency.ts'
import type { Start } from '../solver/greedy.ts'
import type { Optimum } from '../solver/read-off.ts'
import { readOff } from '../solver/read-off.ts'
import { MINUS, NONE, newState, type State } from '../solver/state.ts'
import { apart, type Far, farDegrees } from './far.ts'
import { type Rows, roomFor, rowsOf } from './rows.ts'

/** Where a vertex stands, 0 for one to spare. Only those who are `HERE` take part in the search. */
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
  /** The near edges: all that the search knows. */
  rows: Rows
  far: Far
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

/** Keys of pairs stay exact up to so many. */
export const MOST_VERTICES = 2 ** 26

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
  refuseRepeats(edges)
  let largest = 0
  for (let e = 0; e < edges.w.length; e++) largest = Math.max(largest, edges.w[e]!)
  const bonus = objective === 'weight' ? 0 : ampleBonus(graph.n, largest)
  const room = roomFor(graph.n)
  const start = firstStart(edges, room, -bonus)
  const { near, far } = apart(edges, start.y)
  const rows = rowsOf(near, room, farDegrees(far))
  const standing = new Uint8Array(room).fill(HERE, 0, graph.n)
  return {
    objective,
    state: stateFrom(rows, start, standing, -bonus),
    rows,
    far,
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
 * With some to spare where numbers stay exact, since anyone who is alone has to be looked at again when it
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

/** Prices without odd sets that pay for all edges, and most of the pairs of the optimum. */
export function firstStart(edges: Edges, room: number, floor: number): Start {
  const { optimum } = optimumOf(edges, floor)
  const y = new Float64Array(room)
  const mate = new Int32Array(room).fill(NONE)
  y.set(optimum.y)
  mate.set(optimum.mate)
  shareSetPrices(optimum, y, mate)
  return { y, mate }
}

/** @param start uses it up */
export function stateFrom(rows: Rows, start: Start, standing: Uint8Array, floor: number): State {
  for (let v = 0; v < rows.room; v++) {
    if (standing[v] === HERE) continue
    start.y[v] = -Infinity
    start.mate[v] = NONE
  }
  const state = newState(rows.graph, start.y, start.mate, floor)
  for (let v = 0; v < rows.room; v++) if (standing[v] !== HERE) state.label[v] = MINUS
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
