import type { Graph, Objective } from '../graph.ts'

export type Best = { cardinality: number; weight: number }

/** The best matching of a graph with at most about 14 vertices, by trying all. */
export function bestByTrying(graph: Graph, objective: Objective): Best {
  const { n, u, v, w } = graph
  const weight = new Map<number, number>()
  for (let e = 0; e < w.length; e++) {
    weight.set(u[e]! * n + v[e]!, w[e]!)
    weight.set(v[e]! * n + u[e]!, w[e]!)
  }
  const isBetter = (a: Best, b: Best) =>
    objective === 'cardinality' && a.cardinality !== b.cardinality
      ? a.cardinality > b.cardinality
      : a.weight > b.weight
  const known = new Map<number, Best>()
  const best = (taken: number): Best => {
    if (taken === 2 ** n - 1) return { cardinality: 0, weight: 0 }
    const before = known.get(taken)
    if (before !== undefined) return before
    let first = 0
    while ((taken >> first) & 1) first++
    let found = best(taken | (1 << first))
    for (let other = first + 1; other < n; other++) {
      const points = weight.get(first * n + other)
      if ((taken >> other) & 1 || points === undefined) continue
      const rest = best(taken | (1 << first) | (1 << other))
      const candidate = { cardinality: rest.cardinality + 1, weight: rest.weight + points }
      if (isBetter(candidate, found)) found = candidate
    }
    known.set(taken, found)
    return found
  }
  return best(0)
}
