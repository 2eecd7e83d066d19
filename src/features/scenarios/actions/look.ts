import type { App } from '../../../platform/app.ts'
import { allow } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { mayMatch } from '../policy.ts'
import { unlookedIn } from '../queries/looks.ts'
import { pairById } from '../queries/pairs.ts'
import { proposalOfRound } from '../queries/scenarios.ts'

/**
 * Notes that a pair of the plan was looked at; the first look counts.
 *
 * @returns the weakest pair that is left to look at, by its id; null when there is none
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-proposal`, `no-such-pair`
 */
export async function lookAtPair(app: App, actor: Actor, code: string, id: string): Promise<string | null> {
  allow(mayMatch(actor))
  const round = await roundByCode(app.db, actor, code)
  const scenario = await proposalOfRound(app.db, round.id)
  await pairById(app.db, scenario.id, id)
  await app.db
    .insertInto('scenarioPairLook')
    .values({ scenarioPairId: id, lookedBy: actor.id, lookedAt: app.now() })
    .onConflict((look) => look.doNothing())
    .execute()
  return (await unlookedIn(app.db, scenario.id))?.id ?? null
}
