import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { deliverSoon } from '../jobs/deliver.ts'
import type { Json } from '../speaking/json.ts'

/** Something that a channel says. @param once names it: it is said once, whoever says it how often */
export type Sending = { once: string; channelId: string; json: Json }

/** Says something to all who follow one of these channels, each server once. @returns to how many inboxes */
export async function sayToFollowers(
  app: App,
  tx: Tx,
  sending: Sending,
  channelIds: readonly string[],
): Promise<number> {
  const inboxes = sql`
    select distinct coalesce(account.shared_inbox, account.inbox) as inbox, account.host
      from fediverse_follower follower
      join fediverse_account account on account.id = follower.account_id
      join fediverse_server server on server.host = account.host
     where follower.channel_id = any(${[...channelIds]}::uuid[])
       and account.blocked_at is null and server.blocked_at is null`
  return say(app, tx, sending, inboxes)
}

/** Says something to one account. */
export const sayTo = (app: App, tx: Tx, sending: Sending, accountId: string): Promise<number> =>
  say(
    app,
    tx,
    sending,
    sql`select account.inbox, account.host from fediverse_account account
         join fediverse_server server on server.host = account.host
        where account.id = ${accountId} and account.blocked_at is null and server.blocked_at is null`,
  )

async function say(
  app: App,
  tx: Tx,
  { once, channelId, json }: Sending,
  inboxes: ReturnType<typeof sql>,
): Promise<number> {
  const said = await tx
    .insertInto('fediverseSending')
    .values({ once, channelId, body: JSON.stringify(json), madeAt: app.now() })
    .onConflict((conflict) => conflict.column('once').doNothing())
    .returning(['id', 'number'])
    .executeTakeFirst()
  if (!said) return 0
  const { numAffectedRows } = await sql`
    insert into fediverse_delivery (sending_id, number, host, inbox, next_try_at)
    select ${said.id}, ${said.number}, host, inbox, ${app.now()} from (${inboxes}) to_whom`.execute(tx)
  const count = Number(numAffectedRows ?? 0)
  if (count > 0) await enqueue(app, tx, deliverSoon, {})
  return count
}
