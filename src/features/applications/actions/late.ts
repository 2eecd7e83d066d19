import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { allow } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import type { Round } from '../../rounds/index.ts'
import { applyCap } from '../cap.ts'
import { mayCleanApplications } from '../policy.ts'
import { candidatesOn } from '../queries/cap.ts'
import { deskFor } from '../queries/desk.ts'
import { answer } from './cap.ts'

/**
 * Gives places in a released round to those who are ready and whom the cap lets in, and writes to each of them that
 * they wait for a partner. Nobody is put on the waiting list any more.
 *
 * @returns how many have a place now
 * @throws Forbidden unless a coordinator asks
 */
export async function givePlacesLate(app: App, tx: Tx, actor: Actor, round: Round): Promise<number> {
  allow(mayCleanApplications(actor))
  const desk = await deskFor(tx, actor, round.id)
  const { accepted } = applyCap(candidatesOn(desk), round.capPercent)
  const toAccept = accepted
    .filter((id) => desk.states.get(id) !== 'accepted')
    .flatMap((id) => desk.byId.get(id) ?? [])
  await answer(app, tx, actor, round, { toAccept, toWait: [], isReleased: true })
  return toAccept.length
}
