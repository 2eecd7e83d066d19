import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { openCampaign, resumeCampaign, stopCampaign } from '../../../platform/mail/index.ts'
import { allow, NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { lockedRound, markReleased, releaseOf } from '../../rounds/index.ts'
import { mayMatch, openProposal } from '../../scenarios/index.ts'
import { introducedOf, reservedOf } from '../queries/introductions.ts'
import { laterReleaseNumbered } from '../queries/rematch.ts'
import { confirm, firstMails, queueMails, refuseUnfit } from './releasing.ts'

export type Released = { scenario: number; pairings: number; people: number; reserve: number; mails: number }

/**
 * Whether a release would go through now. Changes nothing.
 *
 * @throws as `releasePairings`
 */
export async function checkRelease(
  app: App,
  actor: Actor,
  code: string,
  number: number | null,
): Promise<void> {
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
    const campaignId = await openCampaign(app, tx, {
      key: `introductions:${round.id}`,
      kind: 'introduction',
      roundId: round.id,
      createdBy: actor.id,
    })
    await markReleased(app, tx, actor, { roundId: round.id, scenarioId: scenario.id, campaignId })
    const pairingOf = await confirm(app, tx, round.id, groups)
    const writings = firstMails({ round, origin: app.origin }, groups, reserved)
    const queued = await queueMails(app, tx, writings, { campaignId, pairingOf })
    const released = {
      scenario: scenario.number,
      pairings: groups.length,
      people: groups.reduce((sum, group) => sum + group.members.length, 0),
      reserve: reserved.length,
      mails: queued,
    }
    await note(tx, app.now(), actor.id, 'pairings.released', round.id, released)
    return released
  })
}

/**
 * Holds back the introductions that have not gone out yet, or lets them go on.
 *
 * @param later number of the scenario, for introductions of a later release
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `not-released`, `no-such-scenario`
 */
export async function stopIntroductions(app: App, actor: Actor, code: string, later?: number): Promise<void> {
  await setStopped(app, actor, code, { stop: true, later })
}

/** @throws as `stopIntroductions` */
export async function resumeIntroductions(
  app: App,
  actor: Actor,
  code: string,
  later?: number,
): Promise<void> {
  await setStopped(app, actor, code, { stop: false, later })
}

async function setStopped(
  app: App,
  actor: Actor,
  code: string,
  { stop, later }: { stop: boolean; later: number | undefined },
): Promise<void> {
  allow(mayMatch(actor))
  await app.db.transaction().execute(async (tx) => {
    const round = await lockedRound(tx, actor, code)
    const release =
      later === undefined ? await releaseOf(tx, round.id) : await laterReleaseNumbered(tx, round.id, later)
    if (!release) throw new NotFound('not-released')
    if (stop) await stopCampaign(tx, release.campaignId, app.now())
    else await resumeCampaign(tx, release.campaignId)
    const act = stop ? 'introductions.stopped' : 'introductions.resumed'
    await note(tx, app.now(), actor.id, act, round.id, later === undefined ? {} : { scenario: later })
  })
}
