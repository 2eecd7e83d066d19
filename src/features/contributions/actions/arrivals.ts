import type { App } from '../../../platform/app.ts'
import { contributionById } from '../queries/contributions.ts'
import { tellEditors } from './telling.ts'

/** Tells the editors of contributions that came and that no email has told of: the link of each opens it. @returns how many */
export async function tellOfArrivals(app: App): Promise<number> {
  return app.db.transaction().execute(async (tx) => {
    const untold = await tx
      .selectFrom('contribution')
      .where('stage', '=', 'waiting')
      .where('toldAt', 'is', null)
      .select('id')
      .orderBy('sentAt')
      .limit(50)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const { id } of untold) {
      await tellEditors(app, tx, null, { told: 'arrivals', contribution: await contributionById(tx, id) })
      await tx.updateTable('contribution').set({ toldAt: app.now() }).where('id', '=', id).execute()
    }
    return untold.length
  })
}
