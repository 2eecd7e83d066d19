import type { ExpressionBuilder } from 'kysely'
import type { Tables } from '../../db/index.ts'
import type { Actor } from '../people/index.ts'

/** Personal data: names, addresses, answers. */
export const maySeeApplications = (actor: Actor) => actor.roles.has('coordinator')

/** Importing, cleaning, keeping the cap. */
export const mayCleanApplications = (actor: Actor) => actor.roles.has('coordinator')

/** The rows an actor may see, as a condition: `.where(visibleTo(actor))`. The person's own come with their account. */
export const visibleTo = (actor: Actor) => (eb: ExpressionBuilder<Tables, 'application'>) =>
  maySeeApplications(actor)
    ? eb.lit(true)
    : actor.id === null
      ? eb.lit(false)
      : eb('application.personId', '=', actor.id)
