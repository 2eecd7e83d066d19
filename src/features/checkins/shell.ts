import { everybody, type Feature } from '../people/index.ts'
import { commands } from './commands.ts'
import { askWhoIsDue } from './jobs.ts'
import { ownData } from './own-data.ts'
import { mayExportStandings, mayWatchRounds } from './policy.ts'
import { checkInMatters } from './queries/matters.ts'
import { ownCheckIns } from './queries/mine.ts'
import { routes } from './routes/answer.tsx'
import { office } from './routes/office.tsx'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'checkins',
  ownData,
  routes,
  office,
  clockwork: [askWhoIsDue],
  commands,
  desk: checkInMatters,
  mine: ownCheckIns,
  mailKinds: {
    'check-in': (locale) => words(locale)('mail-kind.check-in'),
    'check-in-nudge': (locale) => words(locale)('mail-kind.nudge'),
  },
  campaignKinds: { 'check-in': (locale) => words(locale)('campaign-kind.check-in') },
  unlisted: ['/check-in'],
  abilities: [
    {
      policy: mayWatchRounds,
      may: 'see how the pairs of a running round get on, ask once more, and write notes',
      who: everybody.whoCoordinates,
    },
    {
      policy: mayExportStandings,
      may: 'download how the pairs of a round get on',
      who: everybody.whoCoordinates,
      asksAgain: ['POST /office/rounds/:code/weeks/export'],
    },
  ],
}
