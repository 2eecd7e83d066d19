import { afterAll, beforeEach, expect, test } from 'vitest'
import { leaveList, resumeCampaign, runOutbox, stopCampaign } from '../../src/platform/mail/index.ts'
import { aPerson } from '../builders.ts'
import { testApp } from '../harness.ts'
import { counts, introductions, queue, stateOf } from './letters.ts'
import { aRelay, slowly } from './relay.ts'
import { until } from './until.ts'

const relay = await aRelay()
const app = await testApp('2016-02-20T12:00:00Z', {
  MAIL_TRANSPORT: 'smtp',
  SMTP_URL: relay.url,
  MAIL_FROM: 'Twinleaf <hello@network.example>',
})
afterAll(() => relay.close())

beforeEach(async () => {
  await app.db.deleteFrom('outbox').execute()
  relay.got.length = 0
  relay.treat(() => 'take')
})

/** A worker in this process. `end` tells it to end and waits until it has. */
function aWorker() {
  const ending = new AbortController()
  const running = runOutbox(app, { worker: 'one', signal: ending.signal, pace: { idleMs: 50 } })
  return {
    end: () => {
      ending.abort()
      return running
    },
  }
}

test('leaving a list takes effect in the middle of a batch', async () => {
  const ada = await aPerson(app)
  for (let index = 0; index < 40; index++)
    await queue(app, { kind: 'topic', personId: ada.id, list: 'topics', subject: `Topic ${index}` })
  relay.treat(slowly(20))
  const worker = aWorker()

  await until(() => relay.got.length >= 4)
  await leaveList(app, app.db, { readerId: ada.id, list: 'topics' })
  const leftAt = Date.now()
  await until(async () => ((await counts(app)).suppressed ?? 0) + relay.got.length === 40)
  await worker.end()

  expect(relay.got.length).toBeLessThan(40)
  expect(relay.got.filter(({ at }) => at > leftAt + 1000)).toEqual([])
})

test('a campaign that is stopped in mid-flight finishes what is on its way, and nothing more until it goes on', async () => {
  const campaignId = await introductions(app, 60)
  relay.treat(slowly(3))
  const worker = aWorker()

  await until(() => relay.got.length >= 10)
  await app.db.transaction().execute((tx) => stopCampaign(tx, campaignId, app.now()))
  const atStop = relay.got.length
  // Mails outside of the campaign, one after the other: when the second has gone, the worker has looked again.
  for (let other = 0; other < 2; other++) {
    const id = await queue(app)
    await until(async () => (await stateOf(app, id)).state === 'sent')
  }
  const ofCampaign = () => relay.got.length - 2
  const stopped = { got: ofCampaign(), ...(await counts(app)) }
  await app.db.transaction().execute((tx) => resumeCampaign(tx, campaignId))
  await until(async () => (await counts(app)).sent === 62)
  await worker.end()

  expect(stopped.got).toBeLessThanOrEqual(atStop + 1)
  expect(stopped).toEqual({ got: stopped.got, sent: stopped.got + 2, queued: 60 - stopped.got })
  expect(new Set(relay.got.map(({ messageId }) => messageId)).size).toBe(62)
  expect(relay.got).toHaveLength(62)
})

test('a worker that is told to end finishes the mail in its hands and puts the others back', async () => {
  await introductions(app, 30)
  relay.treat(slowly(60))
  const worker = aWorker()

  await until(() => relay.got.length >= 2)
  await worker.end()

  const { sent: done = 0, ...others } = await counts(app)
  expect(done).toBe(relay.got.length)
  expect(others).toEqual({ queued: 30 - done })
  const leased = await app.db.selectFrom('outbox').select('id').where('leaseUntil', 'is not', null).execute()
  expect(leased).toEqual([])
})

test('a sign-in link does not stand behind a thousand introductions', async () => {
  await introductions(app, 1000)
  const worker = aWorker()
  await until(() => relay.got.length > 20)

  await queue(app, { to: 'asks@library.example' })
  await until(() => relay.got.some(({ to }) => to === 'asks@library.example'))
  await worker.end()

  expect(relay.got.length).toBeLessThan(900)
})

test('a sign-in link is not held up by a process that is busy with pages, as other emails are', async () => {
  const others = Array.from({ length: 60 }, () => queue(app, { kind: 'draft-link' }))
  await Promise.all(others)
  const crowd = setInterval(() => {
    const since = performance.now()
    while (performance.now() - since < 20);
  })
  const worker = aWorker()
  await until(() => relay.got.length > 0)

  await queue(app, { to: 'asks@library.example' })
  await until(() => relay.got.some(({ to }) => to === 'asks@library.example'))
  const gone = relay.got.length
  clearInterval(crowd)
  await until(() => relay.got.length === 61)
  await worker.end()

  expect(gone).toBeLessThan(30)
})
