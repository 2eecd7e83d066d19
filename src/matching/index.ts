export { type CapacityObjective, type CapacityResult, solveWithCapacities } from './capacity.ts'
export type { Crowd, CrowdOptions, CrowdPlan, CrowdProgress } from './crowd/crowd.ts'
export { type Answer, lookerOf } from './crowd/look.ts'
export type { Question } from './crowd/looking.ts'
export { optionsInCrowd } from './crowd/options-crowd.ts'
export type { CrowdProblem } from './crowd/people.ts'
export { type CrowdPlanCertificate, type CrowdPlanOfPeople, findCrowdPlan } from './crowd/plan-crowd.ts'
export { type Elsewhere, solveCrowd, solveCrowdWith } from './crowd/solve-crowd.ts'
export { verifyCrowd } from './crowd/verify-crowd.ts'
export { verifyCrowdPlan } from './crowd/verify-plan-crowd.ts'
export { type Loss, lossOf, type Option, optionsOf } from './explain.ts'
export { lossesOf, type PinLoss } from './explain-losses.ts'
export type { Certificate, Graph, Objective, Result } from './graph.ts'
export { BadGraph, graphText, readGraph } from './graph-text.ts'
export {
  findPlan,
  MOST_PAIRS,
  type Plan,
  type PlanCertificate,
  type PlanOptions,
  type Progress,
  Stopped,
} from './plan.ts'
export { FORBIDDEN, type Problem } from './problem.ts'
export { type Proof, proofOf } from './proof.ts'
export { type Sample, sampleGraphs } from './samples.ts'
export { openSession, type Resolved, type Session } from './session.ts'
export { solve } from './solve.ts'
export { plainResult, type SolvedText, solveText, verifyText } from './solve-text.ts'
export { TooMuch } from './too-much.ts'
export type { Trio } from './trio.ts'
export type { Unplaced } from './unplaced.ts'
export { type Verdict, verify } from './verify.ts'
export { type CapacityVerdict, verifyWithCapacities } from './verify-capacity.ts'
export { verifyPlan } from './verify-plan.ts'
