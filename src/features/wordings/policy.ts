import type { Actor } from '../people/index.ts'

export const mayWordEmails = (actor: Actor) => actor.roles.has('director')
