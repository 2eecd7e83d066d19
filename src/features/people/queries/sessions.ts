import type { Db } from '../../../db/index.ts'

export type OwnSession = {
  id: string
  tokenHash: string
  userAgent: string | null
  createdAt: Date
  lastSeenAt: Date
}

/** Where a person is signed in, the last used first. */
export const sessionsOf = (db: Db, personId: string): Promise<OwnSession[]> =>
  db
    .selectFrom('session')
    .select(['id', 'tokenHash', 'userAgent', 'createdAt', 'lastSeenAt'])
    .where('personId', '=', personId)
    .orderBy('lastSeenAt', 'desc')
    .orderBy('id')
    .execute()
