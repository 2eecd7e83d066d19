import type { Actor } from '../people/index.ts'

/** Translators are whoever writes for the network: editors, and directors. */
export const mayTranslate = (actor: Actor) => actor.roles.has('editor')
