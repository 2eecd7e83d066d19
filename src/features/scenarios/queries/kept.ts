import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import type { PlanCertificate } from '../../../matching/index.ts'
import { Conflict } from '../../../platform/refusals.ts'

/** The proof that a scenario's plan was the best; null when it has no proposal. */
export async function certificateOf(db: Db | Tx, scenarioId: string): Promise<PlanCertificate | null> {
  const row = await db
    .selectFrom('scenario')
    .where('id', '=', scenarioId)
    .select(sql<PlanCertificate | null>`certificate`.as('certificate'))
    .executeTakeFirst()
  return row?.certificate ?? null
}

/** @throws Conflict `no-result` when the scenario ended without a proposal, or has not ended */
export async function certificateKept(db: Db | Tx, scenarioId: string): Promise<PlanCertificate> {
  const certificate = await certificateOf(db, scenarioId)
  if (!certificate) throw new Conflict('no-result')
  return certificate
}
