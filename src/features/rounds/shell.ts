import { everybody, type Feature, mayEnterOffice } from '../people/index.ts'
import { commands } from './commands.ts'
import { ownData } from './own-data.ts'
import { changedRounds } from './pages/changed.ts'
import { officeRoundsPath, roundsPath } from './paths.ts'
import { mayRunRounds } from './policy.ts'
import { findRounds, namedRounds, roundMatters } from './queries.ts'
import { office, routes } from './routes.tsx'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'rounds',
  ownData,
  tasks: {
    call: ['round.created', 'round.changed', 'round.announced'],
  },
  routes,
  office,
  commands,
  deskOfRounds: roundMatters,
  named: namedRounds,
  changed: changedRounds,
  search: findRounds,
  nav: {
    main: [{ href: roundsPath, label: (locale) => words(locale)('nav.rounds'), may: () => true, place: 20 }],
    office: [
      {
        href: officeRoundsPath,
        label: (locale) => words(locale)('nav.office'),
        // Ambassadors follow the numbers of their country, editors the topics.
        may: mayEnterOffice,
        place: 10,
      },
    ],
  },
  abilities: [
    {
      policy: mayRunRounds,
      may: 'open, change, clone and announce rounds, and see drafts',
      who: everybody.whoCoordinates,
    },
  ],
}
