import type { Db, Tx } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { locales } from '../../../platform/words.ts'
import type { CommentState } from '../comment.ts'
import { words } from '../words.ts'

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
  /** Its sender had name and address erased; the text stayed. */
  isNameless: boolean
}

/** @throws NotFound `no-such-comment` for one that is gone, or was taken back */
export async function ownComment(db: Db | Tx, id: string | null): Promise<Own> {
  const row =
    id === null
      ? undefined
      : await db
          .selectFrom('comment')
          .where('id', '=', id)
          .select([
            'id',
            'number',
            'postId',
            'name',
            'text',
            'revision',
            'state',
            'sentAt',
            'followsSince',
            'emailKey',
          ])
          .executeTakeFirst()
  if (!row) throw new NotFound('no-such-comment')
  const { emailKey, ...comment } = row
  const isNameless = emailKey === null && isNameOfNobody(row.name)
  return { ...comment, state: row.state as CommentState, isNameless }
}

/** What stands for a name that was erased; an address alone is forgotten after a year. */
const isNameOfNobody = (name: string): boolean =>
  locales.some((locale) => words(locale)('gone.name') === name)
