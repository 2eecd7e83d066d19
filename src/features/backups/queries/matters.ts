import type { OpenMatters } from '../../people/index.ts'
import { freshHours } from '../backup.ts'
import { backupsPath } from '../paths.ts'
import { maySeeBackups } from '../policy.ts'
import { words } from '../words.ts'
import { isFresh, newestBackups } from './backups.ts'

/** That a backup went wrong, or that none was made for too long; nothing where none has been made yet. */
export const backupMatters: OpenMatters = async (db, actor, now) => {
  if (!maySeeBackups(actor)) return []
  const [newest] = await newestBackups(db, 1)
  if (!newest || (await isFresh(db, now))) return []
  const t = words(actor.locale)
  return [
    {
      text: t('matter.stale', { hours: freshHours }),
      act: { href: backupsPath, label: t('matter.stale.act') },
      urgency: 'now',
    },
  ]
}
