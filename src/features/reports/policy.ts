import type { Actor } from '../people/index.ts'

/** See what a round tells those who fund the network, and take it out of the house. */
export const mayReportRounds = (actor: Actor) => actor.roles.has('coordinator')
