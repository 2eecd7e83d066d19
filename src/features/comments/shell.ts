import { everybody, type Feature } from '../people/index.ts'
import { leaveComments, leaveWithComments } from './actions/own.ts'
import { forget, tellOfWaiting } from './jobs.ts'
import { listedLimits } from './limits.ts'
import { ownData } from './own-data.ts'
import { shownBelow } from './pages/shown-below.tsx'
import { queuePath } from './paths.ts'
import { mayModerate } from './policy.ts'
import { findComments, openComments } from './queries/queue.ts'
import { commentsUnder } from './queries/under.ts'
import { office, routes } from './routes/index.ts'
import { worded } from './worded.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'comments',
  ownData,
  worded,
  tasks: {
    content: [
      ...(['comments.shown', 'comments.spam', 'comments.removed', 'comments.undone'] as const),
      ...(['comments.ruled', 'comments.open', 'comments.closed', 'comments.by-rule'] as const),
    ],
  },
  leaving: leaveWithComments,
  leavingAddress: leaveComments,
  underAddress: commentsUnder,
  routes,
  office,
  belowPost: shownBelow,
  desk: openComments,
  search: findComments,
  clockwork: [tellOfWaiting, forget],
  limits: listedLimits,
  nav: {
    office: [{ href: queuePath, label: (locale) => words(locale)('nav'), may: mayModerate, place: 46 }],
  },
  mailKinds: {
    'comment-reply': (locale) => words(locale)('mail-kind.reply'),
    'comment-follow': (locale) => words(locale)('mail-kind.follow'),
    'comment-mine': (locale) => words(locale)('mail-kind.mine'),
    'comments-waiting': (locale) => words(locale)('mail-kind.waiting'),
  },
  unlisted: ['/comments/own/', '/comments/mine/', '/comments/follow/', '/comments/decide/'],
  abilities: [
    {
      policy: mayModerate,
      may: 'decide which comments appear, and how the network takes them',
      who: everybody.whoEdits,
    },
  ],
}
