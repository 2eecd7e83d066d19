import type { Graph, Objective, Result } from './graph.ts'

/** Whether a result is proven to be the best, and what the proof is about; or the first thing that is wrong with it. */
export type Verdict = { ok: true; proves: Objective } | { ok: false; reason: string }

/**
 * Checks a result against its graph by weak duality alone: no solver, no rounding, no trust.
 *
 * It holds when the matching is one, the counts are right, every edge is paid for, no price is negative, and the matching is worth
 * exactly what all prices add up to. O(n + m) unless odd sets are nested deeply.
 *
 * @source matching is optimal if and only if such prices exist: Edmonds (1965)
 */
export function verify(graph: Graph, result: Omit<Result, 'mate'> & { mate: ArrayLike<number> }): Verdict {
  const { certificate } = result
  const reason =
    shapeFault(graph, result) ??
    setFault(graph.n, certificate) ??
    edgeFault(graph, result) ??
    bonusFault(graph, certificate.bonus) ??
    valueFault(graph.n, result)
  if (reason !== undefined) return { ok: false, reason }
  return { ok: true, proves: certificate.bonus === 0 ? 'weight' : 'cardinality' }
}

type Checked = Parameters<typeof verify>[1]

const isCount = (value: number | undefined): value is number => Number.isSafeInteger(value) && value! >= 0
const isIndex = (value: number | undefined, below: number) =>
  Number.isInteger(value) && value! >= -1 && value! < below

function shapeFault({ n }: Graph, { mate, certificate, cardinality, weight }: Checked): string | undefined {
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
    if (!isCount(y[v])) return `y of ${v} is not a whole number of at least 0`
    if (!isIndex(home[v], z.length)) return `home of ${v} is no odd set`
  }
  for (let b = 0; b < z.length; b++) {
    if (!isCount(z[b])) return `z of ${b} is not a whole number of at least 0`
    if (!isIndex(parent[b], z.length)) return `parent of ${b} is no odd set`
  }
  return undefined
}

/** Number of odd sets around each odd set, itself included; `undefined` when they run in a circle. */
function depths(parent: ArrayLike<number>): Int32Array | undefined {
  const depth = new Int32Array(parent.length)
  const path: number[] = []
  for (let b = 0; b < parent.length; b++) {
    let at = b
    while (at !== -1 && depth[at] === 0) {
      path.push(at)
      at = parent[at]!
      if (path.length > parent.length) return undefined
    }
    let level = at === -1 ? 0 : depth[at]!
    for (let inner = path.pop(); inner !== undefined; inner = path.pop()) depth[inner] = ++level
  }
  return depth
}

/** Vertices in each odd set, however deep. */
function sizes(n: number, { home, parent }: Checked['certificate'], depth: Int32Array): Int32Array {
  const size = new Int32Array(parent.length)
  for (let v = 0; v < n; v++) {
    if (home[v] !== -1) size[home[v]!]!++
  }
  const inwards = Array.from(depth.keys()).sort((a, b) => depth[b]! - depth[a]!)
  for (const b of inwards) {
    if (parent[b] !== -1) size[parent[b]!]! += size[b]!
  }
  return size
}

function setFault(n: number, certificate: Checked['certificate']): string | undefined {
  const depth = depths(certificate.parent)
  if (depth === undefined) return 'odd sets hold each other in a circle'
  const size = sizes(n, certificate, depth)
  const even = size.findIndex((count) => count % 2 === 0)
  return even === -1 ? undefined : `odd set ${even} has ${size[even]} vertices`
}

/** Every edge is paid for, and each pair of the matching is an edge. */
function edgeFault(graph: Graph, { mate, certificate, cardinality, weight }: Checked): string | undefined {
  const { u, v, w } = graph
  const { scale, bonus, y, home, parent } = certificate
  const depth = depths(parent)!
  const around = pricesAround(certificate, depth)
  let pairs = 0
  let sum = 0n
  const counted = new Uint8Array(graph.n)
  for (let e = 0; e < w.length; e++) {
    const a = u[e]!
    const b = v[e]!
    const needed = scale * (w[e]! + bonus)
    if (needed > Number.MAX_SAFE_INTEGER) return `edge ${e} weighs too much to be checked exactly`
    const paid = y[a]! + y[b]!
    if (paid < needed && home[a] !== -1 && home[b] !== -1) {
      const common = commonSet(home[a]!, home[b]!, parent, depth)
      if (common === -1 || paid + around[common]! < needed) return `edge ${e} (${a} ${b}) is not covered`
    } else if (paid < needed) return `edge ${e} (${a} ${b}) is not covered`
    if (mate[a] !== b) continue
    if (counted[a] === 1) return `pair ${a} ${b} is more than one edge`
    counted[a] = 1
    counted[b] = 1
    pairs++
    sum += BigInt(w[e]!)
  }
  for (let vertex = 0; vertex < graph.n; vertex++) {
    if (mate[vertex] !== -1 && counted[vertex] === 0)
      return `${vertex} and its mate are not joined by an edge`
  }
  if (pairs !== cardinality) return `there are ${pairs} pairs, not ${cardinality}`
  return sum === BigInt(weight) ? undefined : `the pairs weigh ${sum}, not ${weight}`
}

/** What an odd set and all odd sets around it add to the edges inside. */
function pricesAround({ parent, z }: Checked['certificate'], depth: Int32Array): Float64Array {
  const sum = new Float64Array(z.length)
  const outwards = Array.from(depth.keys()).sort((a, b) => depth[a]! - depth[b]!)
  for (const b of outwards) sum[b] = z[b]! + (parent[b] === -1 ? 0 : sum[parent[b]!]!)
  return sum
}

function commonSet(one: number, other: number, parent: ArrayLike<number>, depth: Int32Array): number {
  let a = one
  let b = other
  while (a !== b) {
    if (a === -1 || b === -1) return -1
    if (depth[a]! >= depth[b]!) a = parent[a]!
    else b = parent[b]!
  }
  return a
}

/** A bonus proves the most pairs only if no weight can outdo it. */
function bonusFault({ n, w }: Graph, bonus: number): string | undefined {
  if (bonus === 0) return undefined
  let largest = 0
  for (let e = 0; e < w.length; e++) largest = Math.max(largest, w[e]!)
  return BigInt(bonus) > BigInt(Math.floor(n / 2)) * BigInt(largest) ? undefined : 'bonus is too small'
}

/** Weak duality: what the prices add up to is an upper bound; the matching must reach it. */
function valueFault(n: number, { certificate, cardinality, weight }: Checked): string | undefined {
  const { scale, bonus, y, z } = certificate
  const size = sizes(n, certificate, depths(certificate.parent)!)
  let bound = 0n
  for (let v = 0; v < n; v++) bound += BigInt(y[v]!)
  for (let b = 0; b < z.length; b++) bound += BigInt(z[b]!) * BigInt((size[b]! - 1) / 2)
  const value = BigInt(scale) * (BigInt(weight) + BigInt(bonus) * BigInt(cardinality))
  return value === bound ? undefined : `worth ${value}, but the prices add up to ${bound}`
}
