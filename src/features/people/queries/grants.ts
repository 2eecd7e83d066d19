import type { ExpressionBuilder } from 'kysely'
import type { Tables } from '../../../db/index.ts'

/** Grants of a role that hold on a day, as a condition: `.where(heldOn(today))`. @param day `YYYY-MM-DD` in UTC */
export const heldOn = (day: string) => (eb: ExpressionBuilder<Tables, 'roleGrant'>) =>
  eb.and([
    eb('roleGrant.startsOn', '<=', day),
    eb.or([eb('roleGrant.endsOn', 'is', null), eb('roleGrant.endsOn', '>=', day)]),
  ])
