import { createHash } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { chunks } from '../../../platform/chunks.ts'
import { dayMs } from '../../../platform/days.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { hashOf } from '../../../platform/secret.ts'
import { keptDays } from '../own-data.ts'
import { folded } from '../text.ts'

/** A comment that stood under a post elsewhere. */
export type BroughtComment = {
  id: string
  parentId: string | null
  personId: string | null
  name: string
  /** Empty for none. */
  email: string
  text: string
  at: Date
  state: 'shown' | 'waiting'
  locale: string
  /** Its number in WordPress, where it had an anchor by that; null for all others. */
  formerly: string | null
  /** The same whenever it comes again. */
  once: string
}

/**
 * Puts comments under a post that was brought in, in the transaction of whoever brings it; they ask who may. Nobody is told of
 * them, an address that would be forgotten by now is not kept, and none speaks for its sender.
 *
 * @param comments each after the one that it answers
 */
export async function bringComments(
  app: App,
  tx: Tx,
  postId: string,
  comments: readonly BroughtComment[],
): Promise<void> {
  for (const some of chunks(comments))
    await tx
      .insertInto('comment')
      .values(some.map((comment) => rowOf(app.now(), postId, comment)))
      .execute()
}

function rowOf(now: Date, postId: string, { once, at, email, ...comment }: BroughtComment) {
  const isForgotten = email === '' || now.getTime() - at.getTime() > keptDays.address * dayMs
  return {
    ...comment,
    ...{ postId, sentAt: at, stateAt: now, toldAt: now, score: 0 },
    ...{ email: isForgotten ? null : email, emailKey: isForgotten ? null : emailKey(email) },
    reasons: JSON.stringify({ why: [], weights: [] }),
    textHash: createHash('sha256').update(folded(comment.text)).digest(),
    onceHash: hashOf(once),
  }
}
