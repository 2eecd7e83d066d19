import { MOST_WEIGHT } from '../../platform/typed-text.ts'
import { everybody, type Feature } from '../people/index.ts'
import { commands } from './commands.ts'
import { mailTopics, reportMissedTopics } from './jobs.ts'
import { ownData } from './own-data.ts'
import { plansPath, topicsPath } from './paths.ts'
import { mayEditTopics, maySeeTopics } from './policy.ts'
import { findTopics, namedTopics, ownTopics, topicsOfPosts } from './queries/elsewhere.ts'
import { missedLines, topicMatters } from './queries/matters.ts'
import { office } from './routes/index.tsx'
import { longest } from './schema.ts'
import { worded } from './worded.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'topics',
  ownData,
  tasks: {
    content: [
      'topic.begun',
      'topic.changed',
      'topic.scheduled',
      'topic.published',
      'topic.mailed',
      'topic.mailed-late',
      'topic.withdrawn',
      'topic.restored',
      'topic.unscheduled',
      'topic.plan-copied',
    ],
  },
  worded,
  office,
  clockwork: [mailTopics, reportMissedTopics],
  commands,
  deskOfRounds: topicMatters,
  besidePosts: topicsOfPosts,
  missed: missedLines,
  mine: ownTopics,
  named: namedTopics,
  search: findTopics,
  nav: {
    office: [
      { href: topicsPath, label: (locale) => words(locale)('nav.topics'), may: maySeeTopics, place: 20 },
      { href: plansPath, label: (locale) => words(locale)('nav.plan'), may: maySeeTopics, place: 22 },
    ],
  },
  mailKinds: {
    topic: (locale) => words(locale)('mail-kind.topic'),
    'topic-missed': (locale) => words(locale)('mail-kind.topic-missed'),
  },
  campaignKinds: { topic: (locale) => words(locale)('campaign-kind.topic') },
  abilities: [
    {
      policy: maySeeTopics,
      may: 'read topics before they are public, and see when they are due and who is written to',
      who: ['editor', ...everybody.whoCoordinates],
    },
    {
      policy: mayEditTopics,
      may: 'write, schedule, publish and withdraw topics',
      who: everybody.whoEdits,
    },
  ],
  limits: [
    { of: 'the lead of a topic', most: `${longest.lead} characters`, past: '422' },
    {
      of: 'the lead of a topic, weighed',
      most: `${MOST_WEIGHT} lines, list items, quotes, cells and pairs of marks`,
      past: '422',
    },
  ],
  // A topic comes with its picture.
  largestBody: { at: /^\/office\/topics\//, megabytes: 10 },
}
