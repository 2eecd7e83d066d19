import { everybody, type Feature } from '../people/index.ts'
import { commands } from './commands.ts'
import { officeRoundsPath, roundsPath } from './paths.ts'
import { mayFollowRounds, mayRunRounds } from './policy.ts'
import { office, routes } from './routes.tsx'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'rounds',
  tables: ['round', 'release'],
  routes,
  office,
  commands,
  nav: {
    main: [{ href: roundsPath, label: (locale) => words(locale)('nav.rounds'), may: () => true, place: 20 }],
    office: [
      {
        href: officeRoundsPath,
        label: (locale) => words(locale)('nav.office'),
        may: mayFollowRounds,
        place: 10,
      },
    ],
  },
  abilities: [
    {
      policy: mayFollowRounds,
      may: 'look at the list of rounds in the office',
      who: everybody.whoFollowsRounds,
    },
    {
      policy: mayRunRounds,
      may: 'open, change, clone and announce rounds, and see drafts',
      who: everybody.whoCoordinates,
    },
  ],
}
