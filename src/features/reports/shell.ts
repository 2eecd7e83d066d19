import type { Feature } from '../people/index.ts'
import { impactPath } from './paths.ts'
import { routes } from './routes.tsx'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'reports',
  routes,
  nav: {
    footer: [{ href: impactPath, label: (locale) => words(locale)('nav'), may: () => true, place: 55 }],
  },
}
