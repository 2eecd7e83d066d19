import type { Feature } from '../people/index.ts'
import { listedLimits } from './limits.ts'
import { ownData } from './own-data.ts'
import { shortPath } from './paths.ts'
import { ownCalls } from './queries/mine.ts'
import { routes } from './routes/index.ts'
import { office } from './routes/voices.tsx'
import { worded } from './worded.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'calls',
  // Withdrawing, forgetting a draft and saying that an address is not one's own stay open.
  closedWhilePaused:
    /^\/(rounds\/[^/]+\/apply(\/(?!withdraw$|forget$|sent$|later$).*)?|apply\/(resume\/[^/]+\/open|confirm\/[^/]+))$/,
  ownData,
  worded,
  routes,
  office,
  tasks: { call: ['voice.shown', 'voice.removed'], own: ['voice.taken-back'] },
  mine: ownCalls,
  limits: listedLimits,
  mailKinds: {
    'application-copy': (locale) => words(locale)('mail-kind.copy'),
    'draft-link': (locale) => words(locale)('mail-kind.link'),
  },
  unlisted: ['/apply', shortPath('')],
}
