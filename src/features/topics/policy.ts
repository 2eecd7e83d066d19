import type { Actor } from '../people/index.ts'

/** Write, schedule and publish topics, and see those that are not public yet. */
export const mayEditTopics = (actor: Actor) => actor.roles.has('editor')
