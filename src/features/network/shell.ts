import { everybody, type Feature } from '../people/index.ts'
import { commands } from './commands.ts'
import { ownData } from './own-data.ts'
import { changedNetwork } from './pages/changed.ts'
import { networkPath } from './paths.ts'
import { mayChangeNetwork } from './policy.ts'
import { office, routes } from './routes.tsx'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'network',
  ownData,
  tasks: {
    network: ['network.changed', 'network.tested', 'network.begun'],
  },
  routes,
  office,
  commands,
  changed: changedNetwork,
  nav: {
    office: [
      {
        href: networkPath,
        label: (locale) => words(locale)('nav.network'),
        may: mayChangeNetwork,
        place: 70,
      },
    ],
  },
  mailKinds: { 'network-test': (locale) => words(locale)('mail-kind.test') },
  largestBody: { at: /^\/office\/network\//, megabytes: 10 },
  unlisted: ['/begin/'],
  abilities: [
    {
      policy: mayChangeNetwork,
      may: 'name the network, and change its look, its languages and how it writes',
      who: everybody.whoDirects,
    },
  ],
}
