import { everybody, type Feature } from '../people/index.ts'
import { commands } from './commands.ts'
import { sayWhoIsDue } from './jobs.ts'
import { emailedPath } from './paths.ts'
import { maySeeFarewells } from './policy.ts'
import { farewellMatters, missedFarewells } from './queries/matters.ts'
import { ownFarewells } from './queries/mine.ts'
import { office, routes } from './routes/index.ts'
import { worded } from './worded.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'farewells',
  worded,
  routes,
  office,
  clockwork: [sayWhoIsDue],
  commands,
  deskOfRounds: farewellMatters,
  missed: missedFarewells,
  mine: ownFarewells,
  mailKinds: { 'round-end': (locale) => words(locale)('mail-kind.round-end') },
  campaignKinds: { farewells: (locale) => words(locale)('campaign-kind.farewells') },
  unlisted: [emailedPath('')],
  abilities: [
    {
      policy: maySeeFarewells,
      may: 'see what is said to each participant when a round ends, and how far it has got',
      who: everybody.whoCoordinates,
    },
  ],
}
