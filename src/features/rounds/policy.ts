import type { ExpressionBuilder } from 'kysely'
import type { Tables } from '../../db/index.ts'
import type { Actor } from '../people/index.ts'

export const mayRunRounds = (actor: Actor) => actor.roles.has('coordinator')

/** Look at rounds from the office; ambassadors for the numbers of their country. */
export const mayFollowRounds = (actor: Actor) => mayRunRounds(actor) || actor.roles.has('ambassador')

/** The rows an actor may see, as a condition: `.where(visibleTo(actor))`. */
export const visibleTo = (actor: Actor) => (eb: ExpressionBuilder<Tables, 'round'>) =>
  mayRunRounds(actor) || actor.roles.has('editor') ? eb.lit(true) : eb('announcedAt', 'is not', null)
