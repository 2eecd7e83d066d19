import { everybody, type Feature } from '../people/index.ts'
import { commands } from './commands.ts'
import { tellPaused } from './jobs.ts'
import { ownData } from './own-data.ts'
import { pausePath } from './paths.ts'
import { mayPauseNetwork } from './policy.ts'
import { pauseMatters } from './queries.ts'
import { office } from './routes.tsx'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'pauses',
  ownData,
  tasks: { network: ['network.paused', 'network.woken'] },
  office,
  clockwork: [tellPaused],
  deskOfRounds: pauseMatters,
  commands,
  nav: {
    office: [{ href: pausePath, label: (locale) => words(locale)('nav'), may: mayPauseNetwork, place: 72 }],
  },
  mailKinds: { 'network-paused': (locale) => words(locale)('mail-kind') },
  abilities: [
    {
      policy: mayPauseNetwork,
      may: 'pause the network, and wake it up again',
      who: everybody.whoDirects,
      asksAgain: ['POST /office/network/pause', 'POST /office/network/pause/wake'],
    },
  ],
}
