import type { CapacityObjective, CapacityResult } from './capacity.ts'
import type { Graph } from './graph.ts'
import { verify } from './verify.ts'

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

type Edge = { a: number; b: number; weight: number }

function edgesOf({ u, v, w }: Graph): Edge[] {
  return Array.from({ length: w.length }, (_, e) => ({ a: u[e]!, b: v[e]!, weight: w[e]! }))
}

const isCount = (value: number | undefined) => Number.isSafeInteger(value) && value! >= 0
const keyOf = (n: number, a: number, b: number) => Math.min(a, b) * n + Math.max(a, b)

function inputFault(graph: Graph, capacity: ArrayLike<number>): string | undefined {
  const { n } = graph
  const seen = new Set<number>()
  for (const { a, b, weight } of edgesOf(graph)) {
    if (!isCount(a) || !isCount(b) || a >= n || b >= n || a === b) return `${a} and ${b} are no edge`
    if (!isCount(weight)) return `edge ${a} ${b} has no whole weight`
    if (seen.has(keyOf(n, a, b))) return `edge ${a} ${b} occurs twice`
    seen.add(keyOf(n, a, b))
  }
  if (capacity.length !== n) return `there must be ${n} capacities`
  const odd = Array.from(capacity).findIndex((each) => !isCount(each))
  return odd === -1 ? undefined : `capacity of ${odd} is no count`
}

function choiceFault(graph: Graph, capacity: ArrayLike<number>, result: CapacityResult): string | undefined {
  const { n } = graph
  const { partners } = result
  const weightOf = new Map(edgesOf(graph).map(({ a, b, weight }) => [keyOf(n, a, b), weight]))
  if (partners.length !== n) return `partners must have ${n} entries`
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

function proofFault(graph: Graph, capacity: ArrayLike<number>, result: CapacityResult): string | undefined {
  const { objective, certificate } = result
  const { n, edges, worth } =
    objective === 'people'
      ? copiedForPeople(graph, capacity, result)
      : copiedForPairs(graph, capacity, result)
  if (!edges.every(({ weight }) => isCount(weight))) return 'the numbers are too large to be exact'
  const taken = edges.filter(({ a, b }) => certificate.mate[a] === b)
  const best = { cardinality: taken.length, weight: taken.reduce((sum, each) => sum + each.weight, 0) }
  const copied = {
    n,
    u: edges.map(({ a }) => a),
    v: edges.map(({ b }) => b),
    w: edges.map(({ weight }) => weight),
  }
  const verdict = verify(copied, { ...best, mate: certificate.mate, certificate })
  if (!verdict.ok) return verdict.reason
  if (verdict.proves !== (objective === 'pairs' ? 'cardinality' : 'weight'))
    return `the proof is not about ${objective}`
  if (objective === 'pairs' && best.cardinality !== worth.cardinality)
    return `${best.cardinality - worth.cardinality} more pairs are not excluded`
  return worth.weight === BigInt(best.weight) ? undefined : 'a better choice is not excluded'
}

/** The graph of copies, and what the choice in question is worth in it. */
type Copied = { n: number; edges: Edge[]; worth: { cardinality: number; weight: bigint } }

function copiedForPeople(graph: Graph, capacity: ArrayLike<number>, result: CapacityResult): Copied {
  const { n, copies } = copiesOf(graph, capacity)
  const heaviest = Array.from(graph.w).reduce((most, weight) => Math.max(most, weight), 0)
  const further = copies.reduce((sum, { length }) => sum + Math.max(0, length - 1), 0)
  const price = graph.n * heaviest + 1
  const prize = further * price + graph.n * heaviest + 1
  const edges = edgesOf(graph).flatMap(({ a, b, weight }) =>
    copies[a]!.flatMap((one, i) =>
      copies[b]!.flatMap((other, j): Edge[] => {
        if (i > 0 && j > 0) return []
        const gain = i === 0 && j === 0 ? 2 * prize : prize - price
        return [{ a: one, b: other, weight: gain + weight }]
      }),
    ),
  )
  const { placed, pairs, weight } = result
  const prizes = BigInt(placed) * BigInt(prize) - BigInt(2 * pairs - placed) * BigInt(price)
  return { n, edges, worth: { cardinality: pairs, weight: prizes + BigInt(weight) } }
}

function copiedForPairs(graph: Graph, capacity: ArrayLike<number>, result: CapacityResult): Copied {
  const { n, copies } = copiesOf(graph, capacity)
  const worth = { cardinality: result.pairs, weight: BigInt(result.weight) }
  const copied: Copied = { n, edges: [], worth }
  for (const { a, b, weight } of edgesOf(graph)) {
    const join = (some: number[], others: number[]) => {
      for (const one of some) for (const other of others) copied.edges.push({ a: one, b: other, weight })
    }
    if (Math.min(copies[a]!.length, copies[b]!.length) < 2) {
      join(copies[a]!, copies[b]!)
      continue
    }
    const [near, far] = [copied.n++, copied.n++]
    join(copies[a]!, [near])
    join([near], [far])
    join([far], copies[b]!)
    // With helpers, even a choice without the pair has one edge of that weight.
    worth.cardinality++
    worth.weight += BigInt(weight)
  }
  return copied
}

/** Numbers of the copies of each vertex, in order: as many as it may have partners and has edges. */
function copiesOf(graph: Graph, capacity: ArrayLike<number>): { n: number; copies: number[][] } {
  const edgesAt = new Array<number>(graph.n).fill(0)
  for (const { a, b } of edgesOf(graph)) {
    edgesAt[a]!++
    edgesAt[b]!++
  }
  let n = 0
  const copies = edgesAt.map((most, vertex) =>
    Array.from({ length: Math.min(most, capacity[vertex]!) }, () => n++),
  )
  return { n, copies }
}
