/** Scenarios: who could meet whom; one run of the matching in the lab, and the plan that would be released. */
export { insertRule, liftRules, pinPair, restorePins } from './actions/rules.ts'
export { cancelRun, openScenario, refuseBeforeRelease, runScenario } from './actions/run.ts'
export { type Open, openProposal } from './actions/standing.ts'
export { codeOf, round as roundOption, scenarioIn } from './commands/round.ts'
export { summaryOf } from './commands/show.ts'
export { runMatching } from './jobs.ts'
export { type DeskCounts, DeskPage, deskCrumbs } from './pages/desk.tsx'
export { ComesAgain } from './pages/lab/running.tsx'
export { asPages } from './pages/pair.tsx'
export { mayMatch } from './policy.ts'
export { deskCounts } from './queries/desk.ts'
export { hoursNow, rulesInForce } from './queries/inputs.ts'
export {
  allPairs,
  countsOf,
  type Member,
  type ProposedPair,
  reserveOf,
  type Waiting,
} from './queries/pairs.ts'
export { type Named, participantNamed } from './queries/people.ts'
export {
  latestScenarios,
  planInNumbers,
  proposalOfRound,
  type Scenario,
  scenariosOf,
  sizeOf,
} from './queries/scenarios.ts'
export { standingProposal } from './queries/standing.ts'
export { stalenessOf, violationsOf } from './queries/today.ts'
export { triosWith } from './queries/trios.ts'
export { roundFor } from './routes/round-for.ts'
export { placeOf } from './scenario/places.ts'
export type { ProposedGroup } from './scenario/propose.ts'
export type { ReserveReason } from './scenario/reserve.ts'
export { isUnderway, type Staleness, type Violation, violations } from './scenario/scenario.ts'
export type { AwakeHours, Sector, Stage } from './score/applicant.ts'
export { hoursChangeOn, type SharedHours, sharedHours, sharedWeek } from './score/hours.ts'
export { type Reasons, reasonsBetween, type Sentence, sentences, type TwoReasons } from './score/reasons.ts'
export { regionOf } from './score/regions.ts'
export {
  type Card,
  factsOf,
  hoursInWords,
  interestList,
  namesBeside,
  tell,
  tellReserve,
  tellWaiting,
} from './telling.ts'
export { interestName, sectorName, words as scenarioWords } from './words.ts'
