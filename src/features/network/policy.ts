import type { Actor } from '../people/index.ts'

export const mayChangeNetwork = (actor: Actor) => actor.roles.has('director')
