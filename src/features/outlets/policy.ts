import type { Actor } from '../people/index.ts'

/** Add accounts elsewhere by their tokens, try them, and forget them. */
export const mayKeepOutlets = (actor: Actor) => actor.roles.has('director')

/** See what was said there, and have what failed said again. */
export const mayTellAgain = (actor: Actor) => actor.roles.has('editor')
