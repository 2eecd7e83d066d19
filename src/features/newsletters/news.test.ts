import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { aPerson, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { drainOutbox, sendOnce } from '../../platform/mail/index.ts'
import { tellOfNews } from './actions/news.ts'
import { pauseSubscription, resumeSubscription } from './actions/subscribing.ts'
import { ownLink } from './emails/for-reader.ts'
import { aPost, aSubscriber, toldOf } from './newsletter.builder.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const at = (instant: string) => {
  app.at(instant)
  return tellOfNews(app)
}

beforeEach(async () => {
  app.at('2016-03-01T12:00:00Z')
  for (const table of ['outbox', 'topic', 'mailCampaign', 'subscriber', 'newsPost', 'post'] as const)
    await app.db.deleteFrom(table).execute()
})

test('each post is told of ten minutes after it came out, to those who want each; once', async () => {
  await aSubscriber(app, 'ada')
  await aSubscriber(app, 'sol', { rhythm: 'fortnight' })
  await aPost(app, 'desk', '2016-03-02T12:00:00Z')

  const queued = [
    await at('2016-03-02T12:09:00Z'),
    await at('2016-03-02T12:10:00Z'),
    await at('2016-03-02T12:11:00Z'),
  ]

  expect(queued).toEqual([0, 1, 0])
  expect(await toldOf(app)).toEqual({ ada: [['desk']] })
})

test('a digest tells of what came out since the last one, the newest first; nothing when nothing did', async () => {
  await aSubscriber(app, 'sol', { rhythm: 'fortnight' })
  await aSubscriber(app, 'mei', { rhythm: 'month' })
  await aPost(app, 'first', '2016-03-08T12:00:00Z')
  await aPost(app, 'second', '2016-03-10T12:00:00Z')

  await at('2016-03-07T06:00:00Z')
  await at('2016-03-21T05:59:00Z')
  const before = await toldOf(app)
  await at('2016-03-21T06:00:00Z')
  await at('2016-04-01T06:00:00Z')
  await at('2016-04-04T06:00:00Z')

  expect(before).toEqual({})
  expect(await toldOf(app)).toEqual({ mei: [['second', 'first']], sol: [['second', 'first']] })
})

test('what was withdrawn by then is left out, and what came out before is no news to a new reader', async () => {
  await aPost(app, 'earlier', '2016-02-28T12:00:00Z')
  await aPost(app, 'archive', '2011-02-28T12:00:00Z')
  await at('2016-03-01T12:00:00Z')
  await aSubscriber(app, 'sol', { rhythm: 'fortnight' })
  await aPost(app, 'stays', '2016-03-03T12:00:00Z')
  const goes = await aPost(app, 'goes', '2016-03-04T12:00:00Z')
  await at('2016-03-05T12:00:00Z')
  await app.db.updateTable('post').set({ withdrawnAt: app.now() }).where('id', '=', goes).execute()

  await at('2016-03-07T06:00:00Z')

  expect(await toldOf(app)).toEqual({ sol: [['stays']] })
})

test('who is told of a post as a participant is not told of it again; a digest names it all the same', async () => {
  const round = await aRound(app)
  const person = await aPerson(app, { email: 'ada@library.example' })
  for (const [name, rhythm] of [
    ['ada', 'each'],
    ['sol', 'each'],
    ['mei', 'fortnight'],
  ] as const)
    await aSubscriber(app, name, { rhythm })
  const postId = await aPost(app, 'topic', '2016-03-02T12:00:00Z')
  const { id: campaignId } = await app.db
    .insertInto('mailCampaign')
    .values({ key: 'topic:1', kind: 'topic', roundId: round.id, createdAt: app.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await app.db.insertInto('topic').values({ number: 1, postId, roundId: round.id, campaignId }).execute()
  const topic = { kind: 'topic', locale: 'en', to: person.email, subject: 'A topic', text: 'T', html: 'H' }
  await sendOnce(app, app.db, 'topic:1:ada', {
    ...topic,
    toName: 'Ada',
    personId: person.id,
    campaignId,
    list: 'topics',
  })
  await aPost(app, 'other', '2016-03-03T12:00:00Z')

  await at('2016-03-02T12:10:00Z')
  await at('2016-03-03T12:10:00Z')
  await at('2016-03-21T06:00:00Z')

  expect(await toldOf(app)).toEqual({
    ada: [['other']],
    mei: [['other', 'topic']],
    sol: [['topic'], ['other']],
  })
})

test('what a member subscribed to moves along to their new address', async () => {
  const person = await aPerson(app, { email: 'kim@library.example' })
  const id = await aSubscriber(app, 'kim')
  const move = (email: string) =>
    app.db.updateTable('person').set({ email, emailKey: email }).where('id', '=', person.id).execute()

  await move('kim@new.example')
  const moved = await app.db.selectFrom('subscriber').select(['id', 'email', 'emailKey']).execute()
  await aSubscriber(app, 'taken')
  await move('taken@library.example')

  expect(moved).toEqual([{ id, email: 'kim@new.example', emailKey: 'kim@new.example' }])
  const left = await app.db.selectFrom('subscriber').select('email').orderBy('email').execute()
  expect(left.map(({ email }) => email)).toEqual(['kim@new.example', 'taken@library.example'])
})

test('nothing is sent while it is paused, and what came out meanwhile is not sent afterwards', async () => {
  const id = await aSubscriber(app, 'ada')
  const token = ownLink(app, id).split('/').at(-1) ?? ''
  await pauseSubscription(app, token)
  await aPost(app, 'meanwhile', '2016-03-02T12:00:00Z')
  const paused = await at('2016-03-03T12:00:00Z')

  await resumeSubscription(app, token)
  await aPost(app, 'after', '2016-03-04T12:00:00Z')
  await at('2016-03-05T12:00:00Z')

  expect(paused).toBe(0)
  expect(await toldOf(app)).toEqual({ ada: [['after']] })
})

test('an email names its list, how to leave it, and its reader’s own page; whoever left by then gets none', async () => {
  const ada = await aSubscriber(app, 'ada', { locale: 'ar' })
  const bo = await aSubscriber(app, 'bo')
  await aPost(app, 'desk', '2016-03-02T12:00:00Z')
  await at('2016-03-02T13:00:00Z')
  await app.db.updateTable('subscriber').set({ leftAt: app.now() }).where('id', '=', bo).execute()

  const tally = await drainOutbox(app)

  const mails = await app.db
    .selectFrom('outbox')
    .select(['list', 'subscriberId', 'state', 'text', 'html', 'locale'])
    .where('subscriberId', '=', ada)
    .execute()
  expect(tally).toMatchObject({ sent: 1, suppressed: 1 })
  expect(mails).toMatchObject([{ list: 'newsletter', state: 'sent', locale: 'ar' }])
  expect(mails[0]?.html).toContain('<html lang="ar" dir="rtl">')
  expect(mails[0]?.html).toContain(ownLink(app, ada))
  expect(mails[0]?.text).toContain(ownLink(app, ada))
})

const hourMs = 3_600_000
const move = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 36 }) },
  { weight: 1, arbitrary: fc.constantFrom(24 * 7, -24 * 7, -24, 24, -1, 1) },
)
const course = fc.array(fc.record({ move, posts: fc.integer({ min: 0, max: 1 }), falls: fc.boolean() }), {
  minLength: 8,
  maxLength: 14,
})

/** By hand, for the long form: `NEWS_RUNS=300 npx vitest run src/features/newsletters/news.test.ts`. */
const runs = Number(process.env.NEWS_RUNS ?? 4)

test('whatever the clock does, each reader is told of each post exactly once', {
  timeout: 600_000,
}, async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(course, async (steps) => {
      run += 1
      await app.db.deleteFrom('outbox').execute()
      await app.db.deleteFrom('subscriber').execute()
      // Around the change to summer time in Europe and in America.
      app.at('2016-03-10T00:00:00Z')
      const names = ['each', 'fortnight', 'month'] as const
      for (const rhythm of names) await aSubscriber(app, rhythm, { rhythm })
      const slugs: string[] = []
      for (const { move: hours, posts, falls } of steps) {
        app.at(new Date(app.now().getTime() + hours * hourMs).toISOString())
        for (let count = 0; count < posts; count += 1) {
          const slug = `r${run}-${slugs.length}`
          slugs.push(slug)
          await aPost(app, slug, new Date(app.now().getTime() + 2 * hourMs))
        }
        if (falls) await fallen()
        else await tellOfNews(app)
      }
      for (let days = 0; days < 100; days += 10) {
        app.at(new Date(app.now().getTime() + 10 * 24 * hourMs).toISOString())
        await tellOfNews(app)
      }

      const told = await toldOf(app)
      for (const name of names) expect((told[name] ?? []).flat().toSorted()).toEqual(slugs.toSorted())
    }),
    { numRuns: runs, seed: 20160310 },
  )
})

/** A worker that falls over in the middle: its transaction comes to nothing. */
async function fallen(): Promise<void> {
  const broken = { ...app, now: () => app.now(), db: failing(app.db) } as typeof app
  await expect(tellOfNews(broken)).rejects.toThrow('fell over')
}

/** A database whose transactions do all of their work, and are lost before they are committed. */
function failing(db: typeof app.db): typeof app.db {
  return new Proxy(db, {
    get(target, name) {
      if (name !== 'transaction') return Reflect.get(target, name).bind?.(target) ?? Reflect.get(target, name)
      return () => ({
        execute: (work: (tx: never) => Promise<unknown>) =>
          target.transaction().execute(async (tx) => {
            await work(tx as never)
            throw new Error('fell over')
          }),
      })
    },
  })
}
