import type { Actor } from '../people/index.ts'

/** See what a round has cost its volunteers: those who run it, and nobody to whom they answer. */
export const maySeeHours = (actor: Actor) => actor.roles.has('coordinator')
