/** Pairings: who meets whom, from the matching to the introductions. */
export { type ClockRange, type SharedHours, sharedHours } from './hours.ts'
export { mayMatch } from './policy.ts'
export { deskCounts } from './queries/desk.ts'
export { type OwnPairing, pairingsOf } from './queries/introductions.ts'
export { releaseOf } from './queries/release.ts'
export { latestScenarios } from './queries/scenarios.ts'
