import type { Actor } from '../people/index.ts'

/** Read topics before they are public, and see when they are due and who is written to. */
export const maySeeTopics = (actor: Actor) => mayEditTopics(actor) || actor.roles.has('coordinator')

/** Write, schedule, publish and withdraw topics. */
export const mayEditTopics = (actor: Actor) => actor.roles.has('editor')
