/** Pairings: who meets whom, from the matching to the introductions. */
export { againPath } from './paths.ts'
export { freePeople } from './queries/again.ts'
export { deskCounts } from './queries/desk.ts'
export { releaseOf } from './queries/release.ts'
export { latestScenarios } from './queries/scenarios.ts'
