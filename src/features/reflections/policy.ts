import type { Actor } from '../people/index.ts'
import type { Audience } from './reflection.ts'

/** Read the reflections that were shared with the office. */
export const mayReadReflections = (actor: Actor) =>
  actor.roles.has('coordinator') || actor.roles.has('editor')

/** Begin a post from a reflection that was offered to the blog, or set it aside. */
export const mayTakeReflections = (actor: Actor) => actor.roles.has('editor')

/** For which readers a reflection must be meant for somebody of the office to read it. */
export const audiencesFor = (actor: Actor): Audience[] =>
  actor.roles.has('coordinator') ? ['coordinators', 'blog'] : mayTakeReflections(actor) ? ['blog'] : []
