import type { Actor } from './actor.ts'

export const mayEnterOffice = (actor: Actor) => actor.roles.size > 0
export const mayGrantRoles = (actor: Actor) => actor.roles.has('director')
export const mayReadJournal = (actor: Actor) => actor.roles.has('director') || actor.roles.has('coordinator')
