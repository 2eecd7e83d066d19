import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { openCampaign, sendAllOnce } from '../../../platform/mail/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import type { Round } from '../../rounds/index.ts'
import { type ProposedGroup, triosWith } from '../../scenarios/index.ts'
import { introductionEmail } from '../emails/introduction.ts'
import { beginningFor } from '../emails/preview.ts'
import { occasionOf } from '../emails/to-participant.ts'
import { type Introduced, participantsByIds } from '../queries/introductions.ts'
import { freePeople } from '../queries/rematch.ts'
import { livingMembers, pairingOfRound } from '../queries/rematch-pairings.ts'
import { endMemberships } from './part.ts'

/**
 * A pair takes in somebody without a partner: the three are a pairing of its own from now on, and the one before ends.
 * The two who know each other are introduced to the third, and the third to both. The round is locked.
 *
 * @param applicationId of whoever comes to them
 * @throws NotFound `no-such-pairing`
 * @throws Conflict `may-not-be-three` when they may not be partners, or whoever would come waits no longer
 */
export async function takeIn(
  app: App,
  tx: Tx,
  round: Round,
  { pairingId, applicationId }: { pairingId: string; applicationId: string },
): Promise<void> {
  const pairing = await pairingOfRound(tx, round.id, pairingId)
  const two = livingMembers(pairing).map((member) => member.applicationId)
  const free = (await freePeople(tx, round)).find((one) => one.applicationId === applicationId)
  const [group] = await triosWith(tx, round, { id: applicationId, pairs: [two], most: 1 })
  if (!free || !group) throw new Conflict('may-not-be-three')
  await endMemberships(tx, round.id, {
    pairing,
    parting: { left: [], together: [], free: two },
    at: app.now(),
  })
  const trio = await insertTrio(app, tx, round, group)
  const occasion = await occasionOf(app, round, tx)
  const campaignId = await openCampaign(app, tx, {
    key: `trio:${trio.pairId}`,
    kind: 'introduction',
    roundId: round.id,
    createdBy: null,
  })
  const mails = trio.members.map((member) => {
    const isNew = member.applicationId === applicationId
    // The two know each other.
    const met = trio.members.filter((one) => one === member || one.applicationId === applicationId)
    const email = isNew
      ? introductionEmail(member, trio, occasion, beginningFor(free.because))
      : introductionEmail(member, { ...trio, members: met }, occasion, 'joined')
    return { key: `introduction:${trio.pairId}:${member.personId}`, email: { ...email, campaignId } }
  })
  await sendAllOnce(app, tx, mails)
}

/** @returns the pairing, with all that its introductions say */
async function insertTrio(app: App, tx: Tx, round: Round, group: ProposedGroup): Promise<Introduced> {
  const { members: ids, centre, score, reasons } = group
  const { id } = await tx
    .insertInto('pairing')
    .values({ roundId: round.id, score, reasons: JSON.stringify(reasons), confirmedAt: app.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const people = await participantsByIds(tx, ids)
  const members = people.map((one) => ({ ...one, centre: one.applicationId === centre }))
  const rows = members.map(({ applicationId, personId, centre: isCentre }) => ({
    ...{ pairingId: id, roundId: round.id, applicationId, personId, centre: isCentre },
  }))
  await tx.insertInto('pairingMember').values(rows).execute()
  return { pairId: id, score, members, reasons }
}
