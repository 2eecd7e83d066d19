import type { Actor } from '../people/index.ts'

/** Bring in a blog that was kept elsewhere: its posts come out at once, with the days on which they did. */
export const mayBringIn = (actor: Actor) => actor.roles.has('editor')
