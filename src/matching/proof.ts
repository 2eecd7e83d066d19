import type { Graph, Result } from './graph.ts'
import type { Plan } from './plan.ts'
import { graphOfPoints, poolOf, withSeat } from './pool.ts'
import { type Problem, pointsOf } from './problem.ts'
import { solve } from './solve.ts'

/** A plan as a plain graph and a result that `verify` accepts. */
export type Proof = { graph: Graph; result: Result }

/**
 * A plan's proof without its people: for anyone who wants to check that no plan was better, and has no
 * business knowing who is in it.
 *
 * Vertices are positions in `ids`, weights are points. The graph has every pair that was open to the plan:
 * someone pinned has their pin alone, and pairs below the plan's threshold are left out where the worst pair
 * came first. A plan with a trio has the seat as one more vertex, `ids.length`: its edge to a person is worth
 * what that person and the willing centre who suits them best are. The result's pairs are the plan's; its
 * prices, which are of another solve without coins, prove them to be most, and worth most.
 *
 * Asks for every score again. Write the files with `graphText` and `plainResult`.
 *
 * @throws RangeError when the plan is not a best one of this problem
 */
export function proofOf(problem: Problem, plan: Pick<Plan, 'certificate'>): Proof {
  const { mate: paired, threshold, exclusions } = plan.certificate
  const pool = poolOf(problem)
  const isSeated = paired.length > problem.ids.length
  const graph = withPins(problem, graphOfPoints(isSeated ? withSeat(pool, exclusions) : pool, threshold))
  const best = solve(graph, { objective: 'cardinality' })
  const mate = Int32Array.from(paired)
  for (const [a, b] of problem.pins) {
    mate[a] = b
    mate[b] = a
  }
  const worth = worthOf(graph, mate)
  if (worth.cardinality !== best.cardinality || worth.weight !== best.weight)
    throw new RangeError('the plan is not a best one of this problem')
  return { graph, result: { ...worth, mate, certificate: { ...best.certificate, mate } } }
}

function withPins(problem: Problem, { n, u, v, w }: Graph): Graph {
  const { pins } = problem
  const more = {
    u: pins.map(([a]) => a),
    v: pins.map(([, b]) => b),
    w: pins.map(([a, b]) => pointsOf(problem, a, b)),
  }
  return { n, u: joined(u, more.u), v: joined(v, more.v), w: joined(w, more.w) }
}

function joined(some: ArrayLike<number>, more: number[]): Int32Array {
  const all = new Int32Array(some.length + more.length)
  all.set(some)
  all.set(more, some.length)
  return all
}

function worthOf({ u, v, w }: Graph, mate: Int32Array): { cardinality: number; weight: number } {
  let cardinality = 0
  let weight = 0
  for (let e = 0; e < w.length; e++) {
    if (mate[u[e]!] !== v[e] || mate[v[e]!] !== u[e]) continue
    cardinality++
    weight += w[e]!
  }
  return { cardinality, weight }
}
