import { everybody, type Feature } from '../people/index.ts'
import { impactPath } from './paths.ts'
import { mayReportRounds } from './policy.ts'
import { office, routes } from './routes.tsx'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'reports',
  routes,
  office,
  abilities: [
    {
      policy: mayReportRounds,
      may: 'see what a round tells those who fund the network, and take it out of the house',
      who: everybody.whoCoordinates,
    },
  ],
  nav: {
    footer: [{ href: impactPath, label: (locale) => words(locale)('nav'), may: () => true, place: 55 }],
  },
}
