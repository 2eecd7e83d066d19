import { bonusFor, type Graph, type Objective, type Result, SCALE } from './graph.ts'
import { adjacencyOf } from './solver/adjacency.ts'
import { readOff } from './solver/certificate.ts'
import { improveFractionally } from './solver/fractional.ts'
import { greedyStart } from './solver/greedy.ts'
import { search } from './solver/search.ts'
import { newState } from './solver/state.ts'

/**
 * Finds a matching of greatest weight, or of greatest weight among those with the most pairs, and proves it.
 *
 * Deterministic: the same arrays give the same matching. O(n m log n), near linear on most graphs.
 *
 * @returns the matching with a certificate that `verify` accepts
 * @throws RangeError when the graph is not one, or its numbers are too large to be exact: see `bonusFor`
 */
export function solve(graph: Graph, { objective }: { objective: Objective }): Result {
  const bonus = bonusFor(graph, objective)
  // Lowering the floor has the same effect as adding the bonus to every weight, and keeps the numbers small.
  const floor = -(bonus * SCALE) / 2
  const adjacency = adjacencyOf(graph)
  const start = greedyStart(adjacency, floor)
  improveFractionally(adjacency, floor, start)
  const state = newState(adjacency, start.y, start.mate, floor)
  search(state)
  const certificate = readOff(state, bonus)
  return { ...sumUp(graph, certificate.mate), certificate }
}

function sumUp({ n, u, v, w }: Graph, partners: ArrayLike<number>): Omit<Result, 'certificate'> {
  const mate = Int32Array.from(partners)
  let cardinality = 0
  for (let vertex = 0; vertex < n; vertex++) {
    if (mate[vertex]! > vertex) cardinality++
  }
  let weight = 0
  for (let e = 0; e < w.length; e++) {
    if (mate[u[e]!] === v[e]) weight += w[e]!
  }
  return { cardinality, weight, mate }
}
