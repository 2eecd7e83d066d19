/** Pairings: who meets whom, from the matching to the introductions. */
export { deskCounts } from './queries/desk.ts'
export { releaseOf } from './queries/release.ts'
export { latestScenarios } from './queries/scenarios.ts'
