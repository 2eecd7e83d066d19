import { everybody, type Feature } from '../people/index.ts'
import { endLapsedTrios } from './jobs.ts'
import { ownData } from './own-data.ts'
import { mayOfferTrios } from './policy.ts'
import { ownTrios } from './queries/mine.ts'
import { office, routes } from './routes/index.ts'
import { worded } from './worded.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'trios',
  ownData,
  tasks: {
    rematch: ['trio.offered', 'trio.withdrawn'],
    own: ['trio.joined', 'trio.declined', 'trio.lapsed'],
  },
  worded,
  routes,
  office,
  clockwork: [endLapsedTrios],
  mine: ownTrios,
  mailKinds: {
    trio: (locale) => words(locale)('mail-kind.trio'),
    'trio-ended': (locale) => words(locale)('mail-kind.trio-ended'),
  },
  unlisted: ['/trio'],
  abilities: [
    {
      policy: mayOfferTrios,
      may: 'ask a pair whether they would be three with somebody who has no partner',
      who: everybody.whoCoordinates,
    },
  ],
}
