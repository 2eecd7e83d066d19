import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { recallMails } from '../../../platform/mail/index.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import { withdrawParticipants } from '../../applications/index.ts'
import type { Actor } from '../../people/index.ts'
import { lockedRound, refuseOnceOver } from '../../rounds/index.ts'
import { liftRules, mayMatch } from '../../scenarios/index.ts'
import { type Parting, partingOf } from '../parting.ts'
import { livingMembers, type Pairing, pairingOfRound } from '../queries/rematch-pairings.ts'

/**
 * Ends a released pairing. Those who are leaving also leave the round; of a trio that one leaves the other two stay
 * partners; everyone else in it is free for a new partner. Those who part never meet again. No mail goes out,
 * and an introduction of it that has not left does not leave.
 *
 * @param leaving ids of the applications of members who leave the round; may be none
 * @returns what became of whom, by application
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-such-pairing`, `not-in-pairing`
 * @throws Conflict `pairing-ended`, `round-is-over`
 * @source docs/decisions/0016-rematch.md
 */
export async function partPairing(
  app: App,
  actor: Actor,
  code: string,
  { pairing: id, leaving }: { pairing: string; leaving: readonly string[] },
): Promise<Parting> {
  return app.db.transaction().execute((tx) => part(app, tx, actor, { code, pairing: id, leaving }))
}

/** `partPairing`, as part of what else ends with it. */
export async function part(
  app: App,
  tx: Tx,
  actor: Actor,
  { code, pairing: id, leaving }: { code: string; pairing: string; leaving: readonly string[] },
): Promise<Parting> {
  allow(mayMatch(actor))
  const round = await lockedRound(tx, actor, code)
  refuseOnceOver(round, app.now())
  const pairing = await pairingOfRound(tx, round.id, id)
  const members = livingMembers(pairing).map(({ applicationId }) => applicationId)
  if (members.length === 0) throw new Conflict('pairing-ended')
  if (leaving.some((one) => !members.includes(one))) throw new NotFound('not-in-pairing')
  const parting = partingOf(members, leaving)
  // One instant for all of it: by it, putting them back together knows what belongs to this parting.
  const at = app.now()
  await endMemberships(tx, round.id, { pairing, parting, at })
  await withdrawParticipants(tx, parting.left, at)
  await note(tx, at, actor.id, 'pairing.parted', id, parting)
  return parting
}

/** The members part: an introduction of it that has not left does not leave. */
export async function endMemberships(
  tx: Tx,
  roundId: string,
  { pairing, parting, at }: { pairing: Pairing; parting: Parting; at: Date },
): Promise<void> {
  const ending = [...parting.left, ...parting.free]
  await tx
    .updateTable('pairingMember')
    .set({ endedAt: at })
    .where('pairingId', '=', pairing.id)
    .where('applicationId', 'in', ending)
    .where('endedAt', 'is', null)
    .execute()
  if (parting.together.length === 0)
    await tx.updateTable('pairing').set({ dissolvedAt: at }).where('id', '=', pairing.id).execute()
  // A pin that outlived them would ask the next run for a pair that may not be.
  const everyone = pairing.members.map(({ applicationId }) => applicationId)
  await liftRules(tx, roundId, { pinsOf: everyone }, at)
  const parted = pairing.members.filter(({ applicationId }) => ending.includes(applicationId))
  await recallMails(
    tx,
    parted.map(({ personId }) => `introduction:${pairing.id}:${personId}`),
  )
}
