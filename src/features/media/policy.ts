import type { Actor } from '../people/index.ts'

export const mayAddPictures = (actor: Actor) => actor.roles.has('editor')
