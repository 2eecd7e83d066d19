import type { ExpressionBuilder } from 'kysely'
import type { Tables } from '../../db/index.ts'
import type { Actor } from './actor.ts'

/** Someone with an account, whatever their roles. */
export const isSignedIn = (actor: Actor): actor is Actor & { id: string; email: string } => actor.id !== null

export const mayEnterOffice = (actor: Actor) => actor.roles.size > 0
export const maySeePeople = (actor: Actor) => actor.roles.has('coordinator')
export const mayGrantRoles = (actor: Actor) => actor.roles.has('director')
export const mayReadJournal = (actor: Actor) => actor.roles.has('coordinator')
export const mayChangeSettings = (actor: Actor) => actor.roles.has('director')

/** Not one's own: a session left open would otherwise take away what protects the account. */
export const mayRemoveSecondFactor = (actor: Actor, personId: string) =>
  actor.roles.has('director') && actor.id !== personId

/** Not one's own: that is confirmed by a link to the new address. */
export const mayChangeAddress = (actor: Actor, personId: string) =>
  actor.roles.has('director') && actor.id !== personId

/** The rows an actor may see, as a condition: `.where(visibleTo(actor))`. */
export const visibleTo = (actor: Actor) => (eb: ExpressionBuilder<Tables, 'person'>) =>
  maySeePeople(actor) ? eb.lit(true) : eb('person.id', '=', actor.id)
