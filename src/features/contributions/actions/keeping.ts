import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import type { Word } from '../queries/contributions.ts'

type Said = { id: string; kind: Word['kind']; text: string; postRevision?: number }

/** Keeps what was said of a contribution, and on which occasion. @param byId null for its author */
export async function keepWord(
  app: App,
  tx: Tx,
  byId: string | null,
  { id, kind, text, postRevision }: Said,
) {
  await tx
    .insertInto('contributionWord')
    .values({ contributionId: id, at: app.now(), byId, kind, text, postRevision: postRevision ?? null })
    .execute()
}

/** Whether the very same is the last that was said: whoever presses a button twice says it once. @param byId null for its author */
export async function isSaidAlready(
  tx: Tx,
  byId: string | null,
  { id, kind, text, postRevision }: Said,
): Promise<boolean> {
  const last = await tx
    .selectFrom('contributionWord')
    .where('contributionId', '=', id)
    .where('kind', kind === 'note' ? '=' : '<>', 'note')
    .select(['byId', 'kind', 'text', 'postRevision'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return isDeepStrictEqual(last, { byId, kind, text, postRevision: postRevision ?? null })
}
