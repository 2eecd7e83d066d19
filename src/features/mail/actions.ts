import type { Tx } from '../../db/index.ts'
import type { App } from '../../platform/app.ts'
import { note } from '../../platform/journal.ts'
import {
  addressWorks,
  type CampaignProgress,
  campaignProgress,
  endHold,
  leaveList,
  mailHold,
  readUnsubscribeToken,
  rejoinList,
  resumeCampaign,
  stopCampaign,
  unsuppress,
} from '../../platform/mail/index.ts'
import { allow, Conflict, NotFound } from '../../platform/refusals.ts'
import type { Actor } from '../people/index.ts'
import { mayRunMail } from './policy.ts'

/**
 * Holds back what has not gone out yet; mails on their way are finished. A second time changes nothing.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-campaign`
 */
export const stopMails = (app: App, actor: Actor, campaignId: string) =>
  turn(app, actor, campaignId, 'stopped')

/**
 * Lets stopped mails go on. A second time changes nothing.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-campaign`
 */
export const resumeMails = (app: App, actor: Actor, campaignId: string) =>
  turn(app, actor, campaignId, 'resumed')

async function turn(
  app: App,
  actor: Actor,
  campaignId: string,
  to: 'stopped' | 'resumed',
): Promise<CampaignProgress> {
  allow(mayRunMail(actor))
  return app.db.transaction().execute(async (tx) => {
    const now = app.now()
    const campaign = await tx
      .selectFrom('mailCampaign')
      .select('stoppedAt')
      .where('id', '=', campaignId)
      .forUpdate()
      .executeTakeFirst()
    if (!campaign) throw new NotFound('no-such-campaign')
    if ((campaign.stoppedAt !== null) === (to === 'stopped')) return campaignProgress(tx, campaignId)

    await (to === 'stopped' ? stopCampaign(tx, campaignId, now) : resumeCampaign(tx, campaignId))
    const progress = await campaignProgress(tx, campaignId)
    const { key, sent, waiting } = progress
    await note(tx, now, actor.id, `mail.${to}`, campaignId, { key, sent, waiting })
    return progress
  })
}

/**
 * Lets all emails go that were held back since a restore.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws Conflict `mail-not-held`, `mail-of-a-copy` for a scrubbed copy
 */
export async function resumeAllMail(app: App, actor: Actor): Promise<void> {
  allow(mayRunMail(actor))
  await app.db.transaction().execute(async (tx) => {
    const hold = await mailHold(tx)
    if (!hold) throw new Conflict('mail-not-held')
    if (hold.reason === 'scrubbed') throw new Conflict('mail-of-a-copy')
    await endHold(tx)
    await note(tx, app.now(), actor.id, 'mail.all-resumed', null)
  })
}

/**
 * Writes again to an address from which mail came back before.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws Conflict `address-not-suppressed`
 */
export async function allowAddress(app: App, actor: Actor, address: string): Promise<void> {
  allow(mayRunMail(actor))
  await app.db.transaction().execute(async (tx) => {
    const wasDead = await addressWorks(app, tx, address)
    const wasSuppressed = await unsuppress(app, tx, address)
    if (!wasDead && !wasSuppressed) throw new Conflict('address-not-suppressed')
    await note(tx, app.now(), actor.id, 'mail.address-allowed', null)
  })
}

/**
 * Takes a letter off the list of those to be read: someone has answered it, or it needs no answer. A second time changes
 * nothing.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-letter`
 */
export async function settleLetter(app: App, actor: Actor, id: string): Promise<void> {
  allow(mayRunMail(actor))
  await app.db.transaction().execute(async (tx) => {
    const letter = await tx
      .selectFrom('inboundMail')
      .select('settledAt')
      .where('id', '=', id)
      .where('kind', '=', 'letter')
      .forUpdate()
      .executeTakeFirst()
    if (!letter) throw new NotFound('no-such-letter')
    if (letter.settledAt !== null) return
    await tx
      .updateTable('inboundMail')
      .set({ settledAt: app.now(), settledBy: actor.id })
      .where('id', '=', id)
      .execute()
    await note(tx, app.now(), actor.id, 'mail.letter-settled', id)
  })
}

/**
 * Takes a letter off the list that was understood as an answer and is kept as that, in a transaction that has locked it: what
 * it says is not kept twice.
 */
export async function settleReply(app: App, tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('inboundMail')
    .set({ settledAt: app.now(), fromAddress: '', fromName: '', subject: '', text: '' })
    .where('id', '=', id)
    .execute()
}

/**
 * Takes the holder of the link off its list, at once. The link is the proof: no sign-in is needed.
 *
 * @returns the list that was left
 * @throws NotFound `bad-unsubscribe-link`
 */
export async function leave(app: App, token: string): Promise<string> {
  const leaving = leavingOf(app, token)
  await leaveList(app, app.db, leaving)
  return leaving.list
}

/** Puts the holder of the link back on its list. @throws NotFound `bad-unsubscribe-link` */
export async function rejoin(app: App, token: string): Promise<string> {
  const leaving = leavingOf(app, token)
  await rejoinList(app.db, leaving)
  return leaving.list
}

/** Who a link speaks for. @throws NotFound `bad-unsubscribe-link` */
export function leavingOf(app: App, token: string) {
  const leaving = readUnsubscribeToken(app, token)
  if (!leaving) throw new NotFound('bad-unsubscribe-link')
  return leaving
}
