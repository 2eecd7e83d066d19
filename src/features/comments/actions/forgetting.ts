import type { App } from '../../../platform/app.ts'
import { daysBefore } from '../../../platform/days.ts'
import { keptDays } from '../own-data.ts'

/** Lets go of what is needed no more: networks after a week, addresses after a year. The comments stay. */
export async function forgetSenders(app: App): Promise<void> {
  const before = (days: number) => daysBefore(app.now(), days)
  await app.db
    .updateTable('comment')
    .set({ networkHash: null })
    .where('networkHash', 'is not', null)
    .where('sentAt', '<', before(keptDays.network))
    .execute()
  await app.db
    .updateTable('comment')
    .set({ email: null, emailKey: null, followsSince: null })
    .where('emailKey', 'is not', null)
    .where('sentAt', '<', before(keptDays.address))
    .execute()
}
