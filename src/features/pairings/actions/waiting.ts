import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import { withdrawParticipants } from '../../applications/index.ts'
import type { Actor } from '../../people/index.ts'
import type { Round } from '../../rounds/index.ts'
import { lockedRound, refuseOnceOver } from '../../rounds/index.ts'
import { insertRule, liftRules, mayMatch, refuseBeforeRelease } from '../../scenarios/index.ts'
import { freePeople } from '../queries/rematch.ts'

/**
 * Notes that someone who waits for a partner leaves the round.
 *
 * @param id of their application
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `not-released`, `round-is-over`, and `not-waiting` unless they are a participant without a partner
 */
export async function leaveWaiting(app: App, actor: Actor, code: string, id: string): Promise<void> {
  await changeWaiting(app, actor, code, id, 'participant.left', async (tx) => {
    await withdrawParticipants(tx, [id], app.now())
  })
}

/**
 * Holds someone who waits in the reserve, so that no run finds them a partner, or ends the hold.
 *
 * @throws as `leaveWaiting`, and Conflict `rule-exists` when they are held already
 */
export async function holdWaiting(
  app: App,
  actor: Actor,
  code: string,
  { id, hold }: { id: string; hold: boolean },
): Promise<void> {
  const act = hold ? 'matching.held' : 'matching.unhold'
  await changeWaiting(app, actor, code, id, act, async (tx, round) => {
    if (hold) await insertRule(app, tx, round, actor, { kind: 'hold', two: [id, null] })
    else await liftRules(tx, round.id, { holdsOf: [id] }, app.now())
  })
}

async function changeWaiting(
  app: App,
  actor: Actor,
  code: string,
  id: string,
  act: 'participant.left' | 'matching.held' | 'matching.unhold',
  change: (tx: Tx, round: Round) => Promise<void>,
): Promise<void> {
  allow(mayMatch(actor))
  await app.db.transaction().execute(async (tx) => {
    const round = await lockedRound(tx, actor, code)
    await refuseBeforeRelease(tx, round.id)
    refuseOnceOver(round, app.now())
    const free = await freePeople(tx, round)
    if (!free.some(({ applicationId }) => applicationId === id)) throw new Conflict('not-waiting')
    await change(tx, round)
    await note(tx, app.now(), actor.id, act, round.id, { first: id })
  })
}
