import type { Db } from '../../../db/index.ts'

/** How a post was put right, as editors see it. */
export type Correction = { revision: number; said: string; at: Date; by: string | null }

/** The newest first. */
export const correctionsOf = (db: Db, postId: string): Promise<Correction[]> =>
  db
    .selectFrom('postCorrection')
    .leftJoin('person', 'person.id', 'postCorrection.byId')
    .select(['postCorrection.revision', 'said', 'at', 'person.name as by'])
    .where('postId', '=', postId)
    .orderBy('at', 'desc')
    .orderBy('postCorrection.revision', 'desc')
    .execute()
