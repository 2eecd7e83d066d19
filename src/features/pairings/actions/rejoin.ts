import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import { readmitParticipants } from '../../applications/index.ts'
import type { Actor } from '../../people/index.ts'
import type { Round } from '../../rounds/index.ts'
import { lockedRound, refuseOnceOver } from '../../rounds/index.ts'
import { mayMatch, restorePins } from '../../scenarios/index.ts'
import { beginningFor } from '../emails/preview.ts'
import { occasionOf } from '../emails/to-participant.ts'
import { introducedOf } from '../queries/introductions.ts'
import { releaseBehind } from '../queries/rematch.ts'
import { lastPartingOf, type PartedPairing, pairingOfRound } from '../queries/rematch-pairings.ts'
import { introductions, queueMails } from './releasing.ts'

/**
 * Puts a pairing back together as it was before it was last parted, for whom it was a mistake. It can be done until
 * someone of them has been introduced to a new partner, told that we look for one, or left the round otherwise.
 *
 * @returns the applications of those who are back
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-such-pairing`
 * @throws Conflict `pairing-not-parted`, `introduced-since`, `told-since`, `left-since`, `round-is-over`
 */
export async function rejoinPairing(app: App, actor: Actor, code: string, id: string): Promise<string[]> {
  allow(mayMatch(actor))
  return app.db.transaction().execute(async (tx) => {
    const round = await lockedRound(tx, actor, code)
    refuseOnceOver(round, app.now())
    const parting = lastPartingOf(await pairingOfRound(tx, round.id, id))
    if (!parting) throw new Conflict('pairing-not-parted')
    if (parting.noWayBack) throw new Conflict(parting.noWayBack)
    const back = parting.parted.map(idOf)
    await tx
      .updateTable('pairingMember')
      .set({ endedAt: null })
      .where('pairingId', '=', id)
      .where('applicationId', 'in', back)
      .execute()
    await tx.updateTable('pairing').set({ dissolvedAt: null }).where('id', '=', id).execute()
    await restorePins(tx, back, parting.partedAt)
    await readmitParticipants(tx, back, parting.partedAt)
    await introduceStill(app, tx, round, parting)
    await note(tx, app.now(), actor.id, 'pairing.rejoined', id, { back })
    return back
  })
}

/** Introductions that were recalled when they parted leave after all; those that had left are not sent again. */
async function introduceStill(app: App, tx: Tx, round: Round, pairing: PartedPairing): Promise<void> {
  const [one] = pairing.parted
  const release = await releaseBehind(tx, pairing.id)
  if (!one || !release) return
  const groups = await introducedOf(tx, release.scenarioId, one.applicationId)
  const occasion = await occasionOf(app, round, tx)
  const before = new Set(pairing.parted.filter(({ pairings }) => pairings > 1).map(idOf))
  const writings = introductions(occasion, groups, (id) =>
    release.isLater ? beginningFor(before.has(id) ? 'parted' : 'reserve') : 'first',
  )
  const pairingOf = new Map(groups.map((group) => [group.pairId, pairing.id]))
  await queueMails(app, tx, writings, { campaignId: release.campaignId, pairingOf })
}

const idOf = ({ applicationId }: { applicationId: string }) => applicationId
