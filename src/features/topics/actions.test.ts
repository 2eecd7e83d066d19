import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../test/builders.ts'
import { queuedMail, testApp } from '../../../test/harness.ts'
import { visitor } from '../people/index.ts'
import { publishTopic, saveTopic, scheduleTopic, unscheduleTopic } from './actions.ts'
import { topicsOf } from './queries.ts'
import { aParticipant, aPicture, aTopic } from './topic.builder.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const round = await aRound(app)
const editor = await aPerson(app, { role: 'editor' })
const first = { code: '2016A', number: 1 }
const due = new Date('2016-02-29T09:00:00Z')

const journal = async () =>
  (
    await app.db.selectFrom('journal').select('act').where('act', 'like', 'topic.%').orderBy('id').execute()
  ).map(({ act }) => act)

test('a topic is a draft until it is scheduled, and every step is noted', async () => {
  const topic = await aTopic(app, editor)

  expect({ ...topic, id: '', postId: '', picture: topic.picture?.alt, updatedAt: null }).toEqual({
    id: '',
    postId: '',
    roundId: round.id,
    number: 1,
    title: 'Getting to know you',
    lead: 'Welcome to the **round**.',
    questions: ['Where do you work?', 'What do you see from your desk?'],
    hashtag: '#welcometomydesk',
    summary: 'Say hello to your partner.',
    byline: 'Ada Okafor',
    slug: 'getting-to-know-you-2016a',
    locale: 'en',
    revision: 1,
    picture: 'Two desks',
    publishAt: null,
    withdrawnAt: null,
    campaignId: null,
    updatedAt: null,
  })
  expect(await journal()).toEqual(['topic.begun'])
})

test('its address follows the title until it is public', async () => {
  const changed = await aTopic(app, editor, { title: 'Welcome to my desk' })

  expect([changed.slug, changed.revision, (await topicsOf(app.db, round.id)).length]).toEqual([
    'welcome-to-my-desk-2016a',
    2,
    1,
  ])
})

test('a topic that lacks something is not scheduled', async () => {
  await aTopic(app, editor, { number: 2, summary: '', picture: null })

  await expect(scheduleTopic(app, editor, { code: '2016A', number: 2 }, due)).rejects.toMatchObject({
    code: 'topic-incomplete',
    args: { missing: 'summary, picture' },
  })
})

test('a scheduled topic can be moved and taken off, and loses nothing that it needs', async () => {
  await scheduleTopic(app, editor, first, due)

  await expect(aTopic(app, editor, { questions: ['Only one?'] })).rejects.toMatchObject({
    code: 'topic-incomplete',
    args: { missing: 'questions' },
  })
  await scheduleTopic(app, editor, first, new Date('2016-03-01T09:00:00Z'))
  await unscheduleTopic(app, editor, first)
  const [topic] = await topicsOf(app.db, round.id)
  expect([topic?.publishAt, topic?.questions.length]).toEqual([null, 2])
})

test('at its time one mail goes to each participant, however often the clock strikes', async () => {
  const ana = await aParticipant(app, round, { name: 'Ana Silva' })
  const omar = await aParticipant(app, round, { name: 'Omar Haddad', locale: 'ar' })
  const gone = await aParticipant(app, round, { name: 'Gone Away' })
  await app.db
    .updateTable('application')
    .set({ withdrawnAt: app.now() })
    .where('id', '=', gone.applicationId)
    .execute()
  await scheduleTopic(app, editor, first, due)

  app.at('2016-02-29T08:59:59Z')
  await app.runJobs()
  const before = await queuedMail(app)
  app.at('2016-02-29T09:00:00Z')
  await app.runJobs()
  await app.runJobs()

  expect(before).toEqual([])
  const mails = await queuedMail(app)
  expect(mails.toSorted((a, b) => a.to.localeCompare(b.to))).toEqual([
    { to: ana.email, subject: 'Topic 1: Welcome to my desk' },
    { to: omar.email, subject: 'الموضوع 1: \u2068Welcome to my desk\u2069' },
  ])
})

test('who comes later gets no mail about it', async () => {
  await aParticipant(app, round, { name: 'Late Comer' })

  await app.runJobs()

  expect(await queuedMail(app)).toHaveLength(2)
})

test('the mail says why it came, what to talk over, where to read it and how to stop it', async () => {
  const mail = await app.db
    .selectFrom('outbox')
    .select(['text', 'html', 'list', 'kind'])
    .where('locale', '=', 'en')
    .executeTakeFirstOrThrow()

  const stop = /http:\S+\/unsubscribe\/\S+/.exec(mail.text)?.[0]
  expect({ ...mail, html: '', text: mail.text.replace(stop ?? '', 'STOP').split('\n\n') }).toEqual({
    kind: 'topic',
    list: 'topics',
    html: '',
    text: [
      'Dear Ana, a new topic is out for you and your partner in round 2016A.',
      'Welcome to my desk',
      'Say hello to your partner.',
      'To talk over with your partner\n1. Where do you work?\n2. What do you see from your desk?',
      'Read the topic\nhttp://localhost:3000/posts/welcome-to-my-desk-2016a',
      'If you talk about it elsewhere, use #welcometomydesk so that others find you.',
      'Take from it what is useful to you both. Every topic is an offer, not a duty.',
      '-- \nYou get this mail from International Librarians Network because you take part in a round.\nStop mails about topics: STOP\n',
    ],
  })
  expect([stop !== undefined && mail.html.includes(stop), mail.html.includes('Sol Ruiz')]).toEqual([
    true,
    true,
  ])
})

test('what is public stays public, keeps its address, and can still be mended', async () => {
  await expect(unscheduleTopic(app, editor, first)).rejects.toMatchObject({ code: 'topic-is-public' })
  await expect(publishTopic(app, editor, first)).rejects.toMatchObject({ code: 'topic-is-public' })

  const mended = await aTopic(app, editor, { title: 'Welcome to our desks' })

  expect([mended.title, mended.slug, mended.publishAt]).toEqual([
    'Welcome to our desks',
    'welcome-to-my-desk-2016a',
    due,
  ])
})

test('published now, a topic is mailed in the same breath', async () => {
  await aTopic(app, editor, { number: 3, title: 'Library spaces' })

  const { mails } = await publishTopic(app, editor, { code: '2016A', number: 3 })

  expect(mails).toEqual(3)
  await app.runJobs()
  expect(await queuedMail(app)).toHaveLength(5)
})

test('two editors who publish at once write to everyone once', async () => {
  await aTopic(app, editor, { number: 4, title: 'Advocacy' })

  const both = await Promise.allSettled([
    publishTopic(app, editor, { code: '2016A', number: 4 }),
    publishTopic(app, editor, { code: '2016A', number: 4 }),
  ])

  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await queuedMail(app)).toHaveLength(8)
})

test('two editors who begin the same topic leave one topic', async () => {
  const picture = await aPicture(app, editor)

  await Promise.all([
    aTopic(app, editor, { number: 5, title: 'One', picture }),
    aTopic(app, editor, { number: 5, title: 'Two', picture }),
  ])

  const topics = await topicsOf(app.db, round.id)
  expect(topics.filter(({ number }) => number === 5)).toHaveLength(1)
})

const longPast = async () => {
  const ended = await aRound(app, {
    code: '2015B',
    startsOn: '2015-08-17',
    endsOn: '2015-12-06',
    applyFrom: new Date('2015-07-01T00:00:00Z'),
    applyUntil: new Date('2015-08-01T00:00:00Z'),
  })
  await aParticipant(app, ended)
  await aTopic(app, editor, { code: '2015B', number: 6, title: 'Copyright' })
  await aTopic(app, editor, { code: '2015B', number: 7, title: 'Goodbye' })
}

test('a topic that comes out now is mailed once, though the dates of its round are long past', async () => {
  await longPast()

  const { mails } = await publishTopic(app, editor, { code: '2015B', number: 7 })
  await app.runJobs()

  expect([mails, (await queuedMail(app)).length]).toEqual([1, 9])
})

test('what has been public for two days belongs to the archive and is mailed to nobody', async () => {
  const twoDaysAgo = new Date(app.now().getTime() - 48 * 3_600_000)

  const { mails } = await scheduleTopic(app, editor, { code: '2015B', number: 6 }, twoDaysAgo)
  await app.runJobs()

  expect([mails, (await queuedMail(app)).length]).toEqual([0, 9])
})

test('nobody but an editor writes, schedules or publishes', async () => {
  const coordinator = await aPerson(app, { role: 'coordinator' })
  const draft = { title: 'x', lead: '', questions: [], hashtag: '', summary: '', byline: '', picture: null }

  for (const actor of [visitor('en'), await aPerson(app), coordinator]) {
    const tries = [
      saveTopic(app, actor, { code: '2016A', number: 8 }, draft),
      scheduleTopic(app, actor, first, due),
      publishTopic(app, actor, first),
      unscheduleTopic(app, actor, first),
    ]
    const answers = await Promise.allSettled(tries)
    expect(answers.map((answer) => answer.status === 'rejected' && answer.reason.code)).toEqual(
      Array(4).fill('not-allowed'),
    )
  }
  expect((await topicsOf(app.db, round.id)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
})
