/** Farewells: what is said to each participant when a round ends, and how they go on. */

export { farewellOfficePath } from './paths.ts'
