import type { Db } from '../../../db/index.ts'
import { freshHours, type MadeBackup } from '../backup.ts'

/** A backup as the network remembers it, with its last trial. */
export type Remembered = Omit<MadeBackup, 'version'> & {
  checkedAt: Date | null
  problem: string | null
  detail: unknown
}

/** The newest backups, newest first. */
export const newestBackups = (db: Db, atMost: number): Promise<Remembered[]> =>
  remembered(db).orderBy('madeAt', 'desc').limit(atMost).execute()

/** The newest backup that was restored in a trial and found sound. */
export const newestVerified = (db: Db): Promise<Remembered | undefined> =>
  remembered(db)
    .where('check.checkedAt', 'is not', null)
    .where('check.problem', 'is', null)
    .orderBy('madeAt', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Whether the newest verified backup is of the last 26 hours. */
export async function isFresh(db: Db, now: Date): Promise<boolean> {
  const newest = await newestVerified(db)
  return newest !== undefined && newest.madeAt.getTime() > now.getTime() - freshHours * 3_600_000
}

/** Since when there has been anything to lose: when the first person came. */
export async function inUseSince(db: Db): Promise<Date | null> {
  const { since } = await db
    .selectFrom('person')
    .select((eb) => eb.fn.min<Date | null>('createdAt').as('since'))
    .executeTakeFirstOrThrow()
  return since
}

const remembered = (db: Db) =>
  db
    .selectFrom('backup')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('backupCheck')
          .select(['checkedAt', 'problem', 'detail'])
          .whereRef('backupName', '=', 'backup.name')
          .orderBy('checkedAt', 'desc')
          .limit(1)
          .as('check'),
      (join) => join.onTrue(),
    )
    .select(['name', 'place', 'madeAt', 'backup.tookMs', 'bytes', 'rowCount', 'encrypted'])
    .select(['check.checkedAt', 'check.problem', 'check.detail'])
