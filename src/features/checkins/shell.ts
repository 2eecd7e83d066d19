import { everybody, type Feature } from '../people/index.ts'
import { commands } from './commands.ts'
import { askWhoIsDue, readReplies } from './jobs.ts'
import { ownData } from './own-data.ts'
import { mayExportStandings, mayWatchRounds } from './policy.ts'
import { ownCheckIns, ownQuiet } from './queries/mine.ts'
import { office, routes } from './routes/index.ts'
import { worded } from './worded.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'checkins',
  ownData,
  views: ['lookedAfter'],
  tasks: {
    cases: ['check-ins.planned', 'standings.exported'],
  },
  worded,
  routes,
  office,
  clockwork: [askWhoIsDue, readReplies],
  commands,
  mine: async (...asked) => [...(await ownCheckIns(...asked)), ...(await ownQuiet(...asked))],
  mailKinds: {
    'check-in': (locale) => words(locale)('mail-kind.check-in'),
    'check-in-nudge': (locale) => words(locale)('mail-kind.nudge'),
    absence: (locale) => words(locale)('mail-kind.absence'),
  },
  campaignKinds: { 'check-in': (locale) => words(locale)('campaign-kind.check-in') },
  unlisted: ['/check-in'],
  abilities: [
    {
      policy: mayWatchRounds,
      may: 'see how the pairs of a running round get on',
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
