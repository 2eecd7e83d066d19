import type { Feature } from '../people/index.ts'
import { forgetOldDrafts } from './jobs.ts'
import { listedLimits } from './limits.ts'
import { ownDrafts } from './queries/mine.ts'
import { routes } from './routes/index.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'calls',
  tables: ['applicationDraft', 'draftPage', 'draftMail'],
  routes,
  clockwork: [forgetOldDrafts],
  mine: ownDrafts,
  limits: listedLimits,
  mailKinds: {
    'application-copy': (locale) => words(locale)('mail-kind.copy'),
    'draft-link': (locale) => words(locale)('mail-kind.link'),
  },
  unlisted: ['/apply'],
}
