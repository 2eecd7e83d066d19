import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { recallMails } from '../../../platform/mail/index.ts'
import { pausedSince } from '../../../platform/network/index.ts'
import { hashOf } from '../../../platform/secret.ts'
import { takesComments, type Why } from '../comment.ts'
import { addressLimit } from '../limits.ts'
import { commentedPostById, ruleOf } from '../queries/post.ts'
import { mostLetters, tidy, tidyName } from '../text.ts'
import { judge } from './judging.ts'
import { learn } from './learning.ts'
import { takeBack } from './own.ts'
import { replyKey } from './telling.ts'

/** What somebody wrote on another server in answer to a post, or to a comment under it. */
export type Reply = {
  postId: string
  parentId: string | null
  name: string
  /** As people type it there, and the page of whoever wrote it. */
  handle: string
  profile: string
  text: string
  /** The same whenever it comes again. */
  once: string
}

/**
 * Takes a comment that was written elsewhere, in the transaction of whoever brings it; they ask whether it is from whom it says.
 * It waits for an editor, whatever the rule for others. It has no address: nobody is written to because of it.
 *
 * @returns its id; null where it says nothing, where the post takes no comments, or its writer sends more than people do
 * @throws NotFound `no-such-post`
 */
export async function takeReply(app: App, tx: Tx, reply: Reply): Promise<string | null> {
  const { postId, parentId, handle, profile, once } = reply
  const post = await commentedPostById(tx, app.now(), postId)
  const text = tidy(excerptOf(reply.text))
  const isClosed = (await pausedSince(tx)) !== null || !takesComments(post, await ruleOf(tx), app.now())
  if (text === '' || isClosed || (await isFlood(app, tx, profile))) return null
  const { score, reasons, textHash } = await judged(app, tx, text)
  const row = await tx
    .insertInto('comment')
    .values({
      ...{ postId, parentId, handle, profile, text, textHash, score, locale: post.locale },
      ...{
        name: tidyName(reply.name).slice(0, mostLetters.name).trim() || handle.slice(0, mostLetters.name),
      },
      ...{ sentAt: app.now(), state: 'waiting', stateAt: app.now() },
      ...{ reasons: JSON.stringify(reasons), onceHash: hashOf(once) },
    })
    .onConflict((conflict) => conflict.column('onceHash').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** What is longer than a comment may be is cut, and says so. */
const excerptOf = (text: string) =>
  text.length > mostLetters.text ? `${[...text].slice(0, mostLetters.text - 200).join('')} …` : text

async function isFlood(app: App, tx: Tx, profile: string): Promise<boolean> {
  const { count } = await tx
    .selectFrom('comment')
    .where('profile', '=', profile)
    .where('sentAt', '>', new Date(app.now().getTime() - addressLimit.minutes * 60_000))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count >= addressLimit.count
}

/** It waits in any case; what else speaks against it is said with it. */
async function judged(app: App, tx: Tx, text: string, except?: string) {
  const sender = { email: '', isEditor: false, isProven: false }
  const { reasons, ...judgement } = await judge(app, tx, { text, ...sender, ...(except && { except }) })
  const others = reasons.why.filter((one) => one === 'links' || one === 'repeated')
  const why: Why[] = ['elsewhere', ...others]
  return { ...judgement, reasons: { ...reasons, why } }
}

/** What its writer says now in its place: it waits again, so that nobody lets appear what they have not read. */
export async function changeReply(app: App, tx: Tx, id: string, said: string): Promise<void> {
  const text = tidy(excerptOf(said))
  const comment = await lockedReply(tx, id)
  if (!comment || text === '' || comment.text === text) return
  await learn(tx, [comment], null)
  const { score, reasons, textHash } = await judged(app, tx, text, id)
  // Spam and what was removed stay where they are.
  const waits = { state: 'waiting', stateAt: app.now(), stateBy: null, toldAt: null }
  await tx
    .updateTable('comment')
    .set({
      ...{ text, textHash, score, reasons: JSON.stringify(reasons), changedAt: app.now() },
      ...{ revision: comment.revision + 1 },
      ...(comment.state === 'shown' && waits),
    })
    .where('id', '=', id)
    .execute()
  await recallMails(tx, [replyKey(id)])
}

/** Takes back what its writer has taken back: text and name are forgotten at once; answers to it stay. */
export async function takeReplyBack(app: App, tx: Tx, id: string): Promise<void> {
  if (await lockedReply(tx, id)) await takeBack(app, tx, id)
}

const lockedReply = (tx: Tx, id: string) =>
  tx
    .selectFrom('comment')
    .where('id', '=', id)
    .where('state', '<>', 'withdrawn')
    .select(['id', 'text', 'email', 'learned', 'revision', 'state'])
    .forUpdate()
    .executeTakeFirst()
