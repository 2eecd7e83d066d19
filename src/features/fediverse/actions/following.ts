import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { allChannels } from '../queries/channels.ts'
import type { Message } from '../schema/messages.ts'
import { addressOf } from '../speaking/channel.ts'
import { acceptJson } from '../speaking/notes.ts'
import type { Account } from './accounts.ts'
import { sayTo } from './sending.ts'

/**
 * Somebody follows a channel from now on, and is told that they do, also while the network is paused: they then hear of what
 * comes after it. Asked once more, as after their server lost it, they are told once more.
 *
 * @returns what became of it
 */
export async function follow(
  app: App,
  tx: Tx,
  account: Account,
  { id, object }: Extract<Message, { type: 'Follow' }>,
): Promise<string> {
  const channel = (await allChannels(tx)).find((one) => addressOf(app.origin, one).href === object)
  if (!channel || channel.movedTo !== null) return 'ignored'
  const row = { channelId: channel.id, accountId: account.id, followAddress: id, followedAt: app.now() }
  await tx
    .insertInto('fediverseFollower')
    .values(row)
    .onConflict((conflict) => conflict.columns(['channelId', 'accountId']).doUpdateSet({ followAddress: id }))
    .execute()
  const json = await acceptJson({ origin: app.origin, channel }, { address: id, by: account.address })
  await sayTo(
    app,
    tx,
    { once: `accept:${id} ${app.now().toISOString()}`, channelId: channel.id, json },
    account.id,
  )
  return 'following'
}

/**
 * Somebody follows no more. Messages overtake each other: only what takes back the last follow ends it.
 *
 * @param address of the follow that is taken back; null for all of theirs
 */
export async function unfollow(tx: Tx, account: Account, address: string | null): Promise<string> {
  const { numDeletedRows } = await tx
    .deleteFrom('fediverseFollower')
    .where('accountId', '=', account.id)
    .$if(address !== null, (all) => all.where('followAddress', '=', address ?? ''))
    .executeTakeFirst()
  return numDeletedRows > 0n ? 'not-following' : 'ignored'
}
