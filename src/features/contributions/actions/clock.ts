import type { App } from '../../../platform/app.ts'
import { dueAgain, dueDown, dueOut, dueReminders } from '../queries/due.ts'
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

/** Tells authors without an account, who saw their text come out, that the editors have withdrawn the post, and why; or that it is back. */
export async function tellOfDown(app: App): Promise<void> {
  for (const { id, isSigner, because } of await dueDown(app.db, app.now()))
    await app.db.transaction().execute(async (tx) => {
      const isDown = because !== null
      const { numUpdatedRows } = await tx
        .updateTable('contribution')
        .set({ toldDownAt: isDown ? app.now() : null })
        .where('id', '=', id)
        .where('toldDownAt', isDown ? 'is' : 'is not', null)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows === 0n || isSigner) return
      await tellAuthor(app, tx, id, isDown ? { told: 'taken-down', word: because } : { told: 'back' })
    })
}
