import type { Actor } from '../people/index.ts'

export const mayWritePages = (actor: Actor) => actor.roles.has('director')
