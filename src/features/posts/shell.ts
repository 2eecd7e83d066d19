import { MOST_WEIGHT } from '../../platform/typed-text.ts'
import { everybody, type Feature } from '../people/index.ts'
import { tellHubOfPosts, tellSearchEnginesOfPosts } from './jobs.ts'
import { ownData } from './own-data.ts'
import { authorsPath, deskPath, feedsPath, frontPath, sitemapPath } from './paths.ts'
import { mayDo, maySeePosts, mayWorkOnPosts } from './policy.ts'
import { namedAuthors } from './queries/authors.ts'
import { namedPosts } from './queries/desk.ts'
import { postMatters } from './queries/matters.ts'
import { findPosts, postsShowing } from './queries/public.ts'
import { routes } from './routes/index.tsx'
import { office } from './routes/office/index.ts'
import { longest } from './schema.ts'
import { worded } from './worded.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'posts',
  ownData,
  worded,
  tasks: {
    content: [
      ...(['post.proposed', 'post.claimed', 'post.assigned', 'post.due-changed', 'post.saved'] as const),
      ...([
        'post.submitted',
        'post.taken-back',
        'post.given-back',
        'post.noted',
        'post.note-answered',
        'post.note-resolved',
        'post.note-reopened',
        'post.placed',
        'post.pictured',
      ] as const),
      ...(['post.scheduled', 'post.published', 'post.unscheduled'] as const),
      ...(['post.withdrawn', 'post.restored', 'post.moved', 'post.translated'] as const),
      ...(['author.changed', 'author.merged', 'post.citing-changed', 'post.corrected'] as const),
    ],
  },
  routes,
  office,
  deskOfRounds: postMatters,
  named: async (db, ids, reader) => [
    ...(await namedPosts(db, ids, reader)),
    ...(await namedAuthors(db, ids, reader)),
  ],
  search: findPosts,
  mailKinds: { post: (locale) => words(locale)('mail-kind.post') },
  showing: postsShowing,
  sitemaps: [sitemapPath],
  clockwork: [tellHubOfPosts, tellSearchEnginesOfPosts],
  nav: {
    main: [{ href: frontPath, label: (locale) => words(locale)('nav.posts'), may: () => true, place: 10 }],
    office: [
      { href: deskPath, label: (locale) => words(locale)('nav.desk'), may: maySeePosts, place: 25 },
      { href: authorsPath, label: (locale) => words(locale)('nav.authors'), may: mayWorkOnPosts, place: 28 },
    ],
    footer: [{ href: feedsPath, label: (locale) => words(locale)('nav.feeds'), may: () => true, place: 10 }],
  },
  // The picture that leads a post.
  largestBody: { at: /^\/office\/posts\/[^/]+\/picture$/, megabytes: 10 },
  abilities: [
    {
      policy: maySeePosts,
      may: 'see posts before they are public, who writes them and until when',
      who: ['editor', ...everybody.whoCoordinates],
    },
    {
      policy: mayWorkOnPosts,
      may: 'plan, write, review, publish and withdraw posts, and say who does',
      who: everybody.whoEdits,
    },
    {
      policy: mayDo,
      may: 'approve a post that was submitted for review, unless they wrote it',
      who: everybody.whoEdits,
      about: {
        act: 'approve',
        post: { stage: 'review', publishAt: null, withdrawnAt: null, assigneeId: 'somebody', number: null },
      },
    },
  ],
  limits: [
    { of: 'the text of a post', most: `${longest.body} characters`, past: '422' },
    {
      of: 'the text of a post, weighed',
      most: `${MOST_WEIGHT} lines, list items, quotes, cells and pairs of marks`,
      past: '422',
    },
  ],
}
