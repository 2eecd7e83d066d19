import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { sendAllOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import { freePeople } from '../../pairings/index.ts'
import type { Actor } from '../../people/index.ts'
import { lockedRound, type Round, refuseOnceOver, roundByCode } from '../../rounds/index.ts'
import { refuseBeforeRelease } from '../../scenarios/index.ts'
import { askingEmail } from '../emails.ts'
import { mayOfferTrios } from '../policy.ts'
import { candidatesFor } from '../queries/candidates.ts'
import { isOpen, type Offer, offersFor } from '../queries/offers.ts'
import { openUntilOf } from '../trio.ts'
import { settle } from './settling.ts'

/**
 * Asks a pair, and somebody without a partner, whether they would be three. Each of them gets an email; nothing changes
 * until all have agreed.
 *
 * @param id of the application of whoever waits
 * @param pairing one of `candidatesFor`
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`; `no-such-participant` for someone who does not wait
 * @throws Conflict `not-released`, `round-is-over`; `trio-asked-already` while another pair is asked;
 *   `pair-cannot-be-asked`, as it has changed since it was shown
 */
export async function offerTrio(
  app: App,
  actor: Actor,
  code: string,
  { id, pairing }: { id: string; pairing: string },
): Promise<void> {
  allow(mayOfferTrios(actor))
  const now = app.now()
  const candidates = await candidatesFor(app.db, actor, await roundByCode(app.db, actor, code), { id, now })
  const members = candidates.find(({ pair }) => pair.id === pairing)?.pair.members ?? []
  await app.db.transaction().execute(async (tx) => {
    const round = await lockedRound(tx, actor, code)
    await refuseBeforeRelease(tx, round.id)
    refuseOnceOver(round, now)
    const free = (await freePeople(tx, round)).find(({ applicationId }) => applicationId === id)
    if (!free || free.isHeld) throw new NotFound('no-such-participant')
    if (await isBeingAsked(app, tx, round, { id, pairing })) return
    if (members.length === 0) throw new Conflict('pair-cannot-be-asked')
    const asked = [...members.map(({ applicationId }) => applicationId), id]
    await insertOffer(tx, actor, round, { id, pairing, asked, now })
    await askAll(app, tx, round, id)
    await note(tx, now, actor.id, 'trio.offered', pairing, { first: id, round: round.id })
  })
}

/**
 * Whether this pair is asked already, as by a button that was pressed twice. An offer that nobody can answer any more makes
 * room for the next.
 *
 * @throws Conflict `trio-asked-already` while another pair is asked
 */
async function isBeingAsked(
  app: App,
  tx: Tx,
  round: Round,
  { id, pairing }: { id: string; pairing: string },
): Promise<boolean> {
  const former = (await offersFor(tx, id)).find(({ outcome }) => outcome === null)
  if (!former) return false
  if (!isOpen(former, app.now())) {
    await settle(app, tx, former, { round, outcome: 'lapsed', actorId: null })
    return false
  }
  if (former.pairingId !== pairing) throw new Conflict('trio-asked-already')
  return true
}

type Asking = { id: string; pairing: string; asked: string[]; now: Date }

async function insertOffer(tx: Tx, actor: Actor, round: Round, { id, pairing, asked, now }: Asking) {
  const { id: offerId } = await tx
    .insertInto('trioOffer')
    .values({
      ...{ pairingId: pairing, applicationId: id, madeBy: actor.id, madeAt: now },
      openUntil: openUntilOf(round, now),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('trioAsked')
    .values(asked.map((applicationId) => ({ offerId, applicationId })))
    .execute()
}

async function askAll(app: App, tx: Tx, round: Round, id: string): Promise<void> {
  const offer = await standingOffer(tx, id)
  // They may have parted since they were chosen.
  if (!isOpen(offer, app.now())) throw new Conflict('pair-cannot-be-asked')
  const occasion = { app, round, network: await networkIn(app, tx) }
  const mails = offer.people.map((asked) => ({
    key: `trio:${asked.id}`,
    email: askingEmail({ offer, asked }, occasion),
  }))
  await sendAllOnce(app, tx, mails)
}

/** @throws NotFound `no-such-trio` when nobody is asked */
async function standingOffer(tx: Tx, applicationId: string): Promise<Offer> {
  const offer = (await offersFor(tx, applicationId)).find(({ outcome }) => outcome === null)
  if (!offer) throw new NotFound('no-such-trio')
  return offer
}

/**
 * Takes back what a pair and somebody who waits were asked. Whoever had agreed, and whoever waits, is told.
 *
 * @throws as `offerTrio`, and NotFound `no-such-trio` when nobody is asked
 */
export async function withdrawTrio(app: App, actor: Actor, code: string, id: string): Promise<void> {
  allow(mayOfferTrios(actor))
  await app.db.transaction().execute(async (tx) => {
    const round = await lockedRound(tx, actor, code)
    const offer = await standingOffer(tx, id)
    await settle(app, tx, offer, { round, outcome: 'withdrawn', actorId: actor.id })
  })
}
