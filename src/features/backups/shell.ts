import { everybody, type Feature } from '../people/index.ts'
import { tidyMinutes } from './actions/minutes.ts'
import { commands } from './commands.ts'
import { keepEveryMinute, makeDaily, tellOverdue } from './jobs.ts'
import { ownData } from './own-data.ts'
import { backupsPath } from './paths.ts'
import { maySeeBackups, mayThinBackups } from './policy.ts'
import { backupMatters } from './queries/matters.ts'
import { office } from './routes.tsx'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'backups',
  ownData,
  tasks: {
    network: ['backup.made', 'backup.restored', 'backup.thinned'],
  },
  office,
  clockwork: [makeDaily, keepEveryMinute, tellOverdue],
  commands,
  nav: {
    office: [
      { href: backupsPath, label: (locale) => words(locale)('nav.backups'), may: maySeeBackups, place: 60 },
    ],
  },
  desk: backupMatters,
  makesRoom: tidyMinutes,
  staysOpen: /^\/office\/backups\/thin$/,
  mailKinds: { 'backup-overdue': (locale) => words(locale)('mail-kind.backup-overdue') },
  abilities: [
    { policy: maySeeBackups, may: 'see when the network was last backed up', who: everybody.whoDirects },
    {
      policy: mayThinBackups,
      may: 'let older backups go to make room',
      who: everybody.whoDirects,
      asksAgain: ['POST /office/backups/thin'],
    },
  ],
}
