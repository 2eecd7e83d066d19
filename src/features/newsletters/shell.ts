import type { Feature } from '../people/index.ts'
import { tellNews } from './jobs.ts'
import { ownData } from './own-data.ts'
import { subscribeBelow } from './pages/below.tsx'
import { confirmPath, subscribePath, subscriptionsPath } from './paths.ts'
import { ownSubscription } from './queries/mine.ts'
import { routes } from './routes/index.ts'
import { worded } from './worded.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'newsletters',
  ownData,
  worded,
  routes,
  clockwork: [tellNews],
  belowPost: subscribeBelow,
  mine: ownSubscription,
  nav: {
    footer: [{ href: subscribePath, label: (locale) => words(locale)('nav'), may: () => true, place: 12 }],
  },
  mailKinds: {
    'newsletter-question': (locale) => words(locale)('mail-kind.question'),
    news: (locale) => words(locale)('mail-kind.news'),
  },
  campaignKinds: { news: (locale) => words(locale)('mail-kind.news') },
  unlisted: [confirmPath(''), subscriptionsPath('')],
}
