import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { openCampaign } from '../../../platform/mail/index.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { lockedRound, refuseOnceOver } from '../../rounds/index.ts'
import type { Open } from '../../scenarios/index.ts'
import { mayMatch, refuseBeforeRelease, standingProposal } from '../../scenarios/index.ts'
import { beginningFor } from '../emails/preview.ts'
import { occasionOf } from '../emails/to-participant.ts'
import { type Introduced, introducedOf, reservedOf } from '../queries/introductions.ts'
import { freePeople, laterReleasesOf, rematchProposal } from '../queries/rematch.ts'
import { type Rehearsed, rehearse } from './rehearse.ts'
import type { CheckRelease } from './release.ts'
import { confirm, laterMails, queueMails, refuseUnfit, written } from './releasing.ts'

export type ReleasedRematch = {
  scenario: number
  pairings: number
  people: number
  /** Who still waits, and to how many of them a mail says so for the first time. */
  waiting: number
  told: number
  mails: number
  /** The key by which its mails are stopped and resumed. */
  campaign: string
}

/**
 * Confirms the new pairs of a proposal for those who had no partner, and queues their introductions, all or nothing
 * and once. Nobody else is touched. Anyone who still waits and has not been told yet gets a word.
 *
 * @param number of the scenario that was looked at; null for the newest
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-proposal`
 * @throws Conflict `not-released`, `round-is-over`, `rematch-already-released`, `nobody-to-introduce`, and as
 *   `releasePairings`: `run-in-progress`, `other-proposal`, `proposal-out-of-date` when someone got a partner, left or
 *   changed since, `proposal-broken`
 * @source docs/decisions/0016-rematch.md
 */
export async function releaseRematch(
  app: App,
  actor: Actor,
  code: string,
  number: number | null,
): Promise<ReleasedRematch> {
  allow(mayMatch(actor))
  return app.db.transaction().execute(async (tx) => {
    const { standing, groups } = await readyRematch(app, tx, actor, code, number)
    const { round, scenario } = standing
    const { waiting, untold, writings } = await rematchMails(app, tx, standing, groups)
    const campaign = `rematch:${scenario.id}`
    const campaignId = await openCampaign(app, tx, {
      key: campaign,
      kind: 'introduction',
      roundId: round.id,
      createdBy: actor.id,
    })
    await tx
      .insertInto('laterRelease')
      .values({
        scenarioId: scenario.id,
        roundId: round.id,
        campaignId,
        releasedBy: actor.id,
        releasedAt: app.now(),
      })
      .execute()
    const pairingOf = await confirm(app, tx, round.id, groups)
    const mails = await queueMails(app, tx, writings, { campaignId, pairingOf })
    const released = {
      scenario: scenario.number,
      pairings: groups.length,
      people: groups.reduce((sum, group) => sum + group.members.length, 0),
      waiting,
      told: untold,
      mails,
      campaign,
    }
    await note(tx, app.now(), actor.id, 'pairings.rematched', round.id, released)
    return released
  })
}

/**
 * Whether a release of the new pairs would go through now. Changes nothing.
 *
 * @throws as `releaseRematch`
 */
export const checkRematchRelease: CheckRelease = async (app, actor, code, number) => {
  allow(mayMatch(actor))
  await app.db.transaction().execute((tx) => readyRematch(app, tx, actor, code, number))
}

/** The proposal with its pairs, fit to be released. */
async function readyRematch(app: App, tx: Tx, actor: Actor, code: string, number: number | null) {
  const standing = await openRematch(app, tx, actor, code, number)
  await refuseUnfit(tx, standing, number, app.now())
  return { standing, groups: await introducedOf(tx, standing.scenario.id) }
}

/**
 * Writes every mail of a later release as it would go out, and sends an example of each kind to coordinators only.
 *
 * @throws as `releaseRematch`, and Conflict `nobody-to-send-to`; what must not be released can be rehearsed
 */
export async function rehearseRematch(app: App, actor: Actor, code: string): Promise<Rehearsed> {
  allow(mayMatch(actor))
  return app.db.transaction().execute(async (tx) => {
    const standing = await openRematch(app, tx, actor, code, null)
    const groups = await introducedOf(tx, standing.scenario.id)
    const { writings } = await rematchMails(app, tx, standing, groups)
    return rehearse(app, tx, actor, { round: standing.round, groups, mails: await written(writings) })
  })
}

/** The proposal for those without a partner, with the round locked until the transaction ends. */
async function openRematch(
  app: App,
  tx: Tx,
  actor: Actor,
  code: string,
  number: number | null,
): Promise<Open> {
  const round = await lockedRound(tx, actor, code)
  await refuseBeforeRelease(tx, round.id)
  refuseOnceOver(round, app.now())
  const later = await laterReleasesOf(tx, round.id)
  if (later.some(({ scenario }) => scenario === number)) throw new Conflict('rematch-already-released')
  const scenario = await rematchProposal(tx, round.id)
  return { round, scenario, ...(await standingProposal(tx, round, scenario)) }
}

async function rematchMails(app: App, tx: Tx, { round, scenario }: Open, groups: readonly Introduced[]) {
  const free = new Map((await freePeople(tx, round)).map((one) => [one.applicationId, one]))
  const reserved = await reservedOf(tx, scenario.id)
  const waiting = reserved.flatMap(({ person }) => {
    const one = free.get(person.applicationId)
    // Nobody looked for a partner of someone held, so there is nothing to tell.
    return one && !one.isTold && !one.isHeld ? [{ person, because: one.because, key: one.toldKey }] : []
  })
  const beginningOf = new Map([...free].map(([id, { because }]) => [id, beginningFor(because)]))
  const writings = laterMails(await occasionOf(app, round, tx), groups, { beginningOf, waiting })
  return { waiting: reserved.length, untold: waiting.length, writings }
}
