import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { forgottenAfter, type Outcome, patience, pauseAfter, silence } from '../delivery.ts'
import type { Leased } from '../queries/deliveries.ts'
import { lockServers } from './accounts.ts'

/** A delivery that was tried, and what came of it. */
export type Tried = { one: Leased; outcome: Outcome }

type Later = { one: Leased; outcome: Extract<Outcome, { is: 'later' }> }

/**
 * Notes what became of deliveries, of all in one go. One that was ended meanwhile, by another worker or by an editor who keeps
 * its server away, stays as it is.
 *
 * @returns how many arrived
 */
export async function settle(app: App, tried: readonly Tried[]): Promise<number> {
  if (tried.length === 0) return 0
  const of = (is: Outcome['is']) => tried.filter(({ outcome }) => outcome.is === is).map(({ one }) => one)
  const later = tried.filter((one): one is Later => one.outcome.is === 'later')
  return app.db.transaction().execute(async (tx) => {
    await lockServers(
      tx,
      tried.map(({ one }) => one.host),
    )
    const arrived = await arrive(app, tx, of('sent'))
    await forgetInboxes(app, tx, of('gone'))
    await putOff(app, tx, later)
    const reached = new Set(of('sent').map(({ host }) => host))
    await noteFailures(
      app,
      tx,
      later.filter(({ one, outcome }) => outcome.isTheirs && !reached.has(one.host)),
    )
    return arrived
  })
}

async function arrive(app: App, tx: Tx, sent: readonly Leased[]): Promise<number> {
  if (sent.length === 0) return 0
  const { numUpdatedRows } = await tx
    .updateTable('fediverseDelivery')
    .set({ state: 'sent', error: null, endedAt: app.now(), leasedUntil: null })
    .where(
      'id',
      'in',
      sent.map(({ id }) => id),
    )
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('fediverseServer')
    .set({ failingSince: null, nextTryAt: null })
    .where('host', 'in', hostsOf(sent))
    .where('failingSince', 'is not', null)
    .execute()
  return Number(numUpdatedRows)
}

const hostsOf = (all: readonly Leased[]) => [...new Set(all.map(({ host }) => host))]

/** Nobody reads these inboxes any more: nothing is sent there again. */
async function forgetInboxes(app: App, tx: Tx, gone: readonly Leased[]): Promise<void> {
  if (gone.length === 0) return
  const inboxes = gone.map(({ inbox }) => inbox)
  await tx
    .updateTable('fediverseDelivery')
    .set({ state: 'given-up', error: 'HTTP 410', endedAt: app.now(), leasedUntil: null })
    .where('inbox', 'in', inboxes)
    .where('state', '=', 'waiting')
    .execute()
  await forgetFollowers(tx, sql<boolean>`inbox = any(${inboxes}) or shared_inbox = any(${inboxes})`)
}

/** They are tried again in their turn, each later than before, until it would be too late. */
async function putOff(app: App, tx: Tx, later: readonly Later[]): Promise<void> {
  if (later.length === 0) return
  const now = app.now()
  const rows = later.map(({ one, outcome }) => {
    const nextTryAt = new Date(now.getTime() + pauseAfter(one.tries))
    const isOver = nextTryAt.getTime() - one.madeAt.getTime() > patience
    return { id: one.id, nextTryAt, error: outcome.error, isOver }
  })
  await sql`
    update fediverse_delivery delivery
       set state = case when later."isOver" then 'given-up' else 'waiting' end,
           ended_at = case when later."isOver" then ${now}::timestamptz end,
           next_try_at = later."nextTryAt", error = later.error, leased_until = null
      from jsonb_to_recordset(${JSON.stringify(rows)})
           as later (id uuid, "nextTryAt" timestamptz, error text, "isOver" boolean)
     where delivery.id = later.id and delivery.state = 'waiting'`.execute(tx)
  const unheard = later.filter(({ outcome }) => outcome.error === 'HTTP 401').map(({ one }) => one)
  if (unheard.length > 0)
    await tx
      .updateTable('fediverseServer')
      .set({ signedAnewAt: null })
      .where('host', 'in', hostsOf(unheard))
      .execute()
}

/**
 * A server that nothing reaches is left alone for longer and longer, and forgotten after weeks in which it was tried: what failed
 * before a long silence says nothing of it.
 */
async function noteFailures(app: App, tx: Tx, failed: readonly Later[]): Promise<void> {
  if (failed.length === 0) return
  const now = app.now()
  const tries = new Map<string, number>()
  for (const { one } of failed) tries.set(one.host, Math.max(one.tries, tries.get(one.host) ?? 0))
  const rows = [...tries].map(([host, count]) => ({
    host,
    nextTryAt: new Date(now.getTime() + pauseAfter(count)),
  }))
  const { rows: servers } = await sql<{ host: string; since: Date }>`
    update fediverse_server server
       set failing_since = case when server.next_try_at > ${new Date(now.getTime() - silence)}
             then coalesce(server.failing_since, ${now}) else ${now} end,
           next_try_at = failed."nextTryAt"
      from jsonb_to_recordset(${JSON.stringify(rows)}) as failed (host text, "nextTryAt" timestamptz)
     where server.host = failed.host
    returning server.host, server.failing_since as since`.execute(tx)
  const isLost = (since: Date) => now.getTime() - since.getTime() >= forgottenAfter
  const lost = servers.filter(({ since }) => isLost(since)).map(({ host }) => host)
  if (lost.length > 0) await forgetFollowers(tx, sql<boolean>`host = any(${lost})`)
}

const forgetFollowers = (tx: Tx, ofAccounts: RawBuilder<boolean>) =>
  tx
    .deleteFrom('fediverseFollower')
    .where('accountId', 'in', (eb) => eb.selectFrom('fediverseAccount').select('id').where(ofAccounts))
    .execute()
