import { fairestThreshold } from '../fairness.ts'
import { SCALE } from '../graph.ts'
import { Stopped } from '../plan.ts'
import { FORBIDDEN } from '../problem.ts'
import { adjacencyOf } from '../solver/adjacency.ts'
import { setsOf } from '../verify-sets.ts'
import { bestKnown, type Candidates, unionOf, verticesOf } from './candidates.ts'
import { ALL, bestAmong, crowdOf, type Field } from './people.ts'
import { pricesIn, solved, type Tell } from './solve-field.ts'
import type { Found } from './steps.ts'
import type { Prices } from './verify-crowd.ts'

type Start = { field: Field; free: Found; worst: number }

export type Fairest = { threshold: number; proof: Prices; candidates: Candidates }

/**
 * The most points that every pair can have while as many people are placed. The candidates say how many are to be had
 * at least, everyone's best partner how many at most; in between, pairs of so many points are counted alike, until
 * one more is proven to place fewer.
 */
export function fairest({ field, free, worst }: Start, tell: Tell): Fairest {
  const { cardinality } = free.plan
  let { candidates } = free.warm
  let threshold = reachedIn(field, free, worst)
  const { lowest, people } = worstOff(field, free)
  // Most often nobody needs to look further than at those who are worst off.
  if (threshold === lowest) return { threshold, proof: proofByFew(field, people), candidates }
  let tooMuch = Math.max(threshold, lowest) + 1
  // Most often the first guess is right, and one look shows it.
  for (let isFirst = true; ; isFirst = false) {
    const atLeast = isFirst ? threshold + 1 : Math.max(threshold + 1, (threshold + tooMuch) >> 1)
    const warm = { candidates, near: 0, former: null }
    const found = solved(field, { atLeast, alike: true }, tell, 'trio', warm)
    if (found.plan.cardinality < cardinality) {
      if (atLeast === threshold + 1) {
        const proof = pricesIn(field, roomy(found, cardinality))
        return { threshold, proof, candidates }
      }
      tooMuch = atLeast
      continue
    }
    candidates = byPoints(field, unionOf(free.plan.mate.length, candidates, found.warm.candidates))
    threshold = worstIn(field, found)
    tooMuch = Math.max(tooMuch, threshold + 1)
  }
}

/** Pairs with the points they really have. */
function byPoints(field: Field, { size, u, v }: Candidates): Candidates {
  const { n, score } = crowdOf(field, ALL)
  const kept = { size, u, v, w: new Int32Array(u.length) }
  for (let at = 0; at < size; at++) kept.w[at] = v[at]! >= n ? 0 : score(u[at]!, v[at]!)
  return kept
}

/** The fewest points of a pair of a matching. */
export function worstIn(field: Field, { plan: { mate } }: Found): number {
  const { score } = crowdOf(field, ALL)
  let worst = Infinity
  for (const [a, b] of mate.entries()) if (a < b) worst = Math.min(worst, score(a, b))
  return worst
}

/** The most points that every pair can have among the candidates alone. */
function reachedIn(field: Field, { plan, warm: { candidates } }: Found, worst: number): number {
  const { n } = crowdOf(field, ALL)
  const list = Int32Array.from({ length: candidates.size }, (_, at) => at).filter(
    (at) => candidates.v[at]! < n,
  )
  const edges = {
    n,
    u: list.map((at) => candidates.u[at]!),
    v: list.map((at) => candidates.v[at]!),
    w: list.map((at) => candidates.w[at]!),
  }
  return fairestThreshold(adjacencyOf(edges), plan.mate, n - 2 * plan.cardinality, worst).threshold
}

/**
 * Nobody has more than their best: as many people as may stay alone, and one more, who have the lowest bests of all,
 * and the highest of these.
 */
function worstOff(field: Field, { plan, warm: { candidates } }: Found): { lowest: number; people: number[] } {
  const { n, score } = crowdOf(field, ALL)
  const { problem, order, seat } = field
  const most = n - 2 * plan.cardinality + 1
  const known = bestKnown(n, candidates)
  const vertexOf = new Map(Array.from(order, (position, vertex) => [position, vertex]))
  const best = bestAmong(problem, order)
  const bestOf = (vertex: number) =>
    vertex === order.length
      ? known[vertex]!
      : best(order[vertex]!, (other) => score(vertex, vertexOf.get(other)!)).points
  const found: { vertex: number; own: number }[] = []
  for (const vertex of [...known.keys()].sort((a, b) => known[a]! - known[b]!)) {
    if (found.length === most && known[vertex]! >= found[most - 1]!.own) break
    found.push({ vertex, own: Math.max(bestOf(vertex), seat?.points[vertex] ?? FORBIDDEN) })
    found.sort((a, b) => a.own - b.own)
    found.length = Math.min(found.length, most)
  }
  return { lowest: found[most - 1]?.own ?? FORBIDDEN, people: found.map(({ vertex }) => vertex) }
}

/** Nobody can be paired with these people: all others pay half of a pair each, and no pair need be looked at. */
function proofByFew(field: Field, people: readonly number[]): Prices {
  const n = field.order.length + (field.seat === null ? 0 : 1)
  const vertices = verticesOf(n)
  const y = new Int32Array(vertices).fill(SCALE / 2, 0, n)
  for (const vertex of people) y[vertex] = 0
  const home = new Int32Array(vertices).fill(-1)
  return pricesIn(field, { scale: SCALE, bonus: 0, y, home, parent: [], z: [] })
}

/**
 * The same prices without that of the largest odd set, if its people can pay it themselves and that still proves
 * fewer pairs: a checker need not look at each two of them, then.
 */
function roomy({ plan: { certificate, cardinality } }: Found, pairs: number): Prices {
  if (certificate === null) throw new Stopped()
  const { scale, bonus, y, home, parent, z } = certificate
  const size = setsOf(certificate)!.size.subarray(1)
  const largest = size.indexOf(size.reduce((most, each) => Math.max(most, each), 0))
  const half = (z[largest] ?? 0) / 2
  const isEnough = scale * (bonus + 1) * cardinality + half < scale * (bonus + 1) * pairs
  if (!isEnough || !Number.isInteger(half)) return certificate
  const isInside = (vertex: number) => {
    let set = home[vertex]!
    while (set !== -1 && set !== largest) set = parent[set]!
    return set === largest && set !== -1
  }
  return {
    ...certificate,
    y: Array.from(y, (price, vertex) => (isInside(vertex) ? price + half : price)),
    z: Array.from(z, (price, set) => (set === largest ? 0 : price)),
  }
}
