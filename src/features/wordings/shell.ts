import { everybody, type Feature } from '../people/index.ts'
import { commands } from './commands.ts'
import { ownData } from './own-data.ts'
import { wordingPath } from './paths.ts'
import { mayWordEmails } from './policy.ts'
import { wordingMatters } from './queries/revisions.ts'
import { office } from './routes.tsx'
import { longest } from './wording.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'wordings',
  ownData,
  tasks: { network: ['wording.changed'] },
  office,
  commands,
  desk: wordingMatters,
  nav: {
    office: [
      { href: wordingPath, label: (locale) => words(locale)('nav.wording'), may: mayWordEmails, place: 67 },
    ],
  },
  abilities: [
    {
      policy: mayWordEmails,
      may: 'say the sentences of emails to participants in other words',
      who: everybody.whoDirects,
    },
  ],
  limits: [{ of: 'a sentence of an email', most: `${longest} characters`, past: '422' }],
}
