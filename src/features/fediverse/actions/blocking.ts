import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import { removeWaiting } from '../../comments/index.ts'
import type { Actor } from '../../people/index.ts'
import { mayBlock } from '../policy.ts'
import { keepServer, lockServers } from './accounts.ts'

/** A server by its host, or one account by what people type: `@ada@server.example`. */
export type Kept = { host: string; handle: string | null }

/**
 * Keeps a server away, or one account: nothing is taken from there and nothing is sent, also of what is on its way. Its followers
 * go. What they wrote stays where an editor has let it appear; what waits is removed, and what the server reports is settled.
 *
 * @throws Forbidden unless an editor asks
 * @throws Conflict `own-server` for ours
 * @returns whether there was anything to keep away: an account that we know, or any server
 */
export async function block(app: App, actor: Actor, { host, handle }: Kept): Promise<boolean> {
  allow(mayBlock(actor))
  if (host === new URL(app.origin).host) throw new Conflict('own-server')
  return app.db.transaction().execute(async (tx) => {
    const blocked = { blockedAt: app.now(), blockedBy: actor.id }
    await keepServer(tx, host)
    await lockServers(tx, [host])
    const ids = await accountsOf(tx, { host, handle })
    if (handle !== null && ids.length === 0) return false
    if (handle === null)
      await tx.updateTable('fediverseServer').set(blocked).where('host', '=', host).execute()
    else await tx.updateTable('fediverseAccount').set(blocked).where('id', 'in', ids).execute()
    if (ids.length > 0) await tx.deleteFrom('fediverseFollower').where('accountId', 'in', ids).execute()
    await stopSending(app, tx, handle === null ? ofServer(host) : ofAccounts(ids))
    if (handle === null) await settleReports(app, tx, actor, host)
    await removeWaiting(app, tx, actor, await repliesOf(tx, ids))
    await note(tx, app.now(), actor.id, 'fediverse.blocked', null, { who: handle ?? host })
    return true
  })
}

async function accountsOf(tx: Tx, { host, handle }: Kept): Promise<string[]> {
  const rows = await tx
    .selectFrom('fediverseAccount')
    .where('host', '=', host)
    .$if(handle !== null, (all) => all.where((eb) => eb(eb.fn('lower', ['handle']), '=', handle ?? '')))
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

const ofServer = (host: string) => sql<boolean>`host = ${host}`

/** What goes to their inboxes; where all of a server have one, only once nobody else there reads it. */
const ofAccounts = (ids: readonly string[]) => sql<boolean>`
  exists (select from fediverse_account account where account.id = any(${[...ids]}::uuid[])
    and fediverse_delivery.inbox in (account.inbox, account.shared_inbox))
  and not exists (select from fediverse_follower follower join fediverse_account other on other.id = follower.account_id
    where fediverse_delivery.inbox = coalesce(other.shared_inbox, other.inbox))`

const stopSending = (app: App, tx: Tx, which: RawBuilder<boolean>) =>
  tx
    .updateTable('fediverseDelivery')
    .set({ state: 'given-up', endedAt: app.now(), leasedUntil: null, error: 'blocked' })
    .where('state', '=', 'waiting')
    .where(which)
    .execute()

const settleReports = (app: App, tx: Tx, actor: Actor, host: string) =>
  tx
    .updateTable('fediverseReport')
    .set({ settledAt: app.now(), settledBy: actor.id })
    .where('host', '=', host)
    .where('settledAt', 'is', null)
    .execute()

async function repliesOf(tx: Tx, accountIds: readonly string[]): Promise<string[]> {
  if (accountIds.length === 0) return []
  const rows = await tx
    .selectFrom('fediverseReply')
    .where('accountId', 'in', accountIds)
    .select('commentId')
    .execute()
  return rows.map(({ commentId }) => commentId)
}

/** Lets a server, or an account, in again; it must follow anew. @throws Forbidden unless an editor asks */
export async function unblock(app: App, actor: Actor, { host, handle }: Kept): Promise<void> {
  allow(mayBlock(actor))
  await app.db.transaction().execute(async (tx) => {
    const free = { blockedAt: null, blockedBy: null }
    if (handle === null) await tx.updateTable('fediverseServer').set(free).where('host', '=', host).execute()
    else {
      const ids = await accountsOf(tx, { host, handle })
      if (ids.length > 0) await tx.updateTable('fediverseAccount').set(free).where('id', 'in', ids).execute()
    }
    await note(tx, app.now(), actor.id, 'fediverse.unblocked', null, { who: handle ?? host })
  })
}
