import { sql } from 'kysely'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { part } from '../../pairings/index.ts'
import type { Actor } from '../../people/index.ts'
import { roundById } from '../../rounds/index.ts'
import { dueAfter } from '../case.ts'
import { parted } from '../queries/facts.ts'
import { ladderOf } from '../queries/ladder.ts'
import { heldCase, tell } from './handling.ts'
import { tellFacts } from './opening.ts'

/**
 * Ends the pairing of a case: the decision from which a new partner is offered within two days. Whoever stays in the round
 * waits, and the case goes on until they have one.
 *
 * @param leaving ids of the applications of members who leave the round; may be none
 * @throws as `heldCase` and `partPairing`
 */
export async function partCase(
  app: App,
  actor: Actor,
  number: number,
  leaving: readonly string[],
): Promise<{ left: number; free: number }> {
  return app.db.transaction().execute(async (tx) => {
    const held = await heldCase(tx, actor, number)
    const round = await roundById(tx, held.roundId)
    const { left, free } = await part(app, tx, actor, { code: round.code, pairing: held.pairingId, leaving })
    await tell(app, tx, actor, held, { kind: 'parted' })
    const { ladder } = await ladderOf(tx, held.roundId)
    const now = app.now()
    const waiting = await parted(tx, { pairing: held.pairingId })
    if (waiting.length > 0) await tellFacts(tx, waiting, { ladder, now })
    await tx
      .updateTable('pairingCase')
      .set({ dueAt: dueAfter(now, ladder.days.parted, 0) })
      .where('pairingId', '=', held.pairingId)
      .where('closedAt', 'is', null)
      .where(sql<boolean>`${free.length} > 0`)
      .execute()
    await note(tx, now, actor.id, 'case.parted', held.id, { round: held.roundId })
    return { left: left.length, free: free.length }
  })
}
