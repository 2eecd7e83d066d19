import type { App } from '../../platform/app.ts'
import type { Worded } from '../../platform/worded.ts'
import { exampleRound, invented, nobody } from '../wordings/index.ts'
import { topicEmail } from './emails.ts'
import { newestTopic } from './queries/topics.ts'
import { type Company, companies, partnersIn, type Topic } from './topic.ts'
import { words } from './words.ts'

const topicTo = (company: Company): Worded<App> => ({
  name: `topic-${company}`,
  label: (locale) => words(locale)(`worded.${company}`),
  place: 50,
  keys: [
    'mail.subject',
    `mail.why.${company}`,
    `mail.questions.${company}`,
    'mail.hashtag',
    'mail.read',
    `mail.closing.${company}`,
    'mail.footer',
    'mail.stop',
  ],
  draw: async (app, to, network) => {
    const round = await exampleRound(app, to.locale)
    const topic = (await newestTopic(app.db)) ?? madeUp(to.locale, app.now())
    return topicEmail(
      app,
      topic,
      { round, network },
      { ...to, personId: nobody, partners: partnersIn[company] },
    )
  },
})

function madeUp(locale: string, at: Date): Topic {
  const { text } = invented(locale)
  return {
    ...{
      id: nobody,
      postId: nobody,
      roundId: nobody,
      number: 1,
      slug: 'topic',
      byline: '',
      authors: [],
      locale,
    },
    ...{ title: text, lead: text, summary: text, questions: [text, text], hashtag: '#twinleaf' },
    ...{ revision: 1, updatedAt: at, picture: null, publishAt: at, withdrawnAt: null, campaignId: null },
  }
}

export const worded: readonly Worded<App>[] = companies.map(topicTo)
