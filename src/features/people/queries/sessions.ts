import type { Db } from '../../../db/index.ts'
import { changesKeptMs } from '../address-change.ts'
import { keptForMs } from '../kept-form.ts'
import { memberLimits } from '../session.ts'

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

const oneDayMs = 24 * 60 * 60_000

/** Deletes sessions that are over for everyone, and the day before's requests for links and kept forms, and old changes of address. */
export async function forgetOldSignIns(db: Db, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms)
  await db
    .deleteFrom('session')
    .where((session) =>
      session.or([
        session('lastSeenAt', '<', before(memberLimits.idleMs)),
        session('createdAt', '<', before(memberLimits.wholeMs)),
      ]),
    )
    .execute()
  await db.deleteFrom('keptForm').where('keptAt', '<', before(keptForMs)).execute()
  await db.deleteFrom('addressChange').where('changedAt', '<', before(changesKeptMs)).execute()
  await db.deleteFrom('signInRequest').where('requestedAt', '<', before(oneDayMs)).execute()
}
