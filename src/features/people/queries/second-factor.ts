import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'

/** `begun` waits for a first code and is not asked for yet. */
export type FactorState = 'none' | 'begun' | 'on'

export async function stateOfSecondFactor(db: Db | Tx, personId: string): Promise<FactorState> {
  const row = await db
    .selectFrom('secondFactor')
    .select('verified')
    .where('personId', '=', personId)
    .executeTakeFirst()
  if (!row) return 'none'
  return row.verified ? 'on' : 'begun'
}

/** Whether someone signs in with a second factor, as a column of their row. */
export const hasSecondFactor = sql<boolean>`exists (
  select from second_factor where person_id = person.id and verified)`.as('hasSecondFactor')
