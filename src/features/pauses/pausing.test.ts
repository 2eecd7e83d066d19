import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { Conflict } from '../../platform/refusals.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { sendApplication } from '../calls/actions/sending.ts'
import { sendComment } from '../comments/index.ts'
import { sendContribution } from '../contributions/index.ts'
import { subscribe } from '../newsletters/actions/subscribing.ts'
import { visitor } from '../people/index.ts'
import { emptyPost, setAgreement } from '../posts/index.ts'
import { askForLeave } from '../reprints/actions/asking.ts'
import { changeRound } from '../rounds/actions.ts'
import { openCalls } from '../rounds/index.ts'
import { pauseNetwork, tellOfPause } from './actions.ts'
import { pausePath, wakePath } from './paths.ts'
import { missedCalls } from './queries.ts'

const app = await testApp('2016-02-10T12:00:00Z')
const site = createSite(app, await buildAssets())
const own = { Origin: app.origin, 'Sec-Fetch-Site': 'same-origin' }
const director = await aPerson(app, { role: 'director', name: 'Ruth Bader' })
const round = await aRound(app)
const { person } = await anApplication(app, round, { name: 'Sol Díaz', about: 'I read' })
const unknown = await anApplication(app, round, { name: 'Kim Roe', email: 'kim@library.example' })
await app.db
  .updateTable('application')
  .set({ personId: null, acceptedAt: null })
  .where('id', '=', unknown.id)
  .execute()
await app.db.deleteFrom('person').where('id', '=', unknown.person.id).execute()

const look = async (path: string, as: Record<string, string> = own) => {
  const answer = await site.request(path, { headers: as })
  return { status: answer.status, text: await answer.text() }
}
const press = async (path: string) => {
  const headers = await signedIn(app, director)
  return (await site.request(path, { method: 'POST', headers, body: new URLSearchParams() })).status
}
const told = () =>
  app.db.selectFrom('outbox').where('kind', '=', 'network-paused').select(['toAddress', 'text']).execute()
const aboutNow = async () =>
  (
    await app.db
      .selectFrom('application')
      .where('personId', '=', person.id)
      .select('about')
      .executeTakeFirstOrThrow()
  ).about

const aScheduled = async (slug: string, publishAt: string) => {
  const at = { publishAt: new Date(publishAt), createdAt: app.now(), updatedAt: app.now() }
  const { id } = await app.db
    .insertInto('post')
    .values({ slug, title: `Post ${slug}`, summary: 'In short', body: 'At length', ...at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
const waiting = await aScheduled('in-the-pause', '2016-03-01T12:00:00Z')
await aScheduled('after-it', '2016-06-01T12:00:00Z')
const unagreed = await aScheduled('not-agreed', '2016-06-01T12:00:00Z')
const shortened = await aScheduled('without-summary', '2016-06-01T12:00:00Z')
const ofTopic = await aScheduled('of-a-topic', '2016-03-02T12:00:00Z')
await app.db.updateTable('post').set({ number: 1, roundId: round.id }).where('id', '=', ofTopic).execute()
await app.db.insertInto('topic').values({ postId: ofTopic, roundId: round.id, number: 1 }).execute()
const erased = await aScheduled('of-somebody-erased', '2016-06-01T12:00:00Z')
const timesOf = async () =>
  Object.fromEntries(
    (await app.db.selectFrom('post').select(['slug', 'publishAt']).execute()).map(({ slug, publishAt }) => [
      slug,
      publishAt?.toISOString() ?? null,
    ]),
  )

const stillHeld = async () =>
  new Set((await app.db.selectFrom('postHeld').select('postId').execute()).map(({ postId }) => postId))

test('nobody but a director pauses, and not while a round waits for its introductions', async () => {
  await expect(pauseNetwork(app, visitor('en'))).rejects.toThrow('not-allowed')
  app.at('2016-02-20T12:00:00Z')

  const seen = await look(pausePath, await signedIn(app, director))

  expect(seen.text).toContain(`/office/rounds/${round.code}/edit`)
  expect(await press(pausePath)).toBe(409)
  expect(await app.db.selectFrom('networkPause').select('id').execute()).toEqual([])
  app.at('2016-02-10T12:00:00Z')
})

test('a pause closes what is new, tells each once through a kill, and leaves the blog to be read', async () => {
  const before = await look(`/rounds/${round.code}`)
  const list = await look('/rounds')
  const office = await look(`/office/rounds/${round.code}`, await signedIn(app, director))

  const paused = await press(pausePath)
  await tellOfPause(app)
  // The worker was killed before it had noted that all were told.
  await app.db.updateTable('networkPause').set({ toldAt: null }).execute()
  await tellOfPause(app)

  expect([paused, await press(pausePath)]).toEqual([303, 409])
  const ways = (await told()).map(({ toAddress, text }) => [
    toAddress,
    /localhost:3000(\S+)/.exec(text ?? '')?.[1],
  ])
  expect(ways.sort()).toEqual(
    [
      [director.email, '/me/data'],
      [person.email, '/me/data'],
      ['kim@library.example', '/contact'],
    ].sort(),
  )
  const pages = ['/', `/rounds/${round.code}`, '/contribute', '/subscribe', `/rounds/${round.code}/apply`]
  const seen = await Promise.all(pages.map((path) => look(path)))
  expect(seen.map(({ status }) => status)).toEqual([200, 200, 409, 409, 409])
  expect(seen.filter(({ text }) => !text.includes('banner paused'))).toEqual([])
  expect(before.text).toContain(`/rounds/${round.code}/apply"`)
  expect([list, office].filter(({ text }) => !text.includes('Open for applications'))).toEqual([])
  expect(seen[1]?.text).not.toContain(`/rounds/${round.code}/apply"`)
  expect((await look('/sign-in')).status).toBe(200)
  expect((await look('/rounds')).text).not.toContain('Open for applications')
  for (const path of [`/office/rounds/${round.code}`, '/office/rounds'])
    expect((await look(path, await signedIn(app, director))).text).not.toContain('Open for applications')
  expect(await openCalls(app.db, app.now())).toEqual([])
})

test('what comes from outside is refused by the acts themselves, whatever address it comes to', async () => {
  const reader = { name: 'Ada', email: 'ada@library.example' }
  const from = { network: '203.0.113.1', locale: 'en' }
  const text = {
    ...{ ...reader, kind: 'article' as const, title: 'A door', body: 'It is open.', answers: [], about: '' },
    ...{ coauthors: [], country: 'PT', language: 'en' },
    ...{ pictureId: null, pictureAlt: '', pictureCaption: '', pictureAuthor: '' },
  }
  const wish = { post: 'desk', publication: 'Library Life', language: 'en', message: '' }
  const once = { ...from, once: 'once' }

  const sent = await Promise.allSettled([
    sendComment(
      app,
      visitor('en'),
      { ...reader, text: 'Yes', follows: false, to: null },
      { ...once, slug: 'desk' },
    ),
    sendContribution(app, visitor('en'), text, { ...once, licence: 'cc-by-4.0', guidelines: 'en/0' }),
    subscribe(app, { ...from, email: reader.email, rhythm: 'each', own: null }),
    askForLeave(app, { ...reader, ...wish }, from),
    sendApplication(app, { ...from, personId: person.id, email: person.email, secret: null }, round, ''),
  ])

  const paused = { status: 'rejected', reason: new Conflict('network-paused') }
  expect(sent).toEqual(sent.map(() => paused))
})

test('answers go 90 days after the pause and do not come back when the network wakes up', async () => {
  app.at('2016-05-10T11:00:00Z')
  await app.runJobs()
  const lastDay = await aboutNow()
  const meanwhile = (await look('/posts/in-the-pause')).status
  const held = await timesOf()
  await app.db.transaction().execute(async (tx) => {
    await setAgreement(tx, unagreed, 0)
    await tx.updateTable('post').set({ summary: ' ' }).where('id', '=', shortened).execute()
    await emptyPost(app, tx, erased)
  })
  app.at('2016-05-10T12:41:00Z')
  await app.runJobs()

  const before = await look(pausePath, await signedIn(app, director))
  const woken = await press(wakePath)
  const desk = await look('/office', await signedIn(app, director))

  expect([lastDay, await aboutNow()]).toEqual(['I read', ''])
  expect([woken, await press(wakePath)]).toEqual([303, 409])
  expect([meanwhile, new Set(Object.values(held))]).toEqual([404, new Set([null])])
  const times = Object.entries(await timesOf())
  expect(times.filter(([, at]) => at !== null)).toEqual([['after-it', '2016-06-01T12:00:00.000Z']])
  expect(await stillHeld()).toEqual(new Set([waiting, unagreed, shortened, ofTopic]))
  expect(before.text).toContain('The deadline of one call has passed in the meantime')
  expect(desk.text).toContain('was to come out on')
  expect(desk.text).toMatch(/The deadline of [^<]*, passed while the network was paused/)
  expect(desk.text).toContain(`href="/office/rounds/${round.code}/edit"`)
  // A topic comes out by its own page alone.
  expect(desk.text).toContain(`href="/office/topics/${round.code}/1"`)
  expect(desk.text).not.toContain(`href="/office/posts/${ofTopic}"`)
  expect((await look('/contribute')).status).toBe(200)
  expect((await look('/')).text).not.toContain('banner paused')
})

test('a call whose deadline the pause took is told of until somebody decides about it', async () => {
  const missed = async () => (await missedCalls(app.db, director, app.now())).map(({ code }) => code)
  const before = await missed()
  app.at('2016-05-11T12:00:00Z')

  const { code, title, applyFrom, applyUntil, startsOn, endsOn, zone, capPercent, topicDays } = round
  const same = { code, title, applyFrom, applyUntil, startsOn, endsOn, zone, capPercent, topicDays }
  await changeRound(app, director, code, same)

  expect([before, await missed()]).toEqual([[round.code], []])
})

test('whoever wakes the network reads of new dates only where something needs them', async () => {
  const said = async (day: string) => {
    app.at(`${day}T12:00:00Z`)
    await app.db.insertInto('networkPause').values({ pausedAt: app.now(), pausedBy: director.id }).execute()
    app.at(`${day}T13:00:00Z`)
    const headers = await signedIn(app, director)
    const answer = await site.request(wakePath, { method: 'POST', headers, body: new URLSearchParams() })
    return decodeURIComponent(answer.headers.getSetCookie().join())
  }

  const some = await said('2016-05-12')
  await app.db.deleteFrom('postHeld').execute()
  const none = await said('2016-05-13')

  expect(some).toContain('Below you find what needs new dates.')
  expect(none).toContain('Everything is open again.')
  expect(none).not.toContain('new dates')
})
