import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { openCampaign } from '../../../platform/mail/index.ts'
import { allow } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { markReleased } from '../../rounds/index.ts'
import { mayMatch, openProposal } from '../../scenarios/index.ts'
import { occasionOf } from '../emails/to-participant.ts'
import { introducedOf, reservedOf } from '../queries/introductions.ts'
import { confirm, firstMails, queueMails, refuseUnfit } from './releasing.ts'

/** What was released; `campaign` is the key by which its mails are stopped and resumed. */
export type Released = {
  scenario: number
  pairings: number
  people: number
  reserve: number
  mails: number
  campaign: string
}

/** @param number of the scenario that was looked at; null for whichever it is */
export type CheckRelease = (app: App, actor: Actor, code: string, number: number | null) => Promise<void>

/**
 * Whether a release would go through now. Changes nothing.
 *
 * @throws as `releasePairings`
 */
export const checkRelease: CheckRelease = async (app, actor, code, number) => {
  allow(mayMatch(actor))
  await app.db.transaction().execute(async (tx) => {
    await refuseUnfit(tx, await openProposal(tx, actor, code), number, app.now())
  })
}

/**
 * Confirms the proposal of a round and queues every introduction, all or nothing: when it fails half-way,
 * nothing has happened. It happens once; a second call, also at the same moment, is refused.
 *
 * @param number of the scenario that was looked at; null for the newest
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-proposal`
 * @throws Conflict `already-released`, `run-in-progress`, `other-proposal` when a newer one has taken the place
 *   of the one looked at, `proposal-out-of-date` when people joined, left or changed since, `proposal-broken`
 *   when a hard rule or a ban stands against one of its pairs
 * @source docs/decisions/0010-release-once.md
 */
export async function releasePairings(
  app: App,
  actor: Actor,
  code: string,
  number: number | null,
): Promise<Released> {
  allow(mayMatch(actor))
  return app.db.transaction().execute(async (tx) => {
    const standing = await openProposal(tx, actor, code)
    await refuseUnfit(tx, standing, number, app.now())
    const { round, scenario } = standing
    const groups = await introducedOf(tx, scenario.id)
    const reserved = await reservedOf(tx, scenario.id)
    const campaign = `introductions:${round.id}`
    const campaignId = await openCampaign(app, tx, {
      key: campaign,
      kind: 'introduction',
      roundId: round.id,
      createdBy: actor.id,
    })
    await markReleased(app, tx, actor, { roundId: round.id, scenarioId: scenario.id, campaignId })
    const pairingOf = await confirm(app, tx, round.id, groups)
    const writings = firstMails(await occasionOf(app, round, tx), groups, reserved)
    const queued = await queueMails(app, tx, writings, { campaignId, pairingOf })
    const released = {
      scenario: scenario.number,
      pairings: groups.length,
      people: groups.reduce((sum, group) => sum + group.members.length, 0),
      reserve: reserved.length,
      mails: queued,
      campaign,
    }
    await note(tx, app.now(), actor.id, 'pairings.released', round.id, released)
    return released
  })
}
