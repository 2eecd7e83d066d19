import type { Plan } from './plan.ts'
import { FORBIDDEN, type Problem, pairKey, pointsOf } from './problem.ts'
import { coinOf, lotOf, type TieBreak, tieBreakFor } from './tie-break.ts'

// Which pairs there are and what they weigh is written here a second time, on purpose: the checker must not
// take the solver's word for it.

/** What people score with each other: two bytes for each pair of those who are not pinned. */
export type Scores = {
  problem: Problem
  banned: Set<number>
  /** By position: the number behind a person's coins. */
  lots: Uint32Array
  tieBreak: TieBreak
  /** Positions of all who are not pinned, ascending. */
  free: number[]
  /** By position: where a person stands in `free`, or -1. */
  rank: Int32Array
  /** Of the first of `free` with each later one, then of the second with each later one, and so on. */
  points: Int16Array
}

/**
 * Asks for the score of each pair once, unless it is banned or one of the two is pinned.
 *
 * @throws RangeError when a score is none
 */
export function scoresOf(problem: Problem): Scores {
  const { ids, pins, bans, seed } = problem
  const pinned = new Set(pins.flat())
  const free = [...ids.keys()].filter((person) => !pinned.has(person))
  const rank = new Int32Array(ids.length).fill(-1)
  for (const [at, person] of free.entries()) rank[person] = at
  const scores: Scores = {
    problem,
    banned: new Set(bans.map(([a, b]) => pairKey(ids.length, a, b))),
    lots: Uint32Array.from(ids, (id) => lotOf(seed, id)),
    tieBreak: tieBreakFor(ids.length + 1),
    free,
    rank,
    points: new Int16Array((free.length * (free.length - 1)) / 2),
  }
  forbid(scores, scores.points, bans)
  let at = 0
  for (let i = 0; i < free.length; i++) {
    for (let j = i + 1; j < free.length; j++, at++) {
      if (scores.points[at] !== FORBIDDEN) scores.points[at] = pointsOf(problem, free[i]!, free[j]!)
    }
  }
  return scores
}

/** Where two people stand in `points`, or -1 when one of them is pinned or they are not two. */
function placeOf({ free, rank }: Scores, a: number, b: number): number {
  const i = rank[Math.min(a, b)]!
  const j = rank[Math.max(a, b)]!
  return i >= 0 && j > i ? (i * (2 * free.length - i - 1)) / 2 + (j - i - 1) : -1
}

function forbid(scores: Scores, points: Int16Array, pairs: Problem['bans']): void {
  for (const [a, b] of pairs) {
    const at = placeOf(scores, a, b)
    if (at !== -1) points[at] = FORBIDDEN
  }
}

/** Points of any two people, pinned or not; `FORBIDDEN` also for those who are banned. */
export function pointsBetween(scores: Scores, a: number, b: number): number {
  const { problem, banned, points } = scores
  const at = placeOf(scores, a, b)
  if (at !== -1) return points[at]!
  return banned.has(pairKey(problem.ids.length, a, b)) ? FORBIDDEN : pointsOf(problem, a, b)
}

/** The pairs that were open to the solver. Vertices are positions; the seat of a trio is the next. */
export type OpenPairs = {
  scores: Scores
  n: number
  /** As in `scores`, with pairs that were excluded forbidden as well. */
  points: Int16Array
  /** By position: the best centre for this person to sit third with, or -1. Empty without a seat. */
  centres: Int32Array
}

/** @param excluded pairs, and centres with ends, that were left out so that a trio's ends may meet */
export function openPairs(
  scores: Scores,
  withSeat: boolean,
  excluded: Plan['certificate']['exclusions'],
): OpenPairs {
  const n = scores.problem.ids.length
  const points = excluded.pairs.length > 0 ? scores.points.slice() : scores.points
  forbid(scores, points, excluded.pairs)
  if (!withSeat) return { scores, n, points, centres: new Int32Array(0) }
  return { scores, n: n + 1, points, centres: centresOf(scores, excluded.seats) }
}

function centresOf(scores: Scores, excluded: Plan['certificate']['exclusions']['seats']): Int32Array {
  const { problem, free } = scores
  const n = problem.ids.length
  const apart = new Set(excluded.map(([centre, end]) => centre * n + end))
  const centres = new Int32Array(n).fill(-1)
  for (const end of free) {
    let best = -1
    for (const centre of problem.willing) {
      if (centre === end || apart.has(centre * n + end)) continue
      const points = pointsBetween(scores, end, centre)
      const weight = points === FORBIDDEN ? -1 : weighed(scores, end, centre, points)
      if (weight <= best) continue
      best = weight
      centres[end] = centre
    }
  }
  return centres
}

function weighed({ lots, tieBreak }: Scores, a: number, b: number, points: number): number {
  return points * tieBreak.unit + coinOf(lots[a]!, lots[b]!, tieBreak)
}

/** Points and coin of an open pair in one number. */
export function weightOf({ scores, centres, n }: OpenPairs, u: number, v: number, points: number): number {
  return weighed(scores, u, v === n - 1 && centres.length > 0 ? centres[u]! : v, points)
}

/** Visits the open pairs u < v that have at least so many points. */
export function eachPair(
  { scores, points, centres, n }: OpenPairs,
  atLeast: number,
  visit: (u: number, v: number, points: number) => void,
): void {
  const { free } = scores
  const least = Math.max(0, atLeast)
  let at = 0
  for (let i = 0; i < free.length; i++) {
    for (let j = i + 1; j < free.length; j++, at++) {
      if (points[at]! >= least) visit(free[i]!, free[j]!, points[at]!)
    }
  }
  for (const [end, centre] of centres.entries()) {
    const worth = centre === -1 ? FORBIDDEN : pointsBetween(scores, end, centre)
    if (worth >= least) visit(end, n - 1, worth)
  }
}

/**
 * Whether taking out `barrier` leaves at least `alone` more odd parts than it has vertices, when only pairs
 * with at least so many points count: then every matching leaves at least `alone` vertices without a partner.
 *
 * @source C. Berge, "Sur le couplage maximum d'un graphe" (1958)
 */
export function tooManyOddParts(open: OpenPairs, atLeast: number, barrier: number[], alone: number): boolean {
  const out = new Set(barrier)
  const parent = Int32Array.from({ length: open.n }, (_, v) => (out.has(v) ? -1 : v))
  const find = (v: number): number => {
    let root = v
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!
      root = parent[root]!
    }
    return root
  }
  eachPair(open, atLeast, (u, v) => {
    if (parent[u] !== -1 && parent[v] !== -1) parent[find(u)] = find(v)
  })
  const size = new Int32Array(open.n)
  for (let v = 0; v < open.n; v++) {
    if (parent[v] !== -1) size[find(v)]!++
  }
  return size.filter((count) => count % 2 === 1).length - out.size >= alone
}
