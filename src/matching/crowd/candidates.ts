import { FORBIDDEN, pointsOf } from '../problem.ts'
import { type Adjacency, adjacencyOf, type Edges } from '../solver/adjacency.ts'
import { optimise } from '../solver/optimise.ts'
import type { Optimum } from '../solver/read-off.ts'
import { restartFrom } from '../solver/restart.ts'
import { NONE } from '../solver/state.ts'
import type { Crowd } from './crowd.ts'
import { has, type Pairs, type Worst } from './few-worst.ts'

/** The pairs that a plan is made of: few of all there are, and more after each pass. */
export type Candidates = { size: number; u: Int32Array; v: Int32Array; w: Int32Array }

/** The best matching among some candidates, and who is a candidate for whom. */
export type Solved = { optimum: Optimum; graph: Adjacency }

/** To an odd crowd comes nobody, who may be paired with anyone for nothing: prices then stay in bounds. */
export const verticesOf = (n: number) => n + (n % 2)

export function candidatesFor(n: number): Candidates {
  const room = 8 * n
  const candidates = {
    size: 0,
    u: new Int32Array(room),
    v: new Int32Array(room),
    w: new Int32Array(room),
  }
  for (let person = 0; person < n && n % 2 === 1; person++) addPair(candidates, person, n, 0)
  return candidates
}

export function addPairs(
  candidates: Candidates,
  { a, b, points }: Readonly<Record<'a' | 'b' | 'points', ArrayLike<number>>>,
): void {
  for (let at = 0; at < a.length; at++) addPair(candidates, a[at]!, b[at]!, points[at]!)
}

/** Those of a few pairs that are no candidates yet. O(candidates) */
export function addMissing(candidates: Candidates, pairs: Pairs): void {
  const { u, v, size } = candidates
  const keyOf = (a: number, b: number) => Math.min(a, b) * 2 ** 26 + Math.max(a, b)
  const missing = new Map(Array.from(pairs.a, (a, at) => [keyOf(a, pairs.b[at]!), at]))
  for (let at = 0; at < size; at++) missing.delete(keyOf(u[at]!, v[at]!))
  for (const at of missing.values()) addPair(candidates, pairs.a[at]!, pairs.b[at]!, pairs.points[at]!)
}

/** Those of some pairs that may be, by the points they have in this crowd. */
export function rescored({ size, u, v }: Candidates, crowd: Crowd): Candidates {
  const kept = candidatesFor(crowd.n)
  for (let at = 0; at < size; at++) {
    if (v[at]! >= crowd.n) continue
    const points = pointsOf(crowd, u[at]!, v[at]!)
    if (points !== FORBIDDEN) addPair(kept, u[at]!, v[at]!, points)
  }
  return kept
}

/** What is in either of two lists, once. */
export function unionOf(n: number, one: Candidates, other: Candidates): Candidates {
  const known = new Set<number>()
  const both = {
    size: 0,
    u: one.u.slice(0, one.size),
    v: one.v.slice(0, one.size),
    w: one.w.slice(0, one.size),
  }
  for (const { size, u, v, w } of [one, other]) {
    for (let at = 0; at < size; at++) {
      const key = Math.min(u[at]!, v[at]!) * (n + 1) + Math.max(u[at]!, v[at]!)
      if (known.has(key)) continue
      known.add(key)
      addPair(both, u[at]!, v[at]!, w[at]!)
    }
  }
  return both
}

/** The pairs that may score more than their kinds let expect: they are candidates whatever comes. */
export function raisedIn(crowd: Crowd): Candidates {
  const raised = crowd.raised ?? []
  const list = {
    size: 0,
    u: new Int32Array(raised.length),
    v: new Int32Array(raised.length),
    w: new Int32Array(raised.length),
  }
  for (const [a, b] of raised) {
    const points = pointsOf(crowd, a, b)
    if (points !== FORBIDDEN) addPair(list, a, b, points)
  }
  return list
}

/** By vertex, the most points among the candidates. */
export function bestKnown(n: number, { size, u, v, w }: Candidates): Int32Array {
  const known = new Int32Array(n).fill(FORBIDDEN)
  for (let at = 0; at < size; at++) {
    const [a, b] = [u[at]!, v[at]!]
    if (b >= n) continue
    known[a] = Math.max(known[a]!, w[at]!)
    known[b] = Math.max(known[b]!, w[at]!)
  }
  return known
}

/** Steps to try along the ring for someone whom one may meet. */
const STEPS = 3

/**
 * One more pair for each person, so that the candidates hang together even where the best of all are the same
 * few: a step that leads through everyone, the second or third where the first must not be. O(n)
 */
export function addRing(candidates: Candidates, crowd: Crowd, known: Worst): void {
  const { n } = crowd
  // So few know each other already, and a ring would come round to the same pairs.
  if (n <= 2 * STEPS) return
  const raised = new Set(crowd.raised?.map(([a, b]) => a * n + b))
  let step = Math.round(n * 0.618)
  while (divisor(n, step) > 1) step++
  for (let a = 0; a < n; a++) {
    for (let steps = 1; steps <= STEPS; steps++) {
      const b = (a + steps * step) % n
      const points = pointsOf(crowd, a, b)
      if (points === FORBIDDEN) continue
      if (!has(known, a, b) && !has(known, b, a) && !raised.has(a * n + b) && !raised.has(b * n + a))
        addPair(candidates, a, b, points)
      break
    }
  }
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}

function addPair(candidates: Candidates, a: number, b: number, points: number): void {
  if (candidates.size === candidates.u.length) widen(candidates)
  const at = candidates.size++
  candidates.u[at] = a
  candidates.v[at] = b
  candidates.w[at] = points
}

function widen(candidates: Candidates): void {
  const { u, v, w, size } = candidates
  const room = Math.ceil(1.5 * size) + 8
  candidates.u = new Int32Array(room)
  candidates.v = new Int32Array(room)
  candidates.w = new Int32Array(room)
  candidates.u.set(u)
  candidates.v.set(v)
  candidates.w.set(w)
}

/**
 * Prices that pay for every candidate, of a matching of nobody: half of their best for everyone, and for nobody, who
 * comes last, no more than it takes.
 */
export function startAtHalf(candidates: Candidates, n: number): Optimum {
  const best = bestKnown(n, candidates)
  const y = Float64Array.from({ length: verticesOf(n) }, (_, vertex) => Math.max(0, best[vertex] ?? 0))
  return startAt(y, n)
}

/** Prices of people as a start, of a matching of nobody. */
export function startAt(prices: Float64Array, n: number): Optimum {
  const y = Float64Array.from({ length: verticesOf(n) }, (_, vertex) => prices[vertex] ?? 0)
  if (n % 2 === 1) y[n] = -prices.subarray(0, n).reduce((least, price) => Math.min(least, price), Infinity)
  const none = { mate: new Int32Array(y.length).fill(NONE), home: new Int32Array(y.length).fill(NONE) }
  return { ...none, y, parent: new Int32Array(0), z: new Float64Array(0) }
}

/**
 * The best matching among the candidates in which anyone may stay alone whose price has come down to their floor.
 *
 * @param floors even numbers
 * @param former an optimum on some of these candidates, or prices alone, to start from
 */
export function solveAmong(candidates: Candidates, n: number, floors: Float64Array, former: Optimum): Solved {
  const { size, u, v, w } = candidates
  const edges: Edges = {
    n: verticesOf(n),
    u: u.subarray(0, size),
    v: v.subarray(0, size),
    w: w.subarray(0, size),
  }
  const graph = adjacencyOf(edges)
  // Everything as seen from the floors, which makes them 0.
  moveBy(graph, floors, -1)
  const y = former.y.map((price, vertex) => price - floors[vertex]!)
  const optimum = optimise(graph, 0, restartFrom(graph, 0, { ...former, y }))
  moveBy(graph, floors, 1)
  return { graph, optimum: { ...optimum, y: optimum.y.map((price, vertex) => price + floors[vertex]!) } }
}

function moveBy({ n, start, to, worth }: Adjacency, floors: Float64Array, sign: 1 | -1): void {
  for (let vertex = 0; vertex < n; vertex++) {
    for (let arc = start[vertex]!, end = start[vertex + 1]!; arc < end; arc++) {
      worth[arc] = worth[arc]! + sign * (floors[vertex]! + floors[to[arc]!]!)
    }
  }
}
