import type { App } from '../../../platform/app.ts'
import { type Kept, placeOf } from '../../../platform/backups/index.ts'
import { note } from '../../../platform/journal.ts'
import { allow } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { mayThinBackups } from '../policy.ts'
import { mayGo } from '../queries/may-go.ts'
import { letGo } from './minutes.ts'

/**
 * Makes room: lets all backups go but the newest one and the newest verified one, and all copies of files but the newest,
 * with the log before it. What is left brings the network back as it is today, and no longer as it was last week.
 *
 * @throws Forbidden unless a director asks
 */
export async function thinBackups(app: App, actor: Actor): Promise<{ count: number; bytes: number }> {
  allow(mayThinBackups(actor))
  const place = placeOf(app.config.backup.to)
  const gone = await mayGo(app)
  for (const { name } of gone) {
    await place.remove(name)
    await app.db.deleteFrom('backup').where('name', '=', name).execute()
  }
  await letGo(app, place)
  const done = { count: gone.length, bytes: sumOf(gone) }
  await app.db
    .transaction()
    .execute((tx) => note(tx, app.now(), actor.id, 'backup.thinned', null, { count: done.count }))
  return done
}

const sumOf = (files: readonly Kept[]) => files.reduce((sum, { bytes }) => sum + bytes, 0)
