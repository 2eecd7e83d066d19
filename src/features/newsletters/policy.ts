import type { Actor } from '../people/index.ts'

/** Write issues of the newsletter, see who would get one, send it, stop it, and see what became of it. */
export const mayWorkOnIssues = (actor: Actor) => actor.roles.has('editor')
