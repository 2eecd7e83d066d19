import {
  type CrowdPlan,
  findPlan,
  openSession,
  type Plan,
  type Resolved,
  type Result,
  sampleGraphs,
  solve,
  solveCrowd,
  verify,
  verifyCrowd,
  verifyPlan,
} from '../index.ts'
import { aProblem } from './a-problem.ts'
import { points, somePeople } from './people.ts'
import { manyTraits } from './some-crowds.ts'

/** One of each, as data, with what the checkers say. */
export type Everything = {
  plan: Plan
  graphs: Result[]
  session: Resolved[]
  crowd: CrowdPlan
  verdicts: { ok: boolean }[]
}

/** A plan, graphs, a session and a crowd: enough to see whether the library does its work where it runs. */
export function everything(): Everything {
  const people = somePeople(81, 1)
  const score = (a: number, b: number) => points(people[a]!, people[b]!)
  const problem = aProblem(81, { score, pins: [[3, 8]], willing: [5, 6, 7], worstFirst: true })
  const plan = findPlan(problem)
  const samples = sampleGraphs(60).map(({ graph }) => graph())
  const graphs = samples.map((graph) => solve(graph, { objective: 'cardinality' }))
  const session = openSession(samples[0]!, { objective: 'cardinality' })
  session.drop(4)
  session.pin(1, 2)
  const kept = session.resolve({ keepBonus: Infinity })
  const keptVerdict = verify(session.graph(), kept)
  session.restore(4)
  const anew = session.resolve()
  const many = manyTraits(301, 1)
  const crowd = solveCrowd(many)
  const verdicts = [
    verifyPlan(problem, plan),
    ...samples.map((graph, at) => verify(graph, graphs[at]!)),
    keptVerdict,
    verify(session.graph(), anew),
    verifyCrowd(many, crowd),
  ]
  return { plan, graphs, session: [kept, anew], crowd, verdicts }
}
