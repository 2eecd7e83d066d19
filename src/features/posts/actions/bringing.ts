import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import type { Part } from '../stage.ts'
import { changePost, type PostText, startPost } from './writing.ts'

/** Where a text that came from elsewhere belongs, and since when it has been read there. */
export type Brought = {
  byId: string | null
  /** What its address should say. */
  wished: string
  roundId: string | null
  /** The fortnight of its round to which it belongs; null for none. */
  fortnight: number | null
  part: Part | null
  /** The same for the posts that say the same in several languages; null for one that stands alone. */
  translationGroup: string | null
  /** Since when it has been public, never in the time to come; null for a draft. */
  publishAt: Date | null
  /** When it was changed last. */
  changedAt: Date | null
}

/**
 * Makes a post of a text that came out elsewhere, with the day on which it did; who brings it in asks who may. It is told to
 * nobody as news.
 */
export async function bringPost(
  app: App,
  tx: Tx,
  text: PostText,
  { publishAt, changedAt, ...origin }: Brought,
): Promise<string> {
  const { id } = await startPost(app, tx, text, { ...origin, stage: 'drafting' })
  const now = app.now()
  const isOld = changedAt !== null && changedAt <= now
  await tx
    .updateTable('post')
    .set({ publishAt, broughtAt: now, ...(isOld ? { updatedAt: changedAt } : {}) })
    .where('id', '=', id)
    .execute()
  return id
}

/** Says anew what a post says that was brought in before. @returns the number of its text @throws as `changePost` does */
export const bringAgain = (
  app: App,
  tx: Tx,
  id: string,
  { text, byId, wished }: { text: PostText; byId: string | null; wished: string },
): Promise<number> => changePost(app, tx, id, { text, byId, wished, basedOn: null, kind: 'saved' })
