import { everybody } from './abilities.ts'
import { commands } from './commands.ts'
import type { Feature } from './feature.ts'
import { sendLink, tellWatched } from './jobs.ts'
import { listedLimits } from './limits.ts'
import { ownData } from './own-data.ts'
import { journalPath, mePath, peoplePath, settingsPath, signInPath, takeBackPath } from './paths.ts'
import {
  isSignedIn,
  mayChangeAddress,
  mayChangeSettings,
  mayEnterOffice,
  mayGrantRoles,
  mayReadJournal,
  mayRemoveSecondFactor,
  maySeePeople,
} from './policy.ts'
import { namedPeople } from './queries/named.ts'
import { findPeople } from './queries/search.ts'
import { office, routes } from './routes/index.ts'
import { words } from './words.ts'

const me = { href: mePath, label: (locale: string) => words(locale)('nav.me'), may: isSignedIn }

export const shell: Feature = {
  name: 'people',
  views: ['account'],
  ownData,
  tasks: {
    people: [
      'person.created',
      'person.email-changed',
      'person.email-taken-back',
      'person.disabled',
      'person.enabled',
      'role.granted',
      'role.ended',
      'second-factor.removed',
    ],
    network: ['setting.changed'],
  },
  routes,
  office,
  jobs: [sendLink],
  clockwork: [tellWatched],
  commands,
  nav: {
    main: [{ ...me, place: 30 }],
    account: [
      { ...me, place: 10 },
      { href: settingsPath, label: (locale) => words(locale)('me.settings'), may: isSignedIn, place: 30 },
    ],
    office: [
      { href: peoplePath, label: (locale) => words(locale)('nav.people'), may: maySeePeople, place: 40 },
      { href: journalPath, label: (locale) => words(locale)('nav.journal'), may: mayReadJournal, place: 50 },
    ],
  },
  limits: listedLimits,
  named: namedPeople,
  search: findPeople,
  mailKinds: {
    'sign-in': (locale) => words(locale)('mail-kind.sign-in'),
    'confirm-email': (locale) => words(locale)('mail-kind.confirm-email'),
    'email-changed': (locale) => words(locale)('mail-kind.email-changed'),
    'watched-acts': (locale) => words(locale)('mail-kind.watched-acts'),
    'email-wanted': (locale) => words(locale)('mail-kind.email-wanted'),
    'role-given': (locale) => words(locale)('mail-kind.role-given'),
    'role-ended': (locale) => words(locale)('mail-kind.role-ended'),
  },
  abilities: [
    {
      policy: isSignedIn,
      may: 'see and correct their own account, sessions and mail choices',
      who: everybody.signedIn,
      asksAgain: ['POST /me/email', 'POST /me/second-factor/begin'],
    },
    { policy: mayEnterOffice, may: 'enter the office', who: everybody.inTheOffice },
    { policy: maySeePeople, may: 'see people with their addresses and roles', who: everybody.whoCoordinates },
    {
      policy: mayReadJournal,
      may: 'read the journal and check that it is whole',
      who: everybody.whoCoordinates,
    },
    {
      policy: mayGrantRoles,
      may: 'add people, give and end roles, shut people out and let them in',
      who: everybody.whoDirects,
      asksAgain: [
        'POST /office/people/:id/grant',
        'POST /office/people/:id/grants/:grant/end',
        'POST /office/people/:id/disable',
        'POST /office/people/:id/enable',
      ],
    },
    {
      policy: mayRemoveSecondFactor,
      may: "take away another person's second factor",
      who: everybody.whoDirects,
      about: 'someone else',
      asksAgain: ['POST /office/people/:id/remove-second-factor'],
    },
    {
      policy: mayChangeAddress,
      may: "change another person's address",
      who: everybody.whoDirects,
      about: 'someone else',
      asksAgain: ['POST /office/people/:id/address'],
    },
    {
      policy: mayChangeSettings,
      may: 'ask everyone with a role for a second factor',
      who: everybody.whoDirects,
      asksAgain: ['POST /office/people/settings'],
    },
  ],
  unlisted: [mePath, signInPath, takeBackPath('')],
  // Ways in and out, with the second factor that the office may ask for, and what protects someone.
  staysOpen:
    /^\/(sign-(in|out)(\/.*)?|me\/(stay|confirm.*|sessions\/.+|second-factor\/.+)|take-back\/.+|office\/people\/[^/]+\/(disable|grants\/[^/]+\/end))$/,
}
