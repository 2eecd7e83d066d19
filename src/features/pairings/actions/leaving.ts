import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { dayIn } from '../../../platform/days.ts'
import { note } from '../../../platform/journal.ts'
import { sendOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { withdrawParticipants } from '../../applications/index.ts'
import { lockRound, roundById } from '../../rounds/index.ts'
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
  for (const { pairingId, roundId, applicationId } of await livingPairingsOf(tx, personId)) {
    const round = await roundById(tx, roundId)
    if (round.endsOn < dayIn(now, round.zone)) continue
    await lockRound(tx, roundId)
    const pairing = await pairingOfRound(tx, roundId, pairingId)
    const members = livingMembers(pairing)
    const parting = partingOf(
      members.map((member) => member.applicationId),
      [applicationId],
    )
    await endMemberships(tx, roundId, { pairing, parting, at: now })
    await withdrawParticipants(tx, parting.left, now)
    await note(tx, now, null, 'pairing.parted', pairingId, parting)
    const network = await networkIn(app, tx)
    for (const partner of await partnersOf(tx, pairingId, personId)) {
      const staysPaired = parting.together.length > 0
      // Whoever waits now has been told so by this, and is not told again by a later release.
      const key = staysPaired ? `partner-left:${pairingId}:${personId}` : `waiting:${pairingId}`
      const email = partnerLeftEmail(partner, { round, network, staysPaired })
      await sendOnce(app, tx, `${key}:${partner.personId}`, email)
    }
  }
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
