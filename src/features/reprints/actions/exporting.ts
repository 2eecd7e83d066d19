import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import type { Actor } from '../../people/index.ts'
import { type Reprint, reprintsIn } from '../queries/reprints.ts'

/** All reprints, for a table to take along; that somebody took it is noted. @throws Forbidden unless an editor asks */
export async function exportReprints(app: App, actor: Actor): Promise<Reprint[]> {
  const reprints = await reprintsIn(app.db, actor, 'all')
  await app.db
    .transaction()
    .execute((tx) => note(tx, app.now(), actor.id, 'reprints.exported', null, { count: reprints.length }))
  return reprints
}
