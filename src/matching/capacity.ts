import { chosenEdges, copiedForPairs, copiedForPeople } from './copies.ts'
import { bonusFor, type Certificate, type Graph } from './graph.ts'
import { refuseRepeats } from './repeats.ts'
import { solve } from './solve.ts'

/**
 * `people`: as many people as possible have a partner; of further partners there are as few as possible; then
 * the highest total weight. What a programme wants whose people would take two partners so that nobody is
 * left alone.
 * `pairs`: as many pairs as possible, then the highest total weight.
 * `weight`: the highest total weight: a maximum-weight simple b-matching.
 */
export type CapacityObjective = 'people' | 'pairs' | 'weight'

export type CapacityResult = {
  objective: CapacityObjective
  /** Partners of each vertex, ascending: at most as many as its capacity, nobody twice. */
  partners: number[][]
  /** Vertices with at least one partner. */
  placed: number
  pairs: number
  /** Sum of the weights of all pairs. */
  weight: number
  /** That no matching of the graph of copies is better: see `solveWithCapacities`. */
  certificate: Certificate
}

/**
 * Chooses pairs so that each vertex has at most `capacity[v]` partners and no pair stands twice, and proves
 * that no choice is better.
 *
 * Each vertex is copied as often as it may have partners, and the copies are matched: how they are joined is
 * in `copies.ts`. The time is that of `solve` on the graph of copies. For `people` an edge becomes as many as
 * its ends may have partners together, less one. For the others it becomes as many as the more capable end
 * has copies; if both have several, two vertices more and an edge for each copy and one more.
 *
 * @param capacity a whole number of at least 0 for each vertex
 * @throws RangeError when the graph is none or has a pair twice, a capacity is no count, or the numbers are
 *   too large together to be exact
 * @source W. T. Tutte, "A short proof of the factor theorem for finite graphs" (1954)
 */
export function solveWithCapacities(
  graph: Graph,
  capacity: ArrayLike<number>,
  { objective }: { objective: CapacityObjective },
): CapacityResult {
  checkCapacities(graph, capacity)
  if (!['people', 'pairs', 'weight'].includes(objective))
    throw new RangeError(`objective is ${objective}, not people, pairs or weight`)
  const copied = (objective === 'people' ? copiedForPeople : copiedForPairs)(graph, capacity)
  const found = solve(copied.graph, { objective: objective === 'pairs' ? 'cardinality' : 'weight' })
  const chosen = chosenEdges(graph, copied, found.mate)
  const partners = Array.from({ length: graph.n }, (): number[] => [])
  for (const e of chosen) {
    partners[graph.u[e]!]!.push(graph.v[e]!)
    partners[graph.v[e]!]!.push(graph.u[e]!)
  }
  for (const each of partners) each.sort((a, b) => a - b)
  return {
    objective,
    partners,
    placed: partners.filter((each) => each.length > 0).length,
    pairs: chosen.length,
    weight: chosen.reduce((sum, e) => sum + graph.w[e]!, 0),
    certificate: found.certificate,
  }
}

function checkCapacities(graph: Graph, capacity: ArrayLike<number>): void {
  bonusFor(graph, 'weight')
  if (capacity.length !== graph.n)
    throw new RangeError(`there are ${capacity.length} capacities for ${graph.n} vertices`)
  for (let v = 0; v < graph.n; v++) {
    if (!Number.isSafeInteger(capacity[v]) || capacity[v]! < 0)
      throw new RangeError(`capacity of ${v} is ${capacity[v]}, not a count`)
  }
  refuseRepeats(graph)
}
