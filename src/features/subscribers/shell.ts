import { everybody, type Feature } from '../people/index.ts'
import { listedLimits } from './limits.ts'
import { ownData } from './own-data.ts'
import { AskPart } from './pages/asking.tsx'
import { confirmPath, waitingPath } from './paths.ts'
import { mayExportSubscribers, mayTellOfCalls } from './policy.ts'
import { callMatters, ownWaiting } from './queries.ts'
import { office, routes } from './routes.tsx'
import { worded } from './worded.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'subscribers',
  ownData,
  tasks: {
    call: ['call.told', 'subscribers.exported'],
  },
  worded,
  routes,
  office,
  betweenCalls: (frame) => AskPart({ frame }),
  deskOfRounds: callMatters,
  mine: ownWaiting,
  limits: listedLimits,
  nav: {
    office: [{ href: waitingPath, label: (locale) => words(locale)('nav'), may: mayTellOfCalls, place: 25 }],
  },
  mailKinds: {
    'next-call-question': (locale) => words(locale)('mail-kind.question'),
    'call-open': (locale) => words(locale)('mail-kind.call'),
  },
  campaignKinds: { call: (locale) => words(locale)('mail-kind.call') },
  unlisted: [confirmPath('')],
  abilities: [
    {
      policy: mayTellOfCalls,
      may: 'see how many wait for the next call, and tell them of it',
      who: everybody.whoCoordinates,
    },
    {
      policy: mayExportSubscribers,
      may: 'download the addresses of those who wait for the next call',
      who: everybody.whoDirects,
      asksAgain: ['POST /office/next-call/export'],
    },
  ],
}
