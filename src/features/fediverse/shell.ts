import { everybody, type Feature } from '../people/index.ts'
import { commands } from './commands.ts'
import { tell } from './jobs/clock.ts'
import { deliver, deliverSoon } from './jobs/deliver.ts'
import { listedLimits } from './limits.ts'
import { ownData } from './own-data.ts'
import { ownAccounts, waysToFollow } from './pages/follow.tsx'
import { creatorInHead } from './pages/head.tsx'
import { fediversePath, sharedInboxPath } from './paths.ts'
import { mayBlock, mayRunChannels } from './policy.ts'
import { openMatters } from './queries/office.ts'
import { office, routes } from './routes/index.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'fediverse',
  ownData,
  tasks: {
    network: [
      ...(['fediverse.on', 'fediverse.off', 'fediverse.channel-added', 'fediverse.known-as'] as const),
      ...(['fediverse.moved', 'fediverse.key-made'] as const),
    ],
    content: ['fediverse.blocked', 'fediverse.unblocked', 'fediverse.report-settled'],
  },
  routes,
  office,
  jobs: [deliverSoon],
  clockwork: [tell, deliver],
  commands,
  desk: openMatters,
  belowPost: creatorInHead,
  waysToFollow,
  frontHead: ownAccounts,
  limits: listedLimits,
  // Other servers leave messages there, each signed by the one who sends it.
  crossSite: new RegExp(`^(${sharedInboxPath}|/fediverse/channels/[a-z0-9_]+/inbox)$`),
  nav: {
    office: [{ href: fediversePath, label: (locale) => words(locale)('nav'), may: mayBlock, place: 49 }],
  },
  abilities: [
    {
      policy: mayRunChannels,
      may: 'let the blog be followed from the fediverse, choose what can be followed, and move it',
      who: everybody.whoDirects,
      asksAgain: ['POST /office/fediverse/move'],
    },
    {
      policy: mayBlock,
      may: 'keep servers and accounts of the fediverse away, and settle what these report',
      who: everybody.whoEdits,
    },
  ],
}
