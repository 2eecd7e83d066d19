import { everybody, type Feature, isSignedIn } from '../people/index.ts'
import { commands } from './commands.ts'
import { lookAfterPairs } from './jobs.ts'
import { ownData } from './own-data.ts'
import { casesPath, reportPath } from './paths.ts'
import { mayHelpPairs, mayReadReports } from './policy.ts'
import { caseMatters } from './queries/matters.ts'
import { ownCases } from './queries/mine.ts'
import { besidePairs, findCases, namedCases } from './queries/named.ts'
import { office, routes } from './routes/index.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'cases',
  ownData,
  tasks: {
    cases: [
      ...['case.opened', 'case.assigned', 'case.noted', 'case.waits', 'case.parted', 'case.closed'],
      ...['case.mailed', 'ladder.changed', 'ladder.reset'],
    ] as const,
    own: ['report.received'],
  },
  routes,
  office,
  clockwork: [lookAfterPairs],
  commands,
  deskOfRounds: caseMatters,
  mine: ownCases,
  besideConduct: (actor) =>
    isSignedIn(actor) ? { href: reportPath, label: words(actor.locale)('report.link') } : undefined,
  mailKinds: {
    case: (locale) => words(locale)('mail-kind.case'),
    report: (locale) => words(locale)('mail-kind.report'),
    'cases-due': (locale) => words(locale)('mail-kind.cases-due'),
  },
  search: findCases,
  named: namedCases,
  besidePairs,
  nav: {
    office: [{ href: casesPath, label: (locale) => words(locale)('nav'), may: mayHelpPairs, place: 15 }],
  },
  abilities: [
    {
      policy: mayHelpPairs,
      may: 'look after cases: see the queue, write, note, hand over and close',
      who: everybody.whoCoordinates,
    },
    {
      policy: mayReadReports,
      may: 'read reports under the code of conduct that do not concern them, and put somebody in charge',
      who: everybody.whoDirects,
    },
  ],
}
