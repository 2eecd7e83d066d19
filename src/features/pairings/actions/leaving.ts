import type { Db, Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { dayIn } from '../../../platform/days.ts'
import { note } from '../../../platform/journal.ts'
import { sendAllOnce, sendOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { allow, NotFound } from '../../../platform/refusals.ts'
import { withdrawParticipants } from '../../applications/index.ts'
import { type Actor, isSignedIn } from '../../people/index.ts'
import { lockedRound, lockRound, type Round, refuseOnceOver, roundById } from '../../rounds/index.ts'
import { refuseBeforeRelease } from '../../scenarios/index.ts'
import { farewellEmail } from '../emails/farewell.ts'
import { partnerLeftEmail } from '../emails/partner-left.ts'
import { partingOf } from '../parting.ts'
import { livingMembers, pairingOfRound } from '../queries/rematch-pairings.ts'
import { endMemberships } from './part.ts'

/**
 * Ends the pairings of someone who goes for good, in rounds that are not over. Their partners are told that they have
 * left, never more, and wait for someone new; the desk shows them.
 */
export async function partForGood(app: App, tx: Tx, personId: string): Promise<void> {
  const now = app.now()
  for (const living of await livingPairingsOf(tx, personId)) {
    const round = await roundById(tx, living.roundId)
    if (round.endsOn < dayIn(now, round.zone)) continue
    await lockRound(tx, round.id)
    await partOne(app, tx, { round, personId, ...living, actorId: null })
  }
}

/**
 * Lets someone leave a round that runs, of their own accord: the partner is told kindly and waits for someone new, and
 * they get a farewell. Who has left already has: nothing happens again.
 *
 * @throws Forbidden for a visitor
 * @throws NotFound `no-such-round`, `not-in-round`
 * @throws Conflict `not-released`; `round-is-over`
 */
export async function leaveRound(app: App, actor: Actor, code: string): Promise<void> {
  allow(isSignedIn(actor))
  await app.db.transaction().execute(async (tx) => {
    const round = await lockedRound(tx, actor, code)
    if (await hasLeftRound(tx, actor.id, round)) return
    const own = await ownPlace(tx, actor.id, round)
    await refuseBeforeRelease(tx, round.id)
    refuseOnceOver(round, app.now())
    const living = (await livingPairingsOf(tx, actor.id)).find(({ roundId }) => roundId === round.id)
    if (living) await partOne(app, tx, { round, personId: actor.id, ...living, actorId: actor.id })
    else {
      await withdrawParticipants(tx, [own.applicationId], app.now())
      await note(tx, app.now(), actor.id, 'participant.left', round.id, { first: own.applicationId })
    }
    const email = farewellEmail(own, { round, network: await networkIn(app, tx) })
    await sendOnce(app, tx, `farewell:${own.applicationId}`, email)
  })
}

/** Whether someone has taken part in a round and left it. */
const hasLeftRound = async (tx: Tx, personId: string, { id }: Pick<Round, 'id'>): Promise<boolean> =>
  (await tx
    .selectFrom('application')
    .leftJoin('participant', (join) =>
      join
        .onRef('participant.personId', '=', 'application.personId')
        .onRef('participant.roundId', '=', 'application.roundId'),
    )
    .where('application.personId', '=', personId)
    .where('application.roundId', '=', id)
    .where('application.acceptedAt', 'is not', null)
    .where('application.withdrawnAt', 'is not', null)
    .where('participant.applicationId', 'is', null)
    .select('application.id')
    .executeTakeFirst()) !== undefined

/** Someone's place in a round. @throws NotFound `not-in-round` */
export async function ownPlace(db: Db | Tx, personId: string, round: Pick<Round, 'id'>) {
  const own = await db
    .selectFrom('participant')
    .where('personId', '=', personId)
    .where('roundId', '=', round.id)
    .select(['applicationId', 'personId', 'name', 'givenName', 'email', 'locale'])
    .executeTakeFirst()
  if (!own) throw new NotFound('not-in-round')
  return own
}

type Leaver = {
  round: Round
  personId: string
  pairingId: string
  applicationId: string
  actorId: string | null
}

/** Takes someone out of their pairing and their round, and tells their partners. */
async function partOne(app: App, tx: Tx, leaver: Leaver): Promise<void> {
  const { round, personId, pairingId, applicationId, actorId } = leaver
  const now = app.now()
  const pairing = await pairingOfRound(tx, round.id, pairingId)
  const members = livingMembers(pairing).map((member) => member.applicationId)
  const parting = partingOf(members, [applicationId])
  await endMemberships(tx, round.id, { pairing, parting, at: now })
  await withdrawParticipants(tx, parting.left, now)
  await note(tx, now, actorId, 'pairing.parted', pairingId, parting)
  const network = await networkIn(app, tx)
  const staysPaired = parting.together.length > 0
  // Whoever waits now has been told so by this, and is not told again by a later release.
  const key = staysPaired ? `partner-left:${pairingId}:${personId}` : `waiting:${pairingId}`
  const mails = (await partnersOf(tx, pairingId, personId)).map((partner) => ({
    key: `${key}:${partner.personId}`,
    email: partnerLeftEmail(partner, { round, network, staysPaired }),
  }))
  await sendAllOnce(app, tx, mails)
}

const livingPairingsOf = (tx: Tx, personId: string) =>
  tx
    .selectFrom('pairingMember')
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .select(['pairingId', 'roundId', 'applicationId'])
    .execute()

/** Everyone who was a member until then, but the one who goes, and whoever had left before. */
const partnersOf = (tx: Tx, pairingId: string, personId: string) =>
  tx
    .selectFrom('pairingMember')
    .innerJoin('participant', 'participant.applicationId', 'pairingMember.applicationId')
    .where('pairingId', '=', pairingId)
    .where('pairingMember.personId', '<>', personId)
    .select(['participant.name', 'participant.givenName', 'participant.email', 'participant.locale'])
    .select('pairingMember.personId')
    .execute()
