import type { Db, Tx } from '../../../db/index.ts'
import { isUuid } from '../../../platform/ids.ts'
import { answerPath, notePath } from '../paths.ts'

/** Something of ours that a message from elsewhere is about: a post, or a comment under it. */
export type Ours = { postId: string; commentId: string | null }

/** @returns undefined for what is not ours, or was never told of */
export async function oursAt(db: Db | Tx, origin: string, address: string): Promise<Ours | undefined> {
  const idBehind = (path: string) =>
    address.startsWith(origin + path) ? address.slice(origin.length + path.length) : ''
  const [postId, commentId] = [idBehind(notePath('')), idBehind(answerPath(''))]
  if (isUuid(postId)) return toldPost(db, postId)
  if (isUuid(commentId)) return answer(db, commentId)
  return reply(db, address)
}

const toldPost = async (db: Db | Tx, postId: string): Promise<Ours | undefined> => {
  const row = await db
    .selectFrom('fediversePost')
    .where('postId', '=', postId)
    .where('endedAt', 'is', null)
    .select('postId')
    .executeTakeFirst()
  return row && { postId, commentId: null }
}

/** An answer that was written on the blog, of which somebody elsewhere was told. */
const answer = (db: Db | Tx, commentId: string): Promise<Ours | undefined> =>
  db
    .selectFrom('fediverseAnswer')
    .innerJoin('comment', 'comment.id', 'fediverseAnswer.commentId')
    .where('commentId', '=', commentId)
    .where('endedAt', 'is', null)
    .select(['comment.postId', 'commentId'])
    .executeTakeFirst()

/** What somebody wrote elsewhere and is a comment here. */
const reply = (db: Db | Tx, address: string): Promise<Ours | undefined> =>
  db
    .selectFrom('fediverseReply')
    .innerJoin('comment', 'comment.id', 'fediverseReply.commentId')
    .where('address', '=', address)
    .where('comment.state', 'in', ['shown', 'waiting'])
    .select(['comment.postId', 'commentId'])
    .executeTakeFirst()
