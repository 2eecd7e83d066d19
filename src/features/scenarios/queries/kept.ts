import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import type { Proof } from '../scenario/propose.ts'

/** The proof that a scenario's plan was the best; null when it has no proposal. */
export async function certificateOf(db: Db | Tx, scenarioId: string): Promise<Proof | null> {
  const row = await db
    .selectFrom('scenario')
    .where('id', '=', scenarioId)
    .select(sql<Proof | null>`certificate`.as('certificate'))
    .executeTakeFirst()
  return row?.certificate ?? null
}

/** @throws Conflict `no-result` when the scenario ended without a proposal, or has not ended */
export async function certificateKept(db: Db | Tx, scenarioId: string): Promise<Proof> {
  const certificate = await certificateOf(db, scenarioId)
  if (!certificate) throw new Conflict('no-result')
  return certificate
}
