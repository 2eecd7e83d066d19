import type { Feature } from '../people/index.ts'
import { commands } from './commands.ts'
import { keepIndex } from './jobs.ts'
import { listedLimits } from './limits.ts'
import { ownData } from './own-data.ts'
import { readOn } from './pages/below.tsx'
import { archivePath, searchPath, sitemapPath } from './paths.ts'
import { routes } from './routes/index.tsx'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'archive',
  ownData,
  routes,
  sitemaps: [sitemapPath],
  belowPost: readOn,
  beyondFront: (locale) => ({ href: archivePath, label: words(locale)('front.archive') }),
  afterRefusal: {
    codes: ['no-such-post', 'no-such-list-page', 'no-such-author'],
    way: (locale) => ({ href: archivePath, label: words(locale)('nav.archive') }),
  },
  nav: {
    main: [
      { href: archivePath, label: (locale) => words(locale)('nav.archive'), may: () => true, place: 15 },
    ],
    footer: [{ href: searchPath, label: (locale) => words(locale)('nav.search'), may: () => true, place: 5 }],
  },
  clockwork: [keepIndex],
  commands,
  limits: listedLimits,
}
