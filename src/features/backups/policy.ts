import type { Actor } from '../people/index.ts'

/** What is lost with the machine is for those who answer for the network. */
export const maySeeBackups = (actor: Actor) => actor.roles.has('director')

/** What is gone no one brings back. */
export const mayThinBackups = (actor: Actor) => actor.roles.has('director')
