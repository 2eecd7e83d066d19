import { everybody, type Feature } from '../people/index.ts'
import { commands } from './commands.ts'
import { lookAfterPairs } from './jobs.ts'
import { ownData } from './own-data.ts'
import { casesPath } from './paths.ts'
import { mayHelpPairs, mayReadReports } from './policy.ts'
import { caseMatters } from './queries/matters.ts'
import { besidePairs, findCases, namedCases } from './queries/named.ts'
import { office } from './routes/index.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'cases',
  ownData,
  tasks: {
    cases: ['case.opened', 'case.assigned', 'case.noted', 'case.waits', 'case.parted', 'case.closed'],
  },
  office,
  clockwork: [lookAfterPairs],
  commands,
  desk: caseMatters,
  search: findCases,
  named: namedCases,
  besidePairs,
  nav: {
    office: [{ href: casesPath, label: (locale) => words(locale)('nav'), may: mayHelpPairs, place: 15 }],
  },
  abilities: [
    {
      policy: mayHelpPairs,
      may: 'look after cases: see the queue, write, note, hand over and close',
      who: everybody.whoCoordinates,
    },
    {
      policy: mayReadReports,
      may: 'read reports under the code of conduct that do not concern them, and put somebody in charge',
      who: everybody.whoDirects,
    },
  ],
}
