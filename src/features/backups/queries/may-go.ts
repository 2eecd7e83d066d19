import type { App } from '../../../platform/app.ts'
import { type Kept, placeOf } from '../../../platform/backups/index.ts'
import { madeAtOf } from '../backup.ts'
import { baseOf } from '../minute.ts'
import { newestVerified } from './backups.ts'

/** What could go of the backups if room were needed: all but the newest, the newest verified one, and the newest copy of files. */
export async function mayGo({ db, config }: Pick<App, 'db' | 'config'>): Promise<Kept[]> {
  const place = placeOf(config.backup.to)
  const verified = await newestVerified(db)
  const backups = (await place.list('twinleaf-')).filter(({ name }) => madeAtOf(name))
  const bases = (await place.list('base-')).filter(({ name }) => baseOf(name))
  return [...backups.slice(0, -1).filter(({ name }) => name !== verified?.name), ...bases.slice(0, -1)]
}
