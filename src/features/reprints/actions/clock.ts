import { sql } from 'kysely'
import type { App } from '../../../platform/app.ts'
import { daysBefore } from '../../../platform/days.ts'
import { keptDays } from '../own-data.ts'
import { silentAuthors } from '../queries/matters.ts'
import { remindAuthor, tellAsker, tellEditors } from './telling.ts'

/** Tells the editors of what readers asked since they were told last. */
export async function tellOfWaiting(app: App): Promise<void> {
  const waiting = await app.db
    .selectFrom('reprint')
    .select('id')
    .where('passedAt', 'is', null)
    .where('toldAt', 'is', null)
    .where('allowedAt', 'is', null)
    .where('declinedAt', 'is', null)
    .orderBy('askedAt')
    .execute()
  for (const { id } of waiting)
    await app.db.transaction().execute(async (tx) => {
      const told = await tx
        .updateTable('reprint')
        .set({ toldAt: app.now() })
        .where('id', '=', id)
        .where('toldAt', 'is', null)
        .executeTakeFirst()
      if (told.numUpdatedRows > 0n) await tellEditors(app, tx, id, 'waiting')
    })
}

/** Reminds authors who have been silent for a week, once, and tells whoever asked, once, that we wait for them. */
export async function remindAuthors(app: App): Promise<void> {
  const silent = await silentAuthors(app.db, app.now())
  for (const { id, reprintId } of silent)
    await app.db.transaction().execute(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('reprintAnswer')
        .set({ remindedAt: app.now() })
        .where('id', '=', id)
        .where('remindedAt', 'is', null)
        .where('answer', 'is', null)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows === 0n) return
      await remindAuthor(app, tx, reprintId, id)
      await tellAsker(app, tx, reprintId, { told: 'silent', word: '' })
    })
}

/** Lets go of networks after a week, of what came to nothing after half a year, and of who asked a year after it was allowed. */
export async function forgetAskers(app: App): Promise<void> {
  const before = (days: number) => daysBefore(app.now(), days)
  await app.db
    .updateTable('reprint')
    .set({ networkHash: null })
    .where('networkHash', 'is not', null)
    .where('askedAt', '<', before(keptDays.network))
    .execute()
  await app.db
    .updateTable('reprint')
    .set({ email: null, emailKey: null, name: '', message: '' })
    .where('name', '<>', '')
    .where('allowedAt', '<', before(keptDays.address))
    .execute()
  await app.db
    .deleteFrom('reprint')
    .where(sql<boolean>`coalesce(refused_at, declined_at) < ${before(keptDays.unsuccessful)}`)
    .execute()
}
