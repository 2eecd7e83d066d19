import { everybody, type Feature } from '../people/index.ts'
import { forget, remind, tellEditors } from './jobs.ts'
import { listedLimits } from './limits.ts'
import { ownData } from './own-data.ts'
import { reprintsBelow } from './pages/below.tsx'
import { reprintsPath } from './paths.ts'
import { mayHandleReprints } from './policy.ts'
import { findReprints, openReprints, ownReprints } from './queries/matters.ts'
import { reprintsUnder } from './queries/under.ts'
import { office } from './routes/office.tsx'
import { routes } from './routes/public.tsx'
import { worded } from './worded.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'reprints',
  closedWhilePaused: /^\/posts\/[^/]+\/reprint$/,
  ownData,
  worded,
  tasks: {
    content: [
      ...(['reprint.entered', 'reprint.passed', 'reprint.recorded', 'reprint.licensed'] as const),
      ...(['reprint.declined', 'reprint.appeared', 'reprints.exported'] as const),
    ],
    own: ['reprint.answered'],
  },
  underAddress: reprintsUnder,
  routes,
  office,
  belowPost: reprintsBelow,
  desk: openReprints,
  mine: ownReprints,
  search: findReprints,
  clockwork: [tellEditors, remind, forget],
  limits: listedLimits,
  nav: {
    office: [
      { href: reprintsPath, label: (locale) => words(locale)('nav'), may: mayHandleReprints, place: 47 },
    ],
  },
  mailKinds: {
    reprint: (locale) => words(locale)('mail-kind.reprint'),
    'reprint-office': (locale) => words(locale)('mail-kind.office'),
  },
  unlisted: ['/reprints/'],
  abilities: [
    {
      policy: mayHandleReprints,
      may: 'ask authors for leave to reprint a post, and say where it appeared',
      who: everybody.whoEdits,
    },
  ],
}
