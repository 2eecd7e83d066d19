import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { openCampaign, sendAllOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { lockedRound, phaseOf, type Round } from '../../rounds/index.ts'
import { callEmail } from '../emails.ts'
import { mayExportSubscribers, mayTellOfCalls } from '../policy.ts'
import { type Kept, keptSubscribers, waitingFor } from '../queries.ts'

/**
 * Tells everyone who waits for the next call that a round is open for applications, once; those who have applied
 * already get nothing. Done again, it writes to those who said yes since.
 *
 * @returns how many emails were queued
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `call-not-open`; `nobody-to-tell`
 */
export async function tellOfCall(app: App, actor: Actor, code: string): Promise<number> {
  allow(mayTellOfCalls(actor))
  return app.db.transaction().execute(async (tx) => {
    const round = await lockedRound(tx, actor, code)
    if (phaseOf(round, app.now()) !== 'applying') throw new Conflict('call-not-open', { code: round.code })
    const waiting = await waitingFor(tx, round.id)
    const toTell = waiting.filter(({ hasApplied }) => !hasApplied)
    if (toTell.length === 0) throw new Conflict('nobody-to-tell')
    const campaignId = await campaignOf(app, tx, actor, round)
    const occasion = { app, round, campaignId, network: await networkIn(app, tx) }
    const told = await sendAllOnce(
      app,
      tx,
      toTell.map((to) => ({ key: `call:${round.id}:${to.id}`, email: callEmail(to, occasion) })),
    )
    await tx
      .updateTable('subscriber')
      .set({ toldOf: round.id, toldAt: app.now() })
      .where(
        'id',
        'in',
        waiting.map(({ id }) => id),
      )
      .execute()
    await note(tx, app.now(), actor.id, 'call.told', round.id, { told })
    return told
  })
}

/** What is told of one call belongs together, however often it is told. */
async function campaignOf(app: App, tx: Tx, actor: Actor, round: Round): Promise<string> {
  const key = `call:${round.id}`
  const open = await tx.selectFrom('mailCampaign').where('key', '=', key).select('id').executeTakeFirst()
  return open?.id ?? openCampaign(app, tx, { key, kind: 'call', roundId: round.id, createdBy: actor.id })
}

/** All who are on the list, with their consent. Noted in the journal. @throws Forbidden unless a director asks */
export async function exportSubscribers(app: App, actor: Actor): Promise<Kept[]> {
  allow(mayExportSubscribers(actor))
  return app.db.transaction().execute(async (tx) => {
    const all = await keptSubscribers(tx)
    await note(tx, app.now(), actor.id, 'subscribers.exported', null, { people: all.length })
    return all
  })
}
