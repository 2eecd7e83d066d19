import type { App } from '../../../platform/app.ts'
import { dueAgain, dueOut, dueReminders } from '../queries/due.ts'
import { askAgain } from './agreeing.ts'
import { tellAuthor } from './telling.ts'

/** Asks authors again whose text was changed since they agreed to it, and reminds those who have not answered. */
export async function followAgreements(app: App): Promise<void> {
  for (const { id } of await dueAgain(app.db, app.now())) await askAgain(app, id)
  for (const { id } of await dueReminders(app.db, app.now()))
    await app.db.transaction().execute(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('contribution')
        .set({ remindedAt: app.now() })
        .where('id', '=', id)
        .where('remindedAt', 'is', null)
        .where('askedAt', 'is not', null)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows > 0n) await tellAuthor(app, tx, id, { told: 'reminder' })
    })
}

/** Tells authors without an account that what they wrote is out. */
export async function tellOfOut(app: App): Promise<void> {
  for (const { id, isSigner } of await dueOut(app.db, app.now()))
    await app.db.transaction().execute(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('contribution')
        .set({ toldOutAt: app.now() })
        .where('id', '=', id)
        .where('toldOutAt', 'is', null)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows > 0n && !isSigner) await tellAuthor(app, tx, id, { told: 'out' })
    })
}
