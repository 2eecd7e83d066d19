import type { Actor } from '../people/index.ts'

/** See how many wait for the next call, and tell them of it. */
export const mayTellOfCalls = (actor: Actor) => actor.roles.has('coordinator')

/** Take the addresses out of the house. */
export const mayExportSubscribers = (actor: Actor) => actor.roles.has('director')
