import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { changeReply, takeReply, takeReplyBack } from '../../comments/index.ts'
import { allChannels } from '../queries/channels.ts'
import { oursAt } from '../queries/ours.ts'
import type { Reply } from '../schema/messages.ts'
import { addressOf } from '../speaking/channel.ts'
import type { Account } from './accounts.ts'

/**
 * What somebody wrote elsewhere in answer to a post, or to a comment, becomes a comment that waits for an editor. What was not
 * written for everyone does not.
 *
 * @returns what became of it
 */
export async function takeTheirReply(app: App, tx: Tx, account: Account, reply: Reply): Promise<string> {
  if (!isTheirs(account, reply) || reply.answers === null) return 'ignored'
  if (!reply.isPublic) return 'private'
  const ours = await oursAt(tx, app.origin, reply.answers)
  if (!ours) return 'ignored'
  const { name, handle, profile } = account
  const commentId = await takeReply(app, tx, {
    ...{ postId: ours.postId, parentId: ours.commentId, name, handle, profile },
    text: await textIn(app, tx, reply.html),
    once: `fediverse ${reply.address}`,
  })
  if (commentId === null) return 'declined'
  await tx
    .insertInto('fediverseReply')
    .values({ commentId, accountId: account.id, address: reply.address })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .execute()
  return 'waits'
}

/** A message speaks only for the one who sends it. */
const isTheirs = (account: Account, { by, address }: Reply) =>
  by === account.address && new URL(address).host === account.host

async function textIn(app: App, tx: Tx, html: string): Promise<string> {
  const channels = await allChannels(tx)
  const addresses = new Set(channels.map((channel) => addressOf(app.origin, channel).href))
  const { textOf } = await import('../reading.ts')
  return textOf(html, (href) => addresses.has(href) || href === `${app.origin}/`)
}

const ownReply = (tx: Tx, account: Account, address: string) =>
  tx
    .selectFrom('fediverseReply')
    .where('address', '=', address)
    .where('accountId', '=', account.id)
    .select('commentId')
    .executeTakeFirst()

/** What they say now in its place is what waits for an editor, or waits again. */
export async function changeTheirReply(app: App, tx: Tx, account: Account, reply: Reply): Promise<string> {
  const known = isTheirs(account, reply) ? await ownReply(tx, account, reply.address) : undefined
  if (!known) return 'ignored'
  // What is not for everyone any more is taken back.
  if (!reply.isPublic) return takeTheirReplyBack(app, tx, account, reply.address)
  await changeReply(app, tx, known.commentId, await textIn(app, tx, reply.html))
  return 'changed'
}

export async function takeTheirReplyBack(
  app: App,
  tx: Tx,
  account: Account,
  address: string,
): Promise<string> {
  const known = await ownReply(tx, account, address)
  if (!known) return 'ignored'
  await takeReplyBack(app, tx, known.commentId)
  await tx.deleteFrom('fediverseReply').where('commentId', '=', known.commentId).execute()
  return 'taken-back'
}

/** Somebody has deleted their account: all that came from them goes, and what was kept of them. */
export async function forgetAccount(app: App, tx: Tx, account: Account): Promise<string> {
  const replies = await tx
    .selectFrom('fediverseReply')
    .where('accountId', '=', account.id)
    .select('commentId')
    .execute()
  for (const { commentId } of replies) await takeReplyBack(app, tx, commentId)
  await tx.deleteFrom('fediverseAccount').where('id', '=', account.id).execute()
  return 'forgotten'
}
