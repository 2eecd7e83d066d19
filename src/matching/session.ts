import type { Graph, Objective } from './graph.ts'
import {
  addVertex,
  allowPair,
  dropVertex,
  forbidPair,
  pinPair,
  restoreVertex,
  unpinPair,
  weighPair,
} from './session/edits.ts'
import { graphOf } from './session/graph-of.ts'
import { openLive } from './session/live.ts'
import { type Resolved, resolveLive } from './session/resolve.ts'

export type { Resolved } from './session/resolve.ts'

/**
 * A graph that changes, kept solved.
 *
 * Changes are cheap and take effect at once in `graph()`; `resolve` then goes on from the last matching
 * instead of starting anew. Vertices keep their numbers for good. Every change that cannot be made throws a
 * `RangeError` and leaves the session as it was.
 */
export type Session = {
  /** What the last `resolve` found; at first, what `openSession` did. */
  readonly result: Resolved
  /** Vertices there have ever been: those that are there have numbers below. */
  readonly n: number
  /**
   * Takes a vertex out. Anyone who was paired with it, or pinned to it, is free again. O(degree)
   *
   * @throws RangeError when it is none or gone already
   */
  drop(vertex: number): void
  /**
   * Brings a dropped vertex back, with its edges. O(degree)
   *
   * @throws RangeError when it is none or is not gone
   */
  restore(vertex: number): void
  /**
   * Adds a vertex that is joined to each of `to` by an edge of that weight. O(degree), and now and then
   * O(n + m) to make room.
   *
   * @returns the number of the new vertex: `n` before
   * @throws RangeError when `to` names no vertex or one twice, or a weight is none
   */
  add(to: ArrayLike<number>, w: ArrayLike<number>): number
  /**
   * Makes two vertices a pair whatever it costs, until `unpin`. O(degree)
   *
   * @throws RangeError when one is gone or pinned, or the two may not be paired
   */
  pin(a: number, b: number): void
  /** @throws RangeError when the two are not pinned to each other */
  unpin(a: number, b: number): void
  /**
   * Takes the edge between two vertices away, until `allow`. O(degree)
   *
   * @throws RangeError when there is none, or they are pinned to each other
   */
  forbid(a: number, b: number): void
  /** @throws RangeError when the two are not forbidden */
  allow(a: number, b: number): void
  /**
   * Gives the edge between two vertices another weight, and joins them if they were not; if they are forbidden
   * they stay so. O(degree)
   *
   * @param weight a whole number of at least 0, as in a `Graph`
   * @throws RangeError when that is no weight, or too large to be exact
   */
  setWeight(a: number, b: number, weight: number): void
  /**
   * Finds the best matching of the graph as it stands.
   *
   * With a keep bonus, each pair of the last result that may still be weighs so much more, in `graph()` and in
   * the result too: a pair is broken only where that gains more than the bonus, or places more vertices when
   * `cardinality` comes first. `Infinity` stands for a bonus that no weights outdo; the result says which. Without
   * one everyone's partner is open.
   *
   * Costs what changes, not what is there: a search from those who are free, and O(n) to write the result
   * down. To lower the bonus takes O(n + m).
   *
   * @returns the matching with a certificate that `verify` accepts for `graph()`, and what is new; later
   *   changes do not touch it
   * @param options.keepBonus a whole number of at least 0, in units of weight, or `Infinity`; 0 when left out
   * @throws RangeError when that is no bonus, or it or all pairs together are too large to be exact
   */
  resolve(options?: { keepBonus?: number }): Resolved
  /**
   * The graph as it stands, with the same numbers: those who are gone have no edge, those who are pinned only
   * the one to each other, and the keep bonus of the last `resolve` is in the weights. O(n + m)
   */
  graph(): Graph
}

/**
 * Solves a graph and stays open for changes to it.
 *
 * For re-matching a few in a pool that is paired already, for questions of the kind "what if", and for
 * anything else that would solve nearly the same graph again and again. Takes about 30 bytes per edge and
 * 200 per vertex.
 *
 * @throws RangeError as `solve`, and when a pair is given twice
 * @source G. M. Weber, "Sensitivity analysis of optimal matchings" (1981)
 */
export function openSession(graph: Graph, { objective }: { objective: Objective }): Session {
  const live = openLive(graph, objective)
  let result = resolveLive(live, 0)
  return {
    get result() {
      return result
    },
    get n() {
      return live.count
    },
    drop: (vertex) => dropVertex(live, vertex),
    restore: (vertex) => restoreVertex(live, vertex),
    add: (to, w) => addVertex(live, to, w),
    pin: (a, b) => pinPair(live, a, b),
    unpin: (a, b) => unpinPair(live, a, b),
    forbid: (a, b) => forbidPair(live, a, b),
    allow: (a, b) => allowPair(live, a, b),
    setWeight: (a, b, weight) => weighPair(live, a, b, weight),
    resolve({ keepBonus = 0 } = {}) {
      result = resolveLive(live, keepBonus)
      return result
    },
    graph: () => graphOf(live),
  }
}
