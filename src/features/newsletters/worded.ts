import type { App } from '../../platform/app.ts'
import type { Worded } from '../../platform/worded.ts'
import { invented, nobody } from '../wordings/index.ts'
import { issueEmail } from './emails/issue.ts'
import { newsEmail } from './emails/news.ts'
import { newestPost, type Told } from './queries/news.ts'
import { type Rhythm, rhythms } from './rhythm.ts'
import { words } from './words.ts'

/** Said in each of them. */
const shared = ['mail.news.closing', 'mail.news.footer', 'mail.stop'] as const

const newsIn = (rhythm: Rhythm, count: 1 | 2): Omit<Worded<App>, 'name' | 'label' | 'keys' | 'place'> => ({
  draw: async (app, { email, locale }, network) => {
    const post = (await newestPost(app.db, app.now())) ?? madeUp(locale, app.now())
    const posts = Array.from({ length: count }, () => post)
    return newsEmail(app, { to: { email, locale, rhythm }, posts, network })
  },
})

function madeUp(locale: string, publishAt: Date): Told {
  const { text, people } = invented(locale)
  return {
    ...{ id: nobody, slug: 'post', title: text, summary: text, byline: people[0].name, locale },
    ...{ publishAt, zone: 'UTC', picture: null },
  }
}

const news: readonly Worded<App>[] = rhythms.map((rhythm) =>
  rhythm === 'each'
    ? {
        ...newsIn(rhythm, 1),
        name: 'post',
        label: (locale) => words(locale)('worded.each'),
        place: 70,
        keys: ['mail.news.subject', 'mail.news.heading', 'mail.news.why.each', 'mail.news.read', ...shared],
      }
    : {
        ...newsIn(rhythm, 2),
        name: `digest-${rhythm}`,
        label: (locale) => words(locale)(`worded.digest.${rhythm}`),
        place: 70,
        keys: [
          'mail.news.subject.more',
          `mail.digest.heading.${rhythm}`,
          `mail.news.why.${rhythm}`,
          'mail.news.blog',
          ...shared,
        ],
      },
)

const issue: Worded<App> = {
  name: 'issue',
  label: (locale) => words(locale)('worded.issue'),
  place: 71,
  keys: [
    'mail.issue.why.number',
    'mail.by',
    'mail.issue.page',
    'mail.issue.browser',
    'mail.news.footer',
    'mail.stop',
  ],
  draw: async (app, { email, locale }, network) => {
    const post = (await newestPost(app.db, app.now())) ?? madeUp(locale, app.now())
    const { text, people } = invented(locale)
    const said = { locale, place: 1, subject: text, preview: '', welcome: text }
    const posts = [{ ...post, byline: post.byline || people[0].name }]
    return { ...issueEmail(app, { issue: { number: 1 }, text: said, posts, network }), to: email }
  },
}

export const worded: readonly Worded<App>[] = [...news, issue]
