import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { lockedRound } from '../../rounds/index.ts'
import { mayMatch } from '../policy.ts'
import { planOf, scenarioNumbered } from '../queries/scenarios.ts'
import { refuseAfterRelease } from './run.ts'

/**
 * Makes a scenario the plan of its round. Choosing the former one takes it back.
 *
 * @param number of the scenario in its round
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-such-scenario`
 * @throws Conflict `already-released`, `scenario-without-proposal`, `plan-already`
 */
export async function chooseScenario(
  app: App,
  actor: Actor,
  code: string,
  number: number,
): Promise<{ title: string }> {
  allow(mayMatch(actor))
  return app.db.transaction().execute(async (tx) => {
    const round = await lockedRound(tx, actor, code)
    await refuseAfterRelease(tx, round.id)
    const { id, title, total, pool } = await scenarioNumbered(tx, round.id, number)
    if (pool !== 'round') throw new NotFound('no-such-scenario')
    if (total === null) throw new Conflict('scenario-without-proposal')
    const plan = await planOf(tx, round.id)
    if (plan?.id === id) throw new Conflict('plan-already')

    await tx
      .updateTable('scenario')
      .set({ chosenAt: app.now(), chosenBy: actor.id })
      .where('id', '=', id)
      .execute()
    await note(tx, app.now(), actor.id, 'matching.chosen', round.id, {
      scenario: id,
      before: plan?.id ?? null,
    })
    return { title }
  })
}
