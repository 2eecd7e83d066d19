import type { Actor } from '../people/index.ts'

/** Run the matching, see proposals, pin, ban, swap, release. */
export const mayMatch = (actor: Actor) => actor.roles.has('coordinator')
