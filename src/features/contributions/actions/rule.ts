import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import type { Rule } from '../contribution.ts'
import { mayEditContributions } from '../policy.ts'
import { ruleOf } from '../queries/rule.ts'

/**
 * Says how the network takes contributions.
 *
 * @throws Forbidden unless an editor asks
 */
export async function setContributionRule(
  app: App,
  actor: Actor,
  { isOpen, ...rule }: Omit<Rule, 'closedAt'> & { isOpen: boolean },
): Promise<void> {
  allow(mayEditContributions(actor))
  await app.db.transaction().execute(async (tx) => {
    const before = await ruleOf(tx)
    const closedAt = isOpen ? null : (before.closedAt ?? app.now())
    const row = { ...rule, closedAt, changedAt: app.now(), changedBy: actor.id }
    await tx
      .insertInto('contributionRule')
      .values(row)
      .onConflict((conflict) => conflict.column('theOne').doUpdateSet(row))
      .execute()
    await note(tx, app.now(), actor.id, 'contributions.ruled', null)
  })
}
