import type { Db } from '../../../db/index.ts'
import { addDays, dayIn } from '../../../platform/days.ts'
import { keptForDays } from '../draft.ts'

/** Forgets what was begun and never sent, once the deadline is long past; and to whom emails went the day before. */
export async function forgetDrafts(db: Db, now: Date): Promise<void> {
  const before = (days: number) => new Date(`${addDays(dayIn(now), -days)}T00:00:00Z`)
  await db
    .deleteFrom('applicationDraft')
    .where('sentAt', 'is', null)
    .where('roundId', 'in', (eb) =>
      eb.selectFrom('round').select('id').where('applyUntil', '<', before(keptForDays)),
    )
    .execute()
  await db.deleteFrom('draftMail').where('mailedAt', '<', before(1)).execute()
}
