import type { Actor } from '../people/index.ts'

/** Turn it on and off, choose what can be followed, and move it. */
export const mayRunChannels = (actor: Actor) => actor.roles.has('director')

/** Keep servers and accounts away, and settle what other servers report. */
export const mayBlock = (actor: Actor) => actor.roles.has('editor')
