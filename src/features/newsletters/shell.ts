import { everybody, type Feature } from '../people/index.ts'
import { newsletterList } from '../subscribers/index.ts'
import { postMail } from './emails/news.ts'
import { sendIssues, tellNews } from './jobs.ts'
import { ownData } from './own-data.ts'
import { subscribeBelow } from './pages/below.tsx'
import {
  archivePath,
  confirmPath,
  issuesPath,
  sitemapPath,
  subscribePath,
  subscriptionsPath,
} from './paths.ts'
import { mayWorkOnIssues } from './policy.ts'
import { issuesShowing, namedIssues } from './queries/issues.ts'
import { issueMatters } from './queries/matters.ts'
import { ownSubscription } from './queries/mine.ts'
import { listsUnder } from './queries/under.ts'
import { office, routes } from './routes/index.ts'
import { worded } from './worded.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'newsletters',
  closedWhilePaused: /^\/subscribe$/,
  ownData,
  tasks: {
    content: [
      ...(['issue.begun', 'issue.changed', 'issue.dropped', 'issue.tested'] as const),
      ...(['issue.decided', 'issue.called-back', 'issue.sent'] as const),
      ...(['issue.stopped', 'issue.resumed'] as const),
    ],
  },
  lists: { [newsletterList]: { subscribe: subscribePath, archive: archivePath } },
  worded,
  underAddress: listsUnder,
  routes,
  office,
  clockwork: [tellNews, sendIssues],
  desk: issueMatters,
  named: namedIssues,
  postMail,
  sitemaps: [sitemapPath],
  showing: issuesShowing,
  belowPost: subscribeBelow,
  mine: ownSubscription,
  nav: {
    office: [{ href: issuesPath, label: (locale) => words(locale)('nav'), may: mayWorkOnIssues, place: 47 }],
    footer: [{ href: subscribePath, label: (locale) => words(locale)('nav'), may: () => true, place: 12 }],
  },
  mailKinds: {
    'newsletter-question': (locale) => words(locale)('mail-kind.question'),
    news: (locale) => words(locale)('mail-kind.news'),
    issue: (locale) => words(locale)('mail-kind.issue'),
  },
  campaignKinds: {
    news: (locale) => words(locale)('mail-kind.news'),
    issue: (locale) => words(locale)('mail-kind.issue'),
  },
  abilities: [
    {
      policy: mayWorkOnIssues,
      may: 'compose issues of the newsletter, see who would get one, send it, stop it, and see what became of it',
      who: everybody.whoEdits,
    },
  ],
  unlisted: [confirmPath(''), subscriptionsPath('')],
}
