import type { App } from '../../../platform/app.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { allow } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { copyMinutes } from '../erasure.ts'
import { makeCopy } from '../jobs.ts'
import { mayTakeData } from '../policy.ts'

/** Asks for a copy of all that is kept of oneself; who presses twice gets one email. @throws Forbidden to a visitor */
export async function askForCopy(app: App, actor: Actor): Promise<void> {
  allow(mayTakeData(actor))
  const askedAt = app.now()
  const { id: personId, locale } = actor
  await app.db.transaction().execute(async (tx) => {
    const anew = { askedAt, locale, readyAt: null, zip: null }
    const asked = await tx
      .insertInto('dataExport')
      .values({ personId, ...anew })
      .onConflict((known) =>
        known
          .column('personId')
          .doUpdateSet(anew)
          .where('dataExport.askedAt', '<', new Date(askedAt.getTime() - copyMinutes * 60_000)),
      )
      .returning('personId')
      .executeTakeFirst()
    if (asked) await enqueue(app, tx, makeCopy, { personId })
  })
}
