import { setImmediate } from 'node:timers/promises'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { chunks } from '../../../platform/chunks.ts'
import { type Email, sendAllOnce } from '../../../platform/mail/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { type Open, violations } from '../../scenarios/index.ts'
import { type Beginning, introductionEmail } from '../emails/introduction.ts'
import { reserveEmail } from '../emails/reserve.ts'
import type { Occasion } from '../emails/to-participant.ts'
import { type Waiting, waitingEmail } from '../emails/waiting.ts'
import { obstacleTo } from '../obstacle.ts'
import { fitnessOf } from '../queries/fitness.ts'
import type { Introduced, Reserved } from '../queries/introductions.ts'

/**
 * @param lookedAt number of the scenario that was looked at; null for whichever stands
 * @throws Conflict when the proposal must not be released as it stands
 */
export async function refuseUnfit(tx: Tx, standing: Open, lookedAt: number | null, now: Date): Promise<void> {
  const { proposal, inputs, by } = standing
  const looked = { ...standing, violations: violations(proposal, inputs.applicants, by) }
  const obstacle = obstacleTo(await fitnessOf(tx, looked, { lookedAt, now }))
  if (obstacle) throw new Conflict(obstacle.code, { count: obstacle.count })
}

/** Makes pairings of the pairs of a proposal. @returns id of the pairing of each pair */
export async function confirm(
  app: App,
  tx: Tx,
  roundId: string,
  groups: readonly Introduced[],
): Promise<Map<string, string>> {
  const pairingOf = new Map(groups.map((group) => [group.pairId, crypto.randomUUID()]))
  const idOf = (group: Introduced) => pairingOf.get(group.pairId) ?? ''
  for (const some of chunks(groups)) {
    const pairings = some.map((group) => ({
      id: idOf(group),
      roundId,
      scenarioPairId: group.pairId,
      score: group.score,
      reasons: JSON.stringify(group.reasons),
      confirmedAt: app.now(),
    }))
    await tx.insertInto('pairing').values(pairings).execute()
    const members = some.flatMap((group) =>
      group.members.map(({ applicationId, personId, centre }) => ({
        pairingId: idOf(group),
        ...{ roundId, applicationId, personId, centre },
      })),
    )
    await tx.insertInto('pairingMember').values(members).execute()
  }
  return pairingOf
}

/** A mail of a release still to be written: about a pair of the proposal, or to someone who waits, by its key. */
export type Writing = { about: { pair: string } | { key: string }; write(): Email }
export type Written = { about: Writing['about']; email: Email }

/** The mails of the first release: an introduction to everyone in a pair, and a word to the reserve. */
export const firstMails = (
  occasion: Occasion,
  groups: readonly Introduced[],
  reserved: readonly Reserved[],
): Writing[] => [
  ...introductions(occasion, groups, () => 'first'),
  ...reserved.map((one) => ({
    about: { key: `reserve:${occasion.round.id}:${one.person.personId}` },
    write: () => reserveEmail(one, occasion),
  })),
]

/**
 * The mails of a later release: introductions of the new pairs, and a word to those who still wait and have not had
 * one.
 *
 * @param beginningOf how a new partner comes to someone, by their application
 */
export const laterMails = (
  occasion: Occasion,
  groups: readonly Introduced[],
  { beginningOf, waiting }: { beginningOf: ReadonlyMap<string, Beginning>; waiting: readonly Waiting[] },
): Writing[] => [
  ...introductions(occasion, groups, (id) => beginningOf.get(id) ?? 'waited'),
  ...waiting.map((one) => ({ about: { key: one.key }, write: () => waitingEmail(one, occasion) })),
]

export const introductions = (
  occasion: Occasion,
  groups: readonly Introduced[],
  beginningOf: (id: string) => Beginning,
): Writing[] =>
  groups.flatMap((group) =>
    group.members.map((member) => ({
      about: { pair: group.pairId },
      write: () => introductionEmail(member, group, occasion, beginningOf(member.applicationId)),
    })),
  )

/** Mails written one after the other without a pause would hold up every page; after so many, others have a turn. */
const mailsAtOnce = 10

export async function written(writings: readonly Writing[]): Promise<Written[]> {
  const mails: Written[] = []
  for (const [index, { about, write }] of writings.entries()) {
    mails.push({ about, email: write() })
    if (index % mailsAtOnce === mailsAtOnce - 1) await setImmediate()
  }
  return mails
}

/** Writes and queues the mails of a release, each once, some at a time. @returns how many were new */
export async function queueMails(
  app: App,
  tx: Tx,
  writings: readonly Writing[],
  { campaignId, pairingOf }: { campaignId: string; pairingOf: ReadonlyMap<string, string> },
): Promise<number> {
  const keyOf = ({ about, email }: Written) =>
    'pair' in about ? `introduction:${pairingOf.get(about.pair)}:${email.personId}` : about.key
  let queued = 0
  for (const some of chunks(writings)) {
    const mails = (await written(some)).map((one) => ({
      key: keyOf(one),
      email: { ...one.email, campaignId },
    }))
    queued += await sendAllOnce(app, tx, mails)
  }
  return queued
}
