import { everybody, type Feature } from '../people/index.ts'
import { commands } from './commands/index.ts'
import { runMatching } from './jobs.ts'
import { ownData } from './own-data.ts'
import { mayMatch } from './policy.ts'
import { matchingMatters } from './queries/matters.ts'
import { namedScenarios } from './queries/named.ts'
import { findProposedPairs } from './queries/search.ts'
import { office } from './routes/index.ts'

export const shell: Feature = {
  name: 'scenarios',
  // The last two are views, in which pairings tells who has a partner and who had one.
  views: ['livingPartner', 'formerPartner'],
  ownData,
  tasks: {
    matching: [
      'matching.run',
      'matching.cancelled',
      'matching.swapped',
      'matching.trio',
      'matching.pin',
      'matching.ban',
      'matching.unpin',
      'matching.unban',
      'matching.chosen',
      'matching.exported',
      'matching.rerun',
      'matching.compared',
      'matching.middle',
      'matching.held',
      'matching.unhold',
      'matching.undone',
    ],
  },
  office,
  jobs: [runMatching],
  commands,
  deskOfRounds: matchingMatters,
  named: namedScenarios,
  search: findProposedPairs,
  abilities: [
    {
      policy: mayMatch,
      may: 'match, review and release a round, and export its pairings',
      who: everybody.whoCoordinates,
      asksAgain: [
        'POST /office/rounds/:code/release',
        'POST /office/rounds/:code/rematch/release',
        'GET /office/rounds/:code/matching/pairings.csv',
      ],
    },
  ],
}
