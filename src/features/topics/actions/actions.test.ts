import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../../test/builders.ts'
import { queuedMail, testApp } from '../../../../test/harness.ts'
import { campaignProgress } from '../../../platform/mail/index.ts'
import { visitor } from '../../people/index.ts'
import { reportMissedTopics } from '../jobs.ts'
import { missedLines } from '../queries/matters.ts'
import { topicsOf } from '../queries/topics.ts'
import { aParticipant, aPicture, aTopic } from '../topic.builder.ts'
import { publishTopic, scheduleTopic, unscheduleTopic, withdrawTopic } from './publish.ts'
import { saveTopic } from './write.ts'

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
    authors: ['Ada Okafor'],
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
      'Welcome to my desk',
      'Dear Ana, a new topic is out in round 2016A. You do not have a partner at the moment, but you are welcome to read it and think about it while you wait.',
      '[Two desks]\nTwo desks, one letter.\nPicture: Sol Ruiz · Source: https://commons.wikimedia.org/wiki/File:Desk.jpg · CC BY-SA 4.0',
      'Say hello to your partner.',
      'Questions to think about\n1. Where do you work?\n2. What do you see from your desk?',
      'If you talk about it elsewhere, use #welcometomydesk so that others find you.',
      'Read the topic:\nhttp://localhost:3000/posts/welcome-to-my-desk-2016a',
      'Use what is helpful to you. Every topic is an offer, not a duty.',
      '-- \nMentoring network\nYou get this email from Mentoring network because you take part in a round.\nStop emails about topics: STOP\n',
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

test('a time that has passed is not taken, and nothing comes out', async () => {
  await aTopic(app, editor, { number: 6, title: 'Copyright' })
  const before = (await queuedMail(app)).length

  const times = [app.now(), new Date(app.now().getTime() - 49 * 3_600_000)]
  const tries = times.map((at) => scheduleTopic(app, editor, { code: '2016A', number: 6 }, at))

  for (const one of tries) await expect(one).rejects.toMatchObject({ status: 422, code: 'topic-time-past' })
  const topic = (await topicsOf(app.db, round.id)).find(({ number }) => number === 6)
  expect([topic?.publishAt, (await queuedMail(app)).length]).toEqual([null, before])
})

test('a withdrawn topic keeps its address, holds back its mails, and comes back without writing twice', async () => {
  const place = { code: '2016A', number: 6 }
  const { mails: first } = await publishTopic(app, editor, place)
  const stopped = async () => {
    const topic = (await topicsOf(app.db, round.id)).find(({ number }) => number === 6)
    return (await campaignProgress(app.db, topic?.campaignId ?? '')).stoppedAt
  }
  const before = (await queuedMail(app)).length
  app.at('2016-02-29T10:00:00Z')

  await withdrawTopic(app, editor, place)
  const held = await stopped()
  await expect(withdrawTopic(app, editor, place)).rejects.toMatchObject({ code: 'topic-not-public' })
  const renamed = await aTopic(app, editor, { number: 6, title: 'Copyright, mended' })
  const { topic, mails } = await publishTopic(app, editor, place)
  await app.runJobs()

  expect({ first, held, mails, stopped: await stopped() }).toEqual({
    first: 3,
    held: new Date('2016-02-29T10:00:00Z'),
    mails: 3,
    stopped: null,
  })
  expect([renamed.slug, topic.slug, topic.publishAt, topic.withdrawnAt]).toEqual([
    'copyright-2016a',
    'copyright-2016a',
    due,
    null,
  ])
  expect((await queuedMail(app)).length).toEqual(before)
  expect((await journal()).slice(-4)).toEqual([
    'topic.published',
    'topic.withdrawn',
    'topic.changed',
    'topic.restored',
  ])
})

test('a topic that was missed for two days is reported once to its editors, who may still mail it', async () => {
  const place = { code: '2016A', number: 8 }
  await aTopic(app, editor, { number: 8, title: 'Outage' })
  await scheduleTopic(app, editor, place, new Date('2016-03-01T09:00:00Z'))
  const reports = async () =>
    (await queuedMail(app)).filter(({ subject }) => subject.includes('nobody was emailed'))
  const before = (await queuedMail(app)).length
  app.at('2016-03-03T09:00:00Z')

  await app.runJobs()
  await reportMissedTopics.run(app)

  expect(await reports()).toEqual([{ to: editor.email, subject: 'Topic 8 of 2016A: nobody was emailed' }])
  expect(await missedLines(app.db, app.now())).toEqual([
    'topic 8 of 2016A came out and nobody was emailed: an editor decides on its page',
  ])
  expect((await queuedMail(app)).length).toEqual(before + 1)
  const { mails } = await publishTopic(app, editor, place)
  await app.runJobs()
  expect([mails, (await reports()).length, (await journal()).at(-1)]).toEqual([3, 1, 'topic.mailed'])
  await expect(publishTopic(app, editor, place)).rejects.toMatchObject({ code: 'topic-is-public' })
})

test('nobody but an editor writes, schedules, publishes or withdraws', async () => {
  const coordinator = await aPerson(app, { role: 'coordinator' })
  const draft = { title: 'x', lead: '', questions: [], hashtag: '', summary: '', byline: '', picture: null }

  for (const actor of [visitor('en'), await aPerson(app), coordinator]) {
    const tries = [
      saveTopic(app, actor, { code: '2016A', number: 10 }, draft),
      scheduleTopic(app, actor, first, due),
      publishTopic(app, actor, first),
      unscheduleTopic(app, actor, first),
      withdrawTopic(app, actor, first),
    ]
    const answers = await Promise.allSettled(tries)
    expect(answers.map((answer) => answer.status === 'rejected' && answer.reason.code)).toEqual(
      Array(5).fill('not-allowed'),
    )
  }
  expect((await topicsOf(app.db, round.id)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 8])
})
