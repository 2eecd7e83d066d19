import { everybody, type Feature } from '../people/index.ts'
import { thankWhoIsDue } from './jobs.ts'
import { ownData } from './own-data.ts'
import { acceptPath, countriesPath } from './paths.ts'
import { mayFollowCountries, mayFollowCountry, mayInviteAmbassadors } from './policy.ts'
import { endingTerms } from './queries/matters.ts'
import { office, routes } from './routes/index.ts'
import { words } from './words.ts'

const whoFollows = ['ambassador' as const, ...everybody.whoCoordinates]

export const shell: Feature = {
  name: 'ambassadors',
  ownData,
  tasks: {
    call: [
      'ambassador.invited',
      'ambassador.uninvited',
      'contact.added',
      'contact.changed',
      'contact.removed',
      'country-note.written',
    ],
  },
  routes,
  office,
  clockwork: [thankWhoIsDue],
  desk: endingTerms,
  nav: {
    office: [
      { href: countriesPath, label: (locale) => words(locale)('nav'), may: mayFollowCountries, place: 27 },
    ],
  },
  mailKinds: {
    'ambassador-invitation': (locale) => words(locale)('mail-kind'),
    'ambassador-thanks': (locale) => words(locale)('mail-kind.thanks'),
  },
  unlisted: [acceptPath('')],
  abilities: [
    { policy: mayFollowCountries, may: 'follow a country of theirs, or all of them', who: whoFollows },
    {
      policy: mayFollowCountry,
      may: 'see the numbers of a country they speak for, and write its contacts and notes',
      who: whoFollows,
      about: 'BR',
    },
    {
      policy: mayInviteAmbassadors,
      may: 'see all countries side by side, invite ambassadors and end their terms',
      who: everybody.whoCoordinates,
      asksAgain: [
        'POST /office/countries/:country/invite',
        'POST /office/countries/:country/ambassadors/:grant/end',
      ],
    },
  ],
}
