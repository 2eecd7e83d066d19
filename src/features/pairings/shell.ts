import { type Feature, isSignedIn } from '../people/index.ts'
import { partForGood } from './actions/leaving.ts'
import { commands } from './commands/index.ts'
import { ownData } from './own-data.ts'
import { partnerPath } from './paths.ts'
import { pairingMatters } from './queries/matters.ts'
import { ownPairings } from './queries/mine.ts'
import { namedPairings } from './queries/named.ts'
import { findPairings } from './queries/search.ts'
import { office, routes } from './routes/index.ts'
import { worded } from './worded.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'pairings',
  ownData,
  tasks: {
    introductions: ['pairings.rehearsed', 'pairings.released', 'pairings.exported'],
    rematch: [
      'pairing.parted',
      'pairing.rejoined',
      'participant.left',
      'pairings.rematched',
      'participants.accepted-late',
    ],
  },
  worded,
  leaving: partForGood,
  routes,
  office,
  commands,
  deskOfRounds: pairingMatters,
  mine: ownPairings,
  named: namedPairings,
  search: findPairings,
  nav: {
    account: [
      { href: partnerPath, label: (locale) => words(locale)('nav.partner'), may: isSignedIn, place: 20 },
    ],
  },
  mailKinds: {
    introduction: (locale) => words(locale)('mail-kind.introduction'),
    reserve: (locale) => words(locale)('mail-kind.reserve'),
    note: (locale) => words(locale)('mail-kind.note'),
    farewell: (locale) => words(locale)('mail-kind.farewell'),
    rehearsal: (locale) => words(locale)('mail-kind.rehearsal'),
  },
  campaignKinds: { introduction: (locale) => words(locale)('campaign-kind.introduction') },
}
