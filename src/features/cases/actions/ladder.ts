import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import type { Ladder } from '../ladder.ts'
import { mayHelpPairs } from '../policy.ts'

/**
 * Decides how many days each step has: in one round, or in all that have no ladder of their own. Steps that are due already
 * stay due when they were.
 *
 * @param code of a round; null for all others
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 */
export async function setLadder(
  app: App,
  actor: Actor,
  code: string | null,
  { days, nudges }: Ladder,
): Promise<void> {
  allow(mayHelpPairs(actor))
  await app.db.transaction().execute(async (tx) => {
    const roundId = code === null ? null : (await roundByCode(tx, actor, code)).id
    const kept = { days: JSON.stringify(days), nudges, changedAt: app.now(), changedBy: actor.id }
    await tx
      .insertInto('caseLadder')
      .values({ roundId, ...kept })
      .onConflict((conflict) => conflict.constraint('case_ladder_once').doUpdateSet(kept))
      .execute()
    await note(tx, app.now(), actor.id, 'ladder.changed', roundId)
  })
}

/** Lets a round go by the ladder of the network again. @throws as `setLadder` */
export async function resetLadder(app: App, actor: Actor, code: string): Promise<void> {
  allow(mayHelpPairs(actor))
  await app.db.transaction().execute(async (tx) => {
    const { id } = await roundByCode(tx, actor, code)
    await tx.deleteFrom('caseLadder').where('roundId', '=', id).execute()
    await note(tx, app.now(), actor.id, 'ladder.reset', id)
  })
}
