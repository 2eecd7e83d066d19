import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { recallMails, sendAllOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { lockRound, type Round } from '../../rounds/index.ts'
import { endedEmail } from '../emails.ts'
import { isOpen, lapsedOffers, type Offer, offersFor } from '../queries/offers.ts'
import { type Outcome, toldOfEnd } from '../trio.ts'

type Settling = { round: Round; outcome: Outcome; actorId: string | null }

/** Ends an offer. What has not been sent of it is not sent, and who waits for an answer gets one. */
export async function settle(
  app: App,
  tx: Tx,
  offer: Offer,
  { round, outcome, actorId }: Settling,
): Promise<void> {
  const settledAt = app.now()
  await tx.updateTable('trioOffer').set({ settledAt, outcome }).where('id', '=', offer.id).execute()
  await recallMails(
    tx,
    offer.people.map(({ id }) => `trio:${id}`),
  )
  await note(tx, settledAt, actorId, `trio.${outcome}`, offer.pairingId, {
    first: offer.applicationId,
    round: round.id,
  })
  if (outcome === 'joined') return
  const network = await networkIn(app, tx)
  const mails = toldOfEnd(offer.people, offer.stillWaits).map((asked) => ({
    key: `trio-ended:${asked.id}`,
    email: endedEmail({ asked }, { round, network }),
  }))
  await sendAllOnce(app, tx, mails)
}

/**
 * Ends offers that were not answered in time, or that cannot come about any more: the pair has parted, or whoever waited
 * has a partner. Running it again changes nothing.
 *
 * @returns how many
 */
export async function settleLapsed(app: App): Promise<number> {
  const lapsed = await lapsedOffers(app.db, app.now())
  let settled = 0
  for (const { roundId, applicationId, id } of lapsed) {
    settled += await app.db.transaction().execute(async (tx) => {
      const round = await lockRound(tx, roundId)
      const offer = (await offersFor(tx, applicationId)).find((one) => one.id === id)
      if (!offer || offer.outcome !== null || isOpen(offer, app.now())) return 0
      await settle(app, tx, offer, { round, outcome: 'lapsed', actorId: null })
      return 1
    })
  }
  return settled
}
