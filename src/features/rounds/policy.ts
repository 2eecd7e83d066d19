import type { ExpressionBuilder } from 'kysely'
import type { Tables } from '../../db/index.ts'
import type { Actor } from '../people/index.ts'

export const mayRunRounds = (actor: Actor) => actor.roles.has('coordinator')

/** The rows an actor may see, as a condition: `.where(visibleTo(actor))`. */
export const visibleTo = (actor: Actor) => (eb: ExpressionBuilder<Tables, 'round'>) =>
  mayRunRounds(actor) || actor.roles.has('editor') ? eb.lit(true) : eb('announcedAt', 'is not', null)
