import { everybody, type Feature } from '../people/index.ts'
import { commands } from './commands.ts'
import { emptyMails, readInbound } from './jobs.ts'
import { ownData } from './own-data.ts'
import { officeMailPath } from './paths.ts'
import { mayReadText, mayRunMail } from './policy.ts'
import { mailMatters } from './queries/matters.ts'
import { namedCampaigns } from './queries/named.ts'
import { findMails } from './queries/search.ts'
import { office, routes } from './routes/index.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'mail',
  ownData,
  views: ['deadAddress'],
  tasks: {
    mail: [
      'mail.stopped',
      'mail.resumed',
      'mail.address-allowed',
      'mail.all-resumed',
      'mail.complained',
      'mail.letter-settled',
    ],
  },
  routes,
  office,
  clockwork: [emptyMails, readInbound],
  commands,
  nav: {
    office: [
      { href: officeMailPath, label: (locale) => words(locale)('nav.mail'), may: mayRunMail, place: 30 },
    ],
  },
  desk: mailMatters,
  named: namedCampaigns,
  search: findMails,
  abilities: [
    { policy: mayRunMail, may: 'see how mail goes out, stop and resume it', who: everybody.whoCoordinates },
    {
      policy: mayReadText,
      may: 'read mails that went out together, as they were written',
      who: everybody.whoCoordinates,
      about: { campaignId: 'some campaign' },
    },
  ],
  // A mail program posts here when its reader presses its own button.
  crossSite: /^\/unsubscribe\//,
  unlisted: ['/unsubscribe'],
  staysOpen: /^\/(unsubscribe\/[^/]+|office\/mail\/campaigns\/[^/]+\/stop)$/,
}
