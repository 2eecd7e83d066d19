import { everybody, type Feature } from '../people/index.ts'
import { tellElsewhere } from './jobs.ts'
import { ownData } from './own-data.ts'
import { outletsPath } from './paths.ts'
import { mayKeepOutlets, mayTellAgain } from './policy.ts'
import { openOutlets } from './queries/outlets.ts'
import { office } from './routes.tsx'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'outlets',
  ownData,
  tasks: { content: ['outlet.added', 'outlet.removed', 'outlet.tried', 'outlet.told-again'] },
  office,
  clockwork: [tellElsewhere],
  desk: openOutlets,
  nav: {
    office: [{ href: outletsPath, label: (locale) => words(locale)('nav'), may: mayTellAgain, place: 48 }],
  },
  abilities: [
    {
      policy: mayKeepOutlets,
      may: 'add accounts at Mastodon and Bluesky, try them and forget them',
      who: everybody.whoDirects,
      asksAgain: ['POST /office/outlets/add'],
    },
    {
      policy: mayTellAgain,
      may: 'see what was said of posts at Mastodon and Bluesky, and have what failed said again',
      who: everybody.whoEdits,
    },
  ],
}
