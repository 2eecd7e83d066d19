import { everybody, type Feature } from '../people/index.ts'
import { ownData } from './own-data.ts'
import { aboutPath, conductPath, contactPath, howItWorksPath, pagesPath, privacyPath } from './paths.ts'
import { mayWritePages } from './policy.ts'
import { office } from './routes/office.tsx'
import { routes } from './routes/public.tsx'
import { longest } from './schema.ts'
import { words } from './words.ts'

const footer = [
  [aboutPath, 'about'],
  [howItWorksPath, 'how-it-works'],
  [conductPath, 'code-of-conduct'],
  [privacyPath, 'privacy'],
  [contactPath, 'contact'],
] as const

export const shell: Feature = {
  name: 'pages',
  ownData,
  views: ['acceptedConduct'],
  tasks: {
    network: ['page.published'],
  },
  routes,
  office,
  nav: {
    footer: footer.map(([href, name], index) => ({
      href,
      label: (locale) => words(locale)(`nav.${name}`),
      may: () => true,
      place: 4 + index,
    })),
    office: [
      { href: pagesPath, label: (locale) => words(locale)('nav.pages'), may: mayWritePages, place: 65 },
    ],
  },
  abilities: [
    {
      policy: mayWritePages,
      may: 'write the pages of the network, and say when its code of conduct is a new version',
      who: everybody.whoDirects,
    },
  ],
  limits: [{ of: 'the text of a page', most: `${longest.body} characters`, past: '422' }],
}
