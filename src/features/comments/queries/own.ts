import type { Db, Tx } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { CommentState } from '../comment.ts'

/** A comment as its sender sees it. */
export type Own = {
  id: string
  number: number
  postId: string
  name: string
  text: string
  revision: number
  state: CommentState
  sentAt: Date
  followsSince: Date | null
}

/** @throws NotFound `no-such-comment` for one that is gone, or was taken back */
export async function ownComment(db: Db | Tx, id: string | null): Promise<Own> {
  const row =
    id === null
      ? undefined
      : await db
          .selectFrom('comment')
          .where('id', '=', id)
          .select(['id', 'number', 'postId', 'name', 'text', 'revision', 'state', 'sentAt', 'followsSince'])
          .executeTakeFirst()
  if (!row) throw new NotFound('no-such-comment')
  return { ...row, number: row.number, state: row.state as CommentState }
}
