import { type Feature, mayEnterOffice } from '../people/index.ts'
import { officePath } from './paths.ts'
import { office, routes } from './routes.tsx'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'desk',
  routes,
  office,
  nav: {
    main: [
      { href: officePath, label: (locale) => words(locale)('nav.office'), may: mayEnterOffice, place: 40 },
    ],
  },
  unlisted: [officePath],
}
