import { bonusFor, checkTotal, type Graph, type Objective, type Result, SCALE } from './graph.ts'
import { adjacencyOf, type Edges, edgesOf } from './solver/adjacency.ts'
import { greedyStart } from './solver/greedy.ts'
import { optimise } from './solver/optimise.ts'
import { DENSE, optimiseSparseFirst, type Solved } from './solver/sparse-first.ts'

/**
 * Finds a matching of greatest weight, or of greatest weight among those with the most pairs, and proves it.
 *
 * Deterministic: the same arrays give the same matching. O(n m log n), near linear on most graphs.
 *
 * @returns the matching with a certificate that `verify` accepts
 * @throws RangeError when the graph is not one, or its numbers are too large to be exact: a single weight, as
 *   `bonusFor` tells, or all pairs together
 */
export function solve(graph: Graph, { objective }: { objective: Objective }): Result {
  const bonus = bonusFor(graph, objective)
  // Lowering the floor has the same effect as adding the bonus to every weight, and keeps the numbers small.
  const floor = -(bonus * SCALE) / 2
  const solved = optimumOf(edgesOf(graph), floor)
  const { mate, y, home, parent, z } = solved.optimum
  for (let v = 0; v < y.length; v++) y[v] = y[v]! - floor
  return {
    ...sumUp(solved.edges, mate),
    mate,
    certificate: { scale: SCALE, bonus, mate, y, home, parent, z },
  }
}

/** The optimum of a graph known to be one, by way of its best edges where there are many. */
export function optimumOf(edges: Edges, floor: number): Solved {
  const isDense = edges.w.length > DENSE * edges.n
  return isDense ? optimiseSparseFirst(edges, floor) : optimiseAtOnce(edges, floor)
}

function optimiseAtOnce(edges: Edges, floor: number): Solved {
  const adjacency = adjacencyOf(edges)
  return { optimum: optimise(adjacency, floor, greedyStart(adjacency, floor)), edges }
}

function sumUp({ n, u, v, w }: Edges, mate: Int32Array): { cardinality: number; weight: number } {
  // By vertex whose mate has a higher number: the heaviest edge between the two.
  const heaviest = new Float64Array(n)
  for (let e = 0; e < w.length; e++) {
    if (mate[u[e]!] !== v[e]) continue
    const vertex = Math.min(u[e]!, v[e]!)
    heaviest[vertex] = Math.max(heaviest[vertex]!, w[e]!)
  }
  let cardinality = 0
  let weight = 0
  for (let vertex = 0; vertex < n; vertex++) {
    if (mate[vertex]! < vertex) continue
    cardinality++
    weight += heaviest[vertex]!
  }
  checkTotal(weight, cardinality)
  return { cardinality, weight }
}
