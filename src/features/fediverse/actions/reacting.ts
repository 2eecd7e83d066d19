import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { oursAt } from '../queries/ours.ts'
import type { Message } from '../schema/messages.ts'
import type { Account } from './accounts.ts'

/** Somebody likes a post, or passes it on: counted once, however often they say so. @returns what became of it */
export async function react(
  app: App,
  tx: Tx,
  account: Account,
  { type, id, object }: Extract<Message, { type: 'Like' | 'Announce' }>,
): Promise<string> {
  const ours = await oursAt(tx, app.origin, object)
  if (!ours || ours.commentId !== null) return 'ignored'
  const kind = type === 'Like' ? 'like' : 'share'
  await tx
    .insertInto('fediverseReaction')
    .values({ address: id, accountId: account.id, postId: ours.postId, kind, at: app.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return 'counted'
}

export async function takeReactionBack(tx: Tx, account: Account, address: string): Promise<string> {
  const { numDeletedRows } = await tx
    .deleteFrom('fediverseReaction')
    .where('accountId', '=', account.id)
    .where('address', '=', address)
    .executeTakeFirst()
  return numDeletedRows > 0n ? 'taken-back' : 'ignored'
}
