import { afterAll, beforeEach, expect, test } from 'vitest'
import { drainOutbox } from '../../src/platform/mail/index.ts'
import { aPerson } from '../builders.ts'
import { type TestApp, testApp } from '../harness.ts'
import { queue, stateOf } from './letters.ts'
import { aRelay } from './relay.ts'

const relay = await aRelay()
const mailing = await testApp('2016-02-20T12:00:00Z', { MAIL_TRANSPORT: 'smtp', SMTP_URL: relay.url })
const spooling = await testApp()
afterAll(() => relay.close())

beforeEach(() => {
  relay.got.length = 0
})

/** A mail whose worker died in the middle of the hand-off, `secondsAgo` past the end of its lease. */
async function interrupted(app: TestApp, wish: { isTopic: boolean; secondsAgo?: number }): Promise<string> {
  const ada = await aPerson(app)
  const id = await queue(app, wish.isTopic ? { kind: 'topic', personId: ada.id, list: 'topics' } : {})
  await app.db
    .updateTable('outbox')
    .set({
      state: 'sending',
      leaseUntil: new Date(Date.now() - (wish.secondsAgo ?? 1) * 1000),
      fence: 1,
      attempts: 1,
      worker: 'the late one',
    })
    .where('id', '=', id)
    .execute()
  return id
}

test('over a relay, a mail to one person goes again and is counted, a topic mail is left and listed', async () => {
  const [personal, topic] = [
    await interrupted(mailing, { isTopic: false }),
    await interrupted(mailing, { isTopic: true }),
  ]

  await drainOutbox(mailing)

  expect(await stateOf(mailing, personal)).toEqual({
    state: 'sent',
    attempts: 2,
    lastError: null,
    possiblyDoubled: true,
  })
  expect(await stateOf(mailing, topic)).toEqual({
    state: 'unknown',
    attempts: 1,
    lastError: 'no-answer',
    possiblyDoubled: false,
  })
  expect(relay.got.map(({ ref }) => ref)).toEqual([personal])
})

test('into the spool both simply go again, because there each is there once', async () => {
  const ids = [
    await interrupted(spooling, { isTopic: false }),
    await interrupted(spooling, { isTopic: true }),
  ]

  await drainOutbox(spooling)

  const sent = { state: 'sent', attempts: 2, lastError: null, possiblyDoubled: false }
  expect(await Promise.all(ids.map((id) => stateOf(spooling, id)))).toEqual([sent, sent])
})

test('as long as its lease lasts, nobody else touches a mail', async () => {
  const id = await interrupted(mailing, { isTopic: false, secondsAgo: -20 })

  await drainOutbox(mailing)

  expect(await stateOf(mailing, id)).toMatchObject({ state: 'sending', attempts: 1 })
  expect(relay.got).toEqual([])
})
