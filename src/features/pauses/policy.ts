import type { Actor } from '../people/index.ts'

/** See what a pause would do, begin one and end it. */
export const mayPauseNetwork = (actor: Actor) => actor.roles.has('director')
