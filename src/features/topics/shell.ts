import { everybody, type Feature } from '../people/index.ts'
import { commands } from './commands.ts'
import { mailTopics } from './jobs.ts'
import { topicsPath } from './paths.ts'
import { mayEditTopics } from './policy.ts'
import { office } from './routes.tsx'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'topics',
  office,
  clockwork: [mailTopics],
  commands,
  nav: {
    office: [
      { href: topicsPath, label: (locale) => words(locale)('nav.topics'), may: mayEditTopics, place: 20 },
    ],
  },
  mailKinds: { topic: (locale) => words(locale)('mail-kind.topic') },
  campaignKinds: { topic: (locale) => words(locale)('campaign-kind.topic') },
  abilities: [{ policy: mayEditTopics, may: 'write, schedule and publish topics', who: everybody.whoEdits }],
  // A topic comes with its picture.
  largestBody: { at: /^\/office\/topics\//, megabytes: 10 },
}
