import { everybody, type Feature } from '../people/index.ts'
import { leaveBlog } from './actions/leaving.ts'
import { askAuthors, followUp, forget, tellEditors } from './jobs.ts'
import { listedLimits } from './limits.ts'
import { ownData } from './own-data.ts'
import { contributePath, queuePath } from './paths.ts'
import { mayEditContributions, mayWaiveAgreement } from './policy.ts'
import { contributionMatters, findContributions, madeOf } from './queries/matters.ts'
import { contributionsUnder } from './queries/under.ts'
import { office, routes } from './routes/index.ts'
import { worded } from './worded.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'contributions',
  closedWhilePaused: /^\/contribute(\/[^/]+(\/(send|again))?)?$/,
  ownData,
  tasks: {
    content: [
      ...(['contribution.claimed', 'contribution.handed', 'contribution.noted'] as const),
      ...(['contribution.asked', 'contribution.accepted', 'contribution.declined'] as const),
      ...(['contribution.proofed', 'contribution.waived', 'contributions.ruled'] as const),
    ],
  },
  worded,
  leavingAddress: leaveBlog,
  underAddress: contributionsUnder,
  routes,
  office,
  desk: contributionMatters,
  besidePosts: madeOf,
  search: findContributions,
  clockwork: [tellEditors, askAuthors, followUp, forget],
  limits: listedLimits,
  // A picture as a phone takes it; one that is too heavy is said so beside its field.
  largestBody: {
    at: /^\/contribut(e\/(postcard|article)(\/send|\/again)?|ions\/[^/]+\/change)$/,
    megabytes: 24,
  },
  nav: {
    office: [
      {
        href: queuePath,
        label: (locale) => words(locale)('nav.office'),
        may: mayEditContributions,
        place: 44,
      },
    ],
    footer: [{ href: contributePath, label: (locale) => words(locale)('nav'), may: () => true, place: 9 }],
  },
  mailKinds: {
    contribution: (locale) => words(locale)('mail-kind.contribution'),
    'contribution-office': (locale) => words(locale)('mail-kind.office'),
  },
  unlisted: ['/contributions/', '/contribute/pictures/'],
  abilities: [
    {
      policy: mayEditContributions,
      may: 'read what is offered to the blog, decide about it, and say how the network takes contributions',
      who: everybody.whoEdits,
    },
    {
      policy: mayWaiveAgreement,
      may: 'let a contribution come out whose author does not answer',
      who: everybody.whoDirects,
    },
  ],
}
