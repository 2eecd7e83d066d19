import type { CapacityObjective, CapacityResult } from './capacity.ts'
import type { Graph } from './graph.ts'
import { emptySieve, sift, verdictOf } from './verify-sieve.ts'

export type CapacityVerdict = { ok: true; proves: CapacityObjective } | { ok: false; reason: string }

/**
 * Checks a choice with capacities against its graph: that it is one, that its numbers are right, and that
 * none is better.
 *
 * Every choice can be made into a matching of copies that is worth a fixed function of it, or into a better
 * one that can. So no choice is worth more than what `verify` finds proven of the copies, and this one must
 * be worth just that. The graph of copies is made here a second time, without the solver's code.
 */
export function verifyWithCapacities(
  graph: Graph,
  capacity: ArrayLike<number>,
  result: CapacityResult,
): CapacityVerdict {
  const reason =
    inputFault(graph, capacity) ?? choiceFault(graph, capacity, result) ?? proofFault(graph, capacity, result)
  return reason === undefined ? { ok: true, proves: result.objective } : { ok: false, reason }
}

const isCount = (value: number | undefined) => Number.isSafeInteger(value) && value! >= 0
const keyOf = (n: number, a: number, b: number) => Math.min(a, b) * n + Math.max(a, b)

function inputFault({ n, u, v, w }: Graph, capacity: ArrayLike<number>): string | undefined {
  const keys = new Float64Array(w.length)
  for (let e = 0; e < w.length; e++) {
    const a = u[e]!
    const b = v[e]!
    if (!isCount(a) || !isCount(b) || a >= n || b >= n || a === b) return `${a} and ${b} are no edge`
    if (!isCount(w[e])) return `edge ${a} ${b} has no whole weight`
    keys[e] = keyOf(n, a, b)
  }
  const twice = keys.sort().find((key, at) => at > 0 && key === keys[at - 1])
  if (twice !== undefined) return `edge ${Math.floor(twice / n)} ${twice % n} occurs twice`
  if (capacity.length !== n) return `there must be ${n} capacities`
  const odd = Array.from(capacity).findIndex((each) => !isCount(each))
  return odd === -1 ? undefined : `capacity of ${odd} is no count`
}

function choiceFault(graph: Graph, capacity: ArrayLike<number>, result: CapacityResult): string | undefined {
  const { n } = graph
  const { partners, objective } = result
  if (!['people', 'pairs', 'weight'].includes(objective)) return `there is no objective ${objective}`
  if (partners.length !== n) return `partners must have ${n} entries`
  const weightOf = chosenWeights(graph, partners)
  let ends = 0
  let weight = 0n
  for (const [vertex, each] of partners.entries()) {
    if (each.length > capacity[vertex]!) return `${vertex} has ${each.length} partners`
    if (each.some((partner, at) => at > 0 && each[at - 1]! >= partner))
      return `partners of ${vertex} are not in order`
    for (const partner of each) {
      if (!isCount(partner) || partner >= n) return `${vertex} has a partner who is no vertex`
      const points = weightOf.get(keyOf(n, vertex, partner))
      if (points === undefined) return `${vertex} and ${partner} are not joined by an edge`
      if (!partners[partner]!.includes(vertex))
        return `${partner} is a partner of ${vertex} but not the other way round`
      ends++
      if (vertex < partner) weight += BigInt(points)
    }
  }
  const placed = partners.filter((each) => each.length > 0).length
  if (result.placed !== placed) return `${placed} are placed, not ${result.placed}`
  if (result.pairs !== ends / 2) return `there are ${ends / 2} pairs, not ${result.pairs}`
  if (!isCount(result.weight)) return 'weight is not a whole number'
  return BigInt(result.weight) === weight ? undefined : `the pairs weigh ${weight}, not ${result.weight}`
}

/** By key: the weight of each edge between partners. */
function chosenWeights({ n, u, v, w }: Graph, partners: number[][]): Map<number, number> {
  const chosen = new Set(partners.flatMap((each, vertex) => each.map((other) => keyOf(n, vertex, other))))
  const weightOf = new Map<number, number>()
  for (let e = 0; e < w.length; e++) {
    const key = keyOf(n, u[e]!, v[e]!)
    if (chosen.has(key)) weightOf.set(key, w[e]!)
  }
  return weightOf
}

function proofFault(graph: Graph, capacity: ArrayLike<number>, result: CapacityResult): string | undefined {
  const { objective, certificate } = result
  const sieve = emptySieve(certificate)
  let isExact = true
  const copy = objective === 'people' ? copyForPeople : copyForPairs
  const { n, worth } = copy(graph, capacity, result, (one, other, weight) => {
    isExact &&= isCount(weight)
    sift(sieve, one, other, weight)
  })
  if (!isExact) return 'the numbers are too large to be exact'
  const verdict = verdictOf(sieve, n)
  if (!verdict.ok) return verdict.reason
  if (verdict.proves !== (objective === 'pairs' ? 'cardinality' : 'weight'))
    return `the proof is not about ${objective}`
  if (objective === 'pairs' && sieve.cardinality !== worth.cardinality)
    return `${sieve.cardinality - worth.cardinality} more pairs are not excluded`
  return worth.weight === BigInt(sieve.weight) ? undefined : 'a better choice is not excluded'
}

/** Hears of each edge between copies. */
type Join = (one: number, other: number, weight: number) => void

/** The vertices of the graph of copies, and what the choice in question is worth in it. */
type Copied = { n: number; worth: { cardinality: number; weight: bigint } }

function copyForPeople(
  graph: Graph,
  capacity: ArrayLike<number>,
  { placed, pairs, weight }: CapacityResult,
  join: Join,
): Copied {
  const { u, v, w } = graph
  const { n, copies } = copiesOf(graph, capacity)
  let heaviest = 0
  for (let e = 0; e < w.length; e++) heaviest = Math.max(heaviest, w[e]!)
  const further = copies.reduce((sum, { length }) => sum + Math.max(0, length - 1), 0)
  const price = graph.n * heaviest + 1
  const prize = further * price + graph.n * heaviest + 1
  for (let e = 0; e < w.length; e++) {
    for (const [i, one] of copies[u[e]!]!.entries()) {
      for (const [j, other] of copies[v[e]!]!.entries()) {
        if (i > 0 && j > 0) continue
        join(one, other, (i === 0 && j === 0 ? 2 * prize : prize - price) + w[e]!)
      }
    }
  }
  const prizes = BigInt(placed) * BigInt(prize) - BigInt(2 * pairs - placed) * BigInt(price)
  return { n, worth: { cardinality: pairs, weight: prizes + BigInt(weight) } }
}

function copyForPairs(
  graph: Graph,
  capacity: ArrayLike<number>,
  { pairs, weight }: CapacityResult,
  join: Join,
): Copied {
  const { u, v, w } = graph
  const { n, copies } = copiesOf(graph, capacity)
  const copied: Copied = { n, worth: { cardinality: pairs, weight: BigInt(weight) } }
  for (let e = 0; e < w.length; e++) {
    const ones = copies[u[e]!]!
    const others = copies[v[e]!]!
    if (Math.min(ones.length, others.length) < 2) {
      for (const one of ones) for (const other of others) join(one, other, w[e]!)
      continue
    }
    const near = copied.n++
    const far = copied.n++
    for (const one of ones) join(one, near, w[e]!)
    join(near, far, w[e]!)
    for (const other of others) join(far, other, w[e]!)
    // With helpers, even a choice without the pair has one edge of that weight.
    copied.worth.cardinality++
    copied.worth.weight += BigInt(w[e]!)
  }
  return copied
}

/** Numbers of the copies of each vertex, in order: as many as it may have partners and has edges. */
function copiesOf(
  { n: vertices, u, v, w }: Graph,
  capacity: ArrayLike<number>,
): { n: number; copies: number[][] } {
  const edgesAt = new Array<number>(vertices).fill(0)
  for (let e = 0; e < w.length; e++) {
    edgesAt[u[e]!]!++
    edgesAt[v[e]!]!++
  }
  let n = 0
  const copies = edgesAt.map((most, vertex) =>
    Array.from({ length: Math.min(most, capacity[vertex]!) }, () => n++),
  )
  return { n, copies }
}
