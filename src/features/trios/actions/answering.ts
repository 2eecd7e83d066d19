import type { App } from '../../../platform/app.ts'
import { Conflict, NotFound } from '../../../platform/refusals.ts'
import { takeIn } from '../../pairings/index.ts'
import { lockRound } from '../../rounds/index.ts'
import { type Asked, isOpen, type Offer, offerAsking } from '../queries/offers.ts'
import { outcomeOf } from '../trio.ts'
import { settle } from './settling.ts'

/** What came of an answer. */
export type Answered = { offer: Offer; asked: Asked; outcome: 'joined' | 'declined' | null }

/**
 * Notes whether one of the three agrees. When all do, they are a trio from now on and are introduced; when one would
 * rather not, nothing changes for anybody.
 *
 * @param id of the question
 * @param personId whom it must ask; null where the link is the proof
 * @throws NotFound `no-such-trio`
 * @throws Conflict `trio-settled` when it can no longer be answered
 */
export async function answerTrio(
  app: App,
  { id, personId }: { id: string; personId: string | null },
  agrees: boolean,
): Promise<Answered> {
  const { offer } = await offerAsking(app.db, id)
  return app.db.transaction().execute(async (tx) => {
    const round = await lockRound(tx, offer.roundId)
    const found = await offerAsking(tx, id)
    if (personId !== null && found.asked.personId !== personId) throw new NotFound('no-such-trio')
    if (!isOpen(found.offer, app.now())) throw new Conflict('trio-settled')
    const answeredAt = app.now()
    await tx.updateTable('trioAsked').set({ agrees, answeredAt }).where('id', '=', id).execute()
    const now = await offerAsking(tx, id)
    const outcome = outcomeOf(now.offer.people.map((one) => one.agrees))
    const { pairingId, applicationId } = now.offer
    if (outcome === 'joined') await takeIn(app, tx, round, { pairingId, applicationId })
    if (outcome) await settle(app, tx, now.offer, { round, outcome, actorId: null })
    return { ...now, outcome }
  })
}
