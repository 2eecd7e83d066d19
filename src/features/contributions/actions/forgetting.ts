import type { App } from '../../../platform/app.ts'
import { daysBefore } from '../../../platform/days.ts'
import { keptDays } from '../own-data.ts'

/** Lets go of what is needed no more: networks after a week, pictures whose form was never sent, addresses a year after it came out. */
export async function forgetSenders(app: App): Promise<void> {
  const before = (days: number) => daysBefore(app.now(), days)
  await app.db
    .updateTable('contribution')
    .set({ networkHash: null })
    .where('networkHash', 'is not', null)
    .where('sentAt', '<', before(keptDays.network))
    .execute()
  await app.db
    .updateTable('contributionPicture')
    .set({ networkHash: null })
    .where('networkHash', 'is not', null)
    .where('keptAt', '<', before(keptDays.network))
    .execute()
  await app.db
    .deleteFrom('contributionPicture')
    .where('keptAt', '<', before(keptDays.unsentPicture))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('contribution')
            .whereRef('contribution.pictureId', '=', 'contributionPicture.id')
            .select('contribution.id'),
        ),
      ),
    )
    .execute()
  await app.db
    .updateTable('contribution')
    .set({ email: null, emailKey: null })
    .where('emailKey', 'is not', null)
    .where('toldOutAt', '<', before(keptDays.address))
    .execute()
}
