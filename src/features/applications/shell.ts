import { everybody, type Feature } from '../people/index.ts'
import { leaveRounds } from './actions/leaving-for-good.ts'
import { commands } from './commands/index.ts'
import { fileLimits } from './file.ts'
import { ownData } from './own-data.ts'
import { mayCleanApplications, maySeeApplications } from './policy.ts'
import { changedAtDesk } from './queries/changed.ts'
import { applicationMatters } from './queries/matters.ts'
import { ownApplications } from './queries/mine.ts'
import { namedByApplications } from './queries/named.ts'
import { findApplications } from './queries/search.ts'
import { office } from './routes.tsx'
import { worded } from './worded.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'applications',
  // In the last, pairings tells who had a place and no partner.
  views: ['participant', 'erasedAddress', 'leftWaiting'],
  ownData,
  tasks: {
    cleaning: [
      'applications.imported',
      'application.admitted',
      'application.mended',
      'application.dropped',
      'duplicate.merge',
      'duplicate.keep-both',
      'duplicate.drop',
      'desk.obvious-accepted',
      'sector.mapped',
      'desk.undone',
      'cap.applied',
      'correction.accept',
      'correction.keep',
      'application.asked',
      'application.taken-up',
      'desk.left-out',
      'answers.exported',
    ],
    own: ['application.sent', 'application.changed', 'application.withdrawn'],
  },
  worded,
  leaving: leaveRounds,
  office,
  commands,
  deskOfRounds: applicationMatters,
  mine: ownApplications,
  named: namedByApplications,
  changed: changedAtDesk,
  search: findApplications,
  mailKinds: {
    question: (locale) => words(locale)('mail-kind.question'),
    accepted: (locale) => words(locale)('mail-kind.accepted'),
    'waiting-list': (locale) => words(locale)('mail-kind.waiting-list'),
    dropped: (locale) => words(locale)('mail-kind.dropped'),
  },
  campaignKinds: { answers: (locale) => words(locale)('campaign-kind.answers') },
  abilities: [
    { policy: maySeeApplications, may: 'see applications', who: everybody.whoCoordinates },
    {
      policy: mayCleanApplications,
      may: 'import and clean applications, and keep the cap',
      who: everybody.whoCoordinates,
    },
  ],
  limits: [
    { of: 'a file of applications', most: `${fileLimits.bytes / 1e6} MB`, past: '422' },
    { of: 'rows of a file of applications', most: `${fileLimits.rows}`, past: '422' },
    { of: 'columns of a file of applications', most: `${fileLimits.columns}`, past: '422' },
    { of: 'a cell of a file of applications', most: `${fileLimits.cellCharacters} characters`, past: '422' },
  ],
  // A file of many thousand rows.
  largestBody: { at: /^\/office\/rounds\/[^/]+\/applications\/import(\/|$)/, megabytes: 50 },
}
