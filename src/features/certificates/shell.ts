import { everybody, type Feature } from '../people/index.ts'
import { commands } from './commands.ts'
import { issueRest, issueSome } from './jobs.ts'
import { ownData } from './own-data.ts'
import { certificatePath, checkPath, emailedPath } from './paths.ts'
import { mayChangeKeys, mayRunCertificates } from './policy.ts'
import { certificateMatters } from './queries/matters.ts'
import { ownMatters } from './queries/mine.ts'
import { office, routes } from './routes/index.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'certificates',
  ownData,
  tasks: {
    closing: [
      ...(['certificates.ruled', 'certificates.reminded', 'certificate.withdrawn'] as const),
      'certificate.again',
    ],
    network: ['signing-key.made', 'signing-key.changed', 'signing-key.stolen'],
  },
  routes,
  office,
  jobs: [issueSome],
  clockwork: [issueRest],
  commands,
  deskOfRounds: certificateMatters,
  mine: ownMatters,
  nav: {
    footer: [{ href: checkPath, label: (locale) => words(locale)('nav.check'), may: () => true, place: 60 }],
  },
  mailKinds: {
    'certificate-name': (locale) => words(locale)('mail-kind.name'),
    certificate: (locale) => words(locale)('mail-kind.ready'),
    'certificate-withdrawn': (locale) => words(locale)('mail-kind.withdrawn'),
  },
  unlisted: [certificatePath(''), emailedPath('')],
  anyHost: /^\/(\.well-known\/did\.json|credentials\/status\/\d+)$/,
  abilities: [
    {
      policy: mayRunCertificates,
      may: 'say who gets a certificate of a round, see them, remind, withdraw one and issue it again',
      who: everybody.whoCoordinates,
    },
    { policy: mayChangeKeys, may: 'change the key that signs badges', who: everybody.whoDirects },
  ],
}
