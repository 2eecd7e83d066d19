/** Pairings: who meets whom, from the release on. */
export { freePeople } from './queries/rematch.ts'
