import { seekCandidates, seekForTheLonely } from './crowd-candidates.ts'
import { unpaidAmong, unpaidOfAll } from './crowd-pass.ts'
import { addEdge, type EdgeList, emptyEdges } from './edge-list.ts'
import { type Certificate, SCALE } from './graph.ts'
import { adjacencyOf, type Edges } from './solver/adjacency.ts'
import { greedyStart } from './solver/greedy.ts'
import { type Optimum, optimise } from './solver/optimise.ts'
import { restartFrom } from './solver/restart.ts'

/** So many people that nobody wants to write down all possible pairs. */
export type Crowd = {
  n: number
  /** A whole number of points 0..10000, or `FORBIDDEN`; symmetric and pure. Asked for few of all pairs. */
  score(a: number, b: number): number
  /** Kind of each person, 0..: those whose scores are limited by the same few traits. */
  kindOf: ArrayLike<number>
  /** No two people of these kinds score more; symmetric. The closer, the less work. */
  mostBetween(kind: number, other: number): number
  /** Settles whose scores are asked for first: 32 bits. */
  seed: number
}

export type CrowdPlan = {
  /** Partner of each person, or -1. */
  mate: Int32Array
  cardinality: number
  weight: number
  /** How many points more the best possible total could be; 0 when this one is proven to be the best. */
  within: number
  /** Times that all pairs were gone through for one that could still improve the total. */
  passes: number
  /**
   * The proof over all feasible pairs, or null when stopped before. Of an odd crowd it has one vertex more,
   * *nobody*, at position n, who may be paired with anyone for 0 points.
   */
  certificate: Certificate | null
}

export type CrowdOptions = {
  /** Stops once no plan can be better by more than so many points; 0 when left out. */
  enough?: number
  /** After each pass; answer `false` to stop with what is there. */
  onPass?(progress: { passes: number; within: number }): boolean
}

/**
 * Most pairs, then most points, proven over all feasible pairs without listing them.
 *
 * Solves on a few good candidates for each person. The resulting prices bound what any other pair could
 * bring, and kinds bound it without looking at the pair; pairs that could bring more are added and the
 * matching is improved, until there are none. Memory grows with people, not pairs. Fast where nearly
 * everybody can be placed; correct in any case.
 *
 * @throws RangeError when n is no count or too large for exact numbers
 * @source W. Cook, A. Rohe, "Computing minimum-weight perfect matchings" (1999), pricing
 */
export function solveCrowd(crowd: Crowd, options: CrowdOptions = {}): CrowdPlan {
  const bonus = bonusOf(crowd)
  const floor = (-bonus * SCALE) / 2
  const edges = emptyEdges(16 * crowd.n)
  if (crowd.n % 2 === 1) {
    for (let person = 0; person < crowd.n; person++) addEdge(edges, person, crowd.n, 0, 0)
  }
  seekCandidates(crowd, edges)
  let optimum = solveFirst(crowd, edges, floor)
  for (let passes = 1; ; passes++) {
    const { worst, near, within } = unpaidOfAll(crowd, optimum)
    const isEnough = within <= (options.enough ?? 0) || options.onPass?.({ passes, within }) === false
    if (isEnough) return planOf(crowd, edges, optimum, { bonus, floor, within, passes })
    // To go through all pairs is dear: first come to rest with those that matter now.
    for (let pairs = worst; pairs.length > 0; pairs = unpaidAmong(crowd.n, near, optimum).worst) {
      for (const [a, b, points] of pairs) addEdge(edges, a, b, points, points)
      optimum = improve(crowd, edges, floor, optimum)
    }
  }
}

function bonusOf({ n, kindOf, mostBetween }: Crowd): number {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`n is ${n}, not a count`)
  const kinds = new Set(Array.from(kindOf))
  let largest = 0
  for (const kind of kinds) {
    for (const other of kinds) largest = Math.max(largest, mostBetween(kind, other))
  }
  const bonus = Math.floor((n + 1) / 2) * largest + 1
  if (2 * SCALE * (bonus + largest) >= 2 ** 53)
    throw new RangeError(`${n} people are too many for exact numbers`)
  return bonus
}

const verticesOf = ({ n }: Crowd) => n + (n % 2)

function graphOf(crowd: Crowd, { size, u, v, weight }: EdgeList): Edges {
  return {
    n: verticesOf(crowd),
    u: u.subarray(0, size),
    v: v.subarray(0, size),
    w: weight.subarray(0, size),
  }
}

/** Prices are no good while people are alone for want of candidates: they are looked after first. */
function solveFirst(crowd: Crowd, edges: EdgeList, floor: number): Optimum {
  const graph = adjacencyOf(graphOf(crowd, edges))
  let optimum = optimise(graph, floor, greedyStart(graph, floor))
  for (let tries = 0; tries < 3 && optimum.mate.includes(-1); tries++) {
    if (!seekForTheLonely(crowd, optimum.mate, edges)) break
    optimum = improve(crowd, edges, floor, optimum)
  }
  return optimum
}

function improve(crowd: Crowd, edges: EdgeList, floor: number, former: Optimum): Optimum {
  const graph = adjacencyOf(graphOf(crowd, edges))
  return optimise(graph, floor, restartFrom(graph, floor, former))
}

type Outcome = { bonus: number; floor: number; within: number; passes: number }

function planOf(crowd: Crowd, edges: EdgeList, optimum: Optimum, outcome: Outcome): CrowdPlan {
  const { bonus, floor, within, passes } = outcome
  const { y, home, parent, z } = optimum
  const mate = optimum.mate.slice(0, crowd.n).map((partner) => (partner === crowd.n ? -1 : partner))
  let cardinality = 0
  let weight = 0
  for (let e = 0; e < edges.size; e++) {
    if (mate[edges.u[e]!] !== edges.v[e]) continue
    cardinality++
    weight += edges.weight[e]!
  }
  const prices = y.map((price) => price - floor)
  const certificate = { scale: SCALE, bonus, mate: optimum.mate, y: prices, home, parent, z }
  return { mate, cardinality, weight, within, passes, certificate: within === 0 ? certificate : null }
}
