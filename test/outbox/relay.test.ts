import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { drainOutbox, leaveList, suppress } from '../../src/platform/mail/index.ts'
import { aPerson } from '../builders.ts'
import { testApp } from '../harness.ts'
import { counts, introductions, queue, stateOf } from './letters.ts'
import { aRelay, hangingUpOnce, header, refused } from './relay.ts'

const relay = await aRelay()
const app = await testApp('2016-02-20T12:00:00Z', {
  MAIL_TRANSPORT: 'smtp',
  SMTP_URL: relay.url,
  MAIL_FROM: 'Twinleaf <hello@network.example>',
})
afterAll(() => relay.close())

beforeEach(async () => {
  await app.db.deleteFrom('outbox').execute()
  await app.db.deleteFrom('suppression').execute()
  relay.got.length = 0
  relay.treat(() => 'take')
  app.at('2016-02-20T12:00:00Z')
})

const sent = { state: 'sent', attempts: 1, lastError: null, possiblyDoubled: false }

test('a mail is handed to the relay with its own reference, once', async () => {
  const id = await queue(app)

  expect(await drainOutbox(app)).toEqual({ sent: 1, deferred: 0, failed: 0, suppressed: 0, unknown: 0 })
  expect((await drainOutbox(app)).sent).toBe(0)

  expect(relay.got.map(({ to, ref }) => ({ to, ref }))).toEqual([{ to: 'ada@library.example', ref: id }])
  expect(await stateOf(app, id)).toEqual(sent)
})

test('a mail waits until it is due', async () => {
  const id = await queue(app, { dueAt: new Date('2016-02-21T08:00:00Z') })

  await drainOutbox(app)
  const before = await stateOf(app, id)
  app.at('2016-02-21T08:00:00Z')
  await drainOutbox(app)

  expect(before.state).toBe('queued')
  expect(await stateOf(app, id)).toEqual(sent)
})

test('"later" is asked again, further and further apart, and given up after three days', async () => {
  relay.treat(() => ({ code: 451, words: '4.3.0 come back' }))
  const id = await queue(app)

  await drainOutbox(app)
  const first = await stateOf(app, id)
  const dueAt = await dueOf(id)
  let tries = 1
  for (; (await stateOf(app, id)).state === 'deferred'; tries++) {
    app.at((await dueOf(id)).toISOString())
    await drainOutbox(app)
  }

  expect(first).toEqual({
    state: 'deferred',
    attempts: 1,
    lastError: expect.stringContaining('come back'),
    possiblyDoubled: false,
  })
  expect(dueAt.getTime() - Date.parse('2016-02-20T12:00:00Z')).toBeLessThan(2 * 60_000)
  expect((await stateOf(app, id)).state).toBe('failed')
  expect(tries).toBeGreaterThan(20)
  const gaveUp = app.now().getTime() - Date.parse('2016-02-20T12:00:00Z')
  expect(gaveUp / 86_400_000).toBeGreaterThan(2.7)
  expect(gaveUp / 86_400_000).toBeLessThanOrEqual(3)
})

test('a mailbox that does not exist is tried once and never written to again', async () => {
  relay.treat((to) => (to.startsWith('gone') ? { code: 550, words: '5.1.1 no such user' } : 'take'))
  const gone = await queue(app, { to: 'gone@library.example' })
  const ada = await queue(app)

  await drainOutbox(app)
  const again = await queue(app, { to: 'Gone@Library.example' })
  await drainOutbox(app)

  expect(await stateOf(app, gone)).toMatchObject({ state: 'failed', attempts: 1 })
  expect(await stateOf(app, ada)).toEqual(sent)
  expect(await stateOf(app, again)).toMatchObject({ state: 'suppressed', lastError: 'address-suppressed' })
})

test('a refusal that is not about the address does not close it', async () => {
  relay.treat((to, at) => {
    if (to.startsWith('full')) return { code: 552, words: '5.2.2 mailbox full' }
    return at === 'data' ? { code: 554, words: '5.7.1 not from you' } : 'take'
  })
  const full = await queue(app, { to: 'full@library.example' })
  const unwanted = await queue(app, { to: 'strict@library.example' })

  await drainOutbox(app)

  expect((await stateOf(app, full)).state).toBe('failed')
  expect((await stateOf(app, unwanted)).state).toBe('failed')
  expect(await app.db.selectFrom('suppression').selectAll().execute()).toEqual([])
})

test('one bad address holds up nobody', async () => {
  relay.treat((to) => {
    if (to.startsWith('reader3@')) return { code: 550, words: '5.1.1 no such user' }
    return to.startsWith('reader5@') ? { code: 421, words: '4.7.0 too fast, goodbye' } : 'take'
  })
  await introductions(app, 40)
  await app.db
    .updateTable('outbox')
    .set({ toName: 'A\r\nBcc: x@y.z' })
    .where('toAddress', 'like', 'reader7@%')
    .execute()

  await drainOutbox(app)

  expect(await counts(app)).toEqual({ sent: 37, failed: 2, deferred: 1 })
})

test('a relay that hangs up before it answers: an introduction goes again with the same Message-ID, and is counted', async () => {
  await introductions(app, 1)
  const { id } = await app.db.selectFrom('outbox').select('id').executeTakeFirstOrThrow()

  relay.treat(hangingUpOnce())
  await drainOutbox(app)
  const doubtful = await stateOf(app, id)
  app.at('2016-02-20T12:05:00Z')
  await drainOutbox(app)

  expect(doubtful).toMatchObject({ state: 'deferred', possiblyDoubled: true })
  expect(await stateOf(app, id)).toEqual({
    state: 'sent',
    attempts: 2,
    lastError: null,
    possiblyDoubled: true,
  })
  expect(relay.got).toHaveLength(2)
  expect(new Set(relay.got.map(({ messageId }) => messageId)).size).toBe(1)
})

test('a relay that hangs up before it answers: a topic mail is left and listed', async () => {
  const ada = await aPerson(app)
  relay.treat(hangingUpOnce())
  const id = await queue(app, { kind: 'topic', personId: ada.id, list: 'topics' })

  await drainOutbox(app)
  app.at('2016-02-20T18:00:00Z')
  await drainOutbox(app)

  expect(await stateOf(app, id)).toEqual({
    state: 'unknown',
    attempts: 1,
    lastError: 'no-answer',
    possiblyDoubled: false,
  })
  expect(relay.got).toHaveLength(1)
})

test('while nobody is at the relay, mails wait; afterwards they go in the order in which they were due', async () => {
  const away = {
    ...app,
    config: { ...app.config, mail: { ...app.config.mail, smtpUrl: 'smtp://127.0.0.1:9' } },
  }
  await introductions(app, 20)

  await drainOutbox(away)
  const before = await counts(app)
  app.at('2016-02-20T12:05:00Z')
  await drainOutbox(app)

  expect(before).toEqual({ deferred: 3, queued: 17 })
  expect(await counts(app)).toEqual({ sent: 20 })
})

test('a relay that turns everyone away at the door costs no mail anything but time', async () => {
  const busy = await aRelay({ onConnect: (_session, callback) => callback(refused(421, '4.3.2 too busy')) })
  const there = { ...app, config: { ...app.config, mail: { ...app.config.mail, smtpUrl: busy.url } } }
  const id = await queue(app)

  await drainOutbox(there)
  await busy.close()

  expect(await stateOf(app, id)).toEqual({
    state: 'deferred',
    attempts: 1,
    lastError: expect.stringContaining('too busy'),
    possiblyDoubled: false,
  })
})

test('a mail is signed for its domain, with the headers by which a list is left', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const dkim = { domain: 'network.example', selector: 'twinleaf', privateKey: pem }
  const signing = { ...app, config: { ...app.config, mail: { ...app.config.mail, dkim } } }
  const ada = await aPerson(app)
  await queue(app, { kind: 'topic', personId: ada.id, list: 'topics' })

  await drainOutbox(signing)

  const signature = header(relay.got[0]?.raw ?? '', 'DKIM-Signature')
  const signed = /\bh=([^;]+)/.exec(signature)?.[1]?.replaceAll(/\s/g, '').toLowerCase().split(':')
  expect(signature).toMatch(/d=network\.example;.*s=twinleaf;/)
  expect(signed).toEqual(
    expect.arrayContaining(['from', 'list-unsubscribe', 'list-unsubscribe-post', 'message-id']),
  )
})

test('a name from a spreadsheet keeps nobody from being written to', async () => {
  const id = await queue(app, { toName: 'Ada\t Okafor\n', subject: 'Meet Sol\r\nBcc: all@library.example' })

  await drainOutbox(app)

  expect(await stateOf(app, id)).toEqual(sent)
  expect(relay.got.map(({ raw }) => [header(raw, 'To'), header(raw, 'Subject'), header(raw, 'Bcc')])).toEqual(
    [['Ada Okafor <ada@library.example>', 'Meet Sol Bcc: all@library.example', '']],
  )
})

test('who has left the list, has bounced or is gone gets nothing of what was queued before', async () => {
  const [left, bounced, gone, stays] = await Promise.all(
    ['Ada', 'Bo', 'Cy', 'Di'].map((name) => aPerson(app, { name })),
  )
  if (!left || !bounced || !gone || !stays) throw new Error('four people')
  for (const { id, email } of [left, bounced, gone, stays])
    await queue(app, { kind: 'topic', personId: id, to: email, list: 'topics' })

  await leaveList(app, app.db, { readerId: left.id, list: 'topics' })
  await suppress(app, app.db, bounced.email, 'bounce')
  await app.db.deleteFrom('person').where('id', '=', gone.id).execute()
  await drainOutbox(app)

  expect(relay.got.map(({ to }) => to)).toEqual([stays.email])
  expect(await counts(app)).toEqual({ sent: 1, suppressed: 3 })
})

const dueOf = async (id: string) =>
  (await app.db.selectFrom('outbox').select('dueAt').where('id', '=', id).executeTakeFirstOrThrow()).dueAt
