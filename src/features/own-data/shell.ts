import { everybody, type Feature, yourDataPath } from '../people/index.ts'
import { commands } from './commands.ts'
import { eraseDue, eraseOne, makeCopy, sendAddressLink, sweep, tellClosed } from './jobs.ts'
import { listedLimits } from './limits.ts'
import { ownData } from './own-data.ts'
import { keptIn } from './pages/kept.ts'
import { spansOf } from './pages/spans.ts'
import { addressErasedPath, addressPath, askedPath, dataPath, requestsPath } from './paths.ts'
import { mayErasePeople, mayTakeData } from './policy.ts'
import { office, routes } from './routes/index.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'own-data',
  ownData,
  tasks: {
    people: ['erasure.asked', 'erasure.taken-back', 'person.erased', 'address.erased', 'data.swept'],
  },
  routes,
  office,
  keeps: ({ ownData: { tables } }, locale) => keptIn(locale, spansOf(tables)),
  jobs: [makeCopy, eraseOne, sendAddressLink],
  clockwork: [eraseDue, sweep, tellClosed],
  commands,
  nav: {
    footer: [
      { href: yourDataPath, label: (locale) => words(locale)('nav.your-data'), may: () => true, place: 31 },
    ],
    account: [{ href: dataPath, label: (locale) => words(locale)('nav.data'), may: mayTakeData, place: 40 }],
    office: [
      {
        href: requestsPath,
        label: (locale) => words(locale)('nav.requests'),
        may: mayErasePeople,
        place: 45,
      },
    ],
  },
  mailKinds: {
    'address-link': (locale) => words(locale)('mail-kind.address'),
    'data-ready': (locale) => words(locale)('mail-kind.ready'),
    'erasure-asked': (locale) => words(locale)('mail-kind.asked'),
  },
  abilities: [
    {
      policy: mayTakeData,
      may: 'see what is kept of them, take it along, and have it erased',
      who: everybody.signedIn,
      asksAgain: ['POST /me/data/copy', 'GET /me/data/copy.zip', 'POST /me/data/erase'],
    },
    {
      policy: mayErasePeople,
      may: 'erase someone on their request',
      who: everybody.whoDirects,
      asksAgain: ['POST /office/requests/erase'],
    },
  ],
  limits: listedLimits,
  unlisted: ['/stay-with-us', '/goodbye', addressPath(''), askedPath, addressErasedPath],
  // Erasing makes room, and cannot wait for it.
  staysOpen: /^\/(stay-with-us\/[^/]+|your-data\/of\/[^/]+\/erase)$/,
}
