import { everybody, type Feature } from '../people/index.ts'
import { commands } from './commands.ts'
import { translationsPath } from './paths.ts'
import { mayTranslate } from './policy.ts'
import { office } from './routes.tsx'
import { mostMegabytes } from './schema.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'translations',
  office,
  commands,
  largestBody: { at: /^\/office\/translations\/check$/, megabytes: mostMegabytes },
  nav: {
    office: [
      {
        href: translationsPath,
        label: (locale) => words(locale)('nav.translations'),
        may: mayTranslate,
        place: 68,
      },
    ],
  },
  abilities: [
    {
      policy: mayTranslate,
      may: 'read every sentence of the site in each language, and have a translator’s file checked',
      who: everybody.whoEdits,
    },
  ],
}
