import type { Graph, Objective, Result } from './graph.ts'
import { isCount, isIndex, paidByBoth, priceFault, type Sets, setsOf } from './verify-sets.ts'

/**
 * Whether a result is proven to be the best, and what the proof is about; or the first thing that is wrong
 * with it.
 */
export type Verdict = { ok: true; proves: Objective } | { ok: false; reason: string }

/**
 * Checks a result against its graph by weak duality alone: no solver, no rounding, no trust.
 *
 * It holds when the matching is one, the counts are right, every edge is paid for, no price is negative, and
 * the matching is worth exactly what all prices add up to. O(n + m log depth), where depth is how far odd
 * sets nest.
 *
 * @source matching is optimal if and only if such prices exist: Edmonds (1965)
 */
export function verify(graph: Graph, result: Omit<Result, 'mate'> & { mate: ArrayLike<number> }): Verdict {
  const { certificate } = result
  const wrong = (reason: string): Verdict => ({ ok: false, reason })
  const shape = shapeFault(graph, result)
  if (shape !== undefined) return wrong(shape)
  const sets = setsOf(certificate)
  if (sets === undefined) return wrong('odd sets hold each other in a circle')
  const reason =
    sizeFault(sets) ??
    edgeFault(graph, result, sets) ??
    bonusFault(graph, certificate.bonus) ??
    valueFault(result, sets)
  if (reason !== undefined) return wrong(reason)
  return { ok: true, proves: certificate.bonus === 0 ? 'weight' : 'cardinality' }
}

type Checked = Parameters<typeof verify>[1]

function shapeFault(
  { n, u, v: other, w }: Graph,
  { mate, certificate, cardinality, weight }: Checked,
): string | undefined {
  if (u.length !== w.length || other.length !== w.length) return 'u, v and w differ in length'
  const { scale, bonus, y, home, parent, z } = certificate
  if (mate.length !== n || certificate.mate.length !== n) return `mate must have ${n} entries`
  if (y.length !== n || home.length !== n) return `y and home must have ${n} entries`
  if (parent.length !== z.length) return 'parent and z differ in length'
  if (!isCount(scale) || scale === 0) return 'scale is not a positive whole number'
  if (!isCount(bonus)) return 'bonus is not a whole number'
  if (!isCount(cardinality) || !isCount(weight)) return 'cardinality and weight must be whole numbers'
  for (let v = 0; v < n; v++) {
    const partner = mate[v]
    if (!isIndex(partner, n)) return `mate of ${v} is no vertex`
    if (partner === v) return `${v} is its own mate`
    if (partner !== -1 && mate[partner!] !== v) return `${v} has a mate whose mate is another`
    if (certificate.mate[v] !== partner) return `the certificate is about another mate of ${v}`
  }
  return priceFault(certificate)
}

function sizeFault({ size }: Sets): string | undefined {
  const even = size.findIndex((count, b) => b > 0 && count % 2 === 0)
  return even === -1 ? undefined : `odd set ${even - 1} has ${size[even]} vertices`
}

/**
 * Every edge is paid for, and the pairs of the matching are edges.
 *
 * Comparisons are written so that a number that is none fails them. Sums of prices may pass 2^53 and be
 * rounded, but only when they exceed what is needed anyway.
 */
function edgeFault(
  graph: Graph,
  { mate, certificate, cardinality, weight: claimed }: Checked,
  sets: Sets,
): string | undefined {
  const { u, v, w } = graph
  const { scale, bonus, y, home } = certificate
  // By vertex whose mate has a higher number: the heaviest edge between the two.
  const heaviest = new Float64Array(graph.n).fill(-1)
  for (let e = 0; e < w.length; e++) {
    const a = u[e]!
    const b = v[e]!
    const weight = w[e]!
    if (!(weight >= 0) || Math.floor(weight) !== weight) return `edge ${e} has no whole weight`
    const needed = scale * (weight + bonus)
    if (!(needed <= Number.MAX_SAFE_INTEGER)) return `edge ${e} has no weight that can be checked exactly`
    let paid = y[a]! + y[b]!
    if (paid < needed) paid += paidByBoth(sets, home[a]! + 1, home[b]! + 1)
    if (!(paid >= needed)) return `edge ${e} (${a} ${b}) is not covered`
    if (mate[a] !== b) continue
    const vertex = Math.min(a, b)
    if (weight > heaviest[vertex]!) heaviest[vertex] = weight
  }
  const weights: number[] = []
  for (let vertex = 0; vertex < graph.n; vertex++) {
    if (mate[vertex]! < vertex) continue
    if (heaviest[vertex] === -1) return `${vertex} and its mate are not joined by an edge`
    weights.push(heaviest[vertex]!)
  }
  if (weights.length !== cardinality) return `there are ${weights.length} pairs, not ${cardinality}`
  const sum = exactSum(weights)
  return sum === BigInt(claimed) ? undefined : `the pairs weigh ${sum}, not ${claimed}`
}

/** A bonus proves the most pairs only if no weight can outdo it. */
function bonusFault({ n, w }: Graph, bonus: number): string | undefined {
  if (bonus === 0) return undefined
  let largest = 0
  for (let e = 0; e < w.length; e++) largest = Math.max(largest, w[e]!)
  return BigInt(bonus) > BigInt(Math.floor(n / 2)) * BigInt(largest) ? undefined : 'bonus is too small'
}

/** Weak duality: what the prices add up to is an upper bound; the matching must reach it. */
function valueFault({ certificate, cardinality, weight }: Checked, { size }: Sets): string | undefined {
  const { scale, bonus, y, z } = certificate
  let bound = exactSum(y)
  for (let b = 0; b < z.length; b++) bound += BigInt(z[b]!) * BigInt((size[b + 1]! - 1) / 2)
  const value = BigInt(scale) * (BigInt(weight) + BigInt(bonus) * BigInt(cardinality))
  return value === bound ? undefined : `worth ${value}, but the prices add up to ${bound}`
}

/** The sum of whole numbers of at least 0, however large. */
function exactSum(values: ArrayLike<number>): bigint {
  let sum = 0n
  let part = 0
  for (let i = 0; i < values.length; i++) {
    const next = part + values[i]!
    if (next <= Number.MAX_SAFE_INTEGER) part = next
    else {
      sum += BigInt(part)
      part = values[i]!
    }
  }
  return sum + BigInt(part)
}
