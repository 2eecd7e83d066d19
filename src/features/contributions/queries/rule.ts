import type { Db, Tx } from '../../../db/index.ts'
import { type Rule, suppliedRule } from '../contribution.ts'

/** How the network takes contributions now. */
export async function ruleOf(db: Db | Tx): Promise<Rule> {
  const rule = await db
    .selectFrom('contributionRule')
    .select(['closedAt', 'licence', 'answerDays'])
    .executeTakeFirst()
  return rule ?? suppliedRule
}
