import { afterAll, beforeEach, expect, test } from 'vitest'
import {
  drainOutbox,
  emptyOutbox,
  openCampaign,
  stopCampaign,
  suppress,
} from '../../src/platform/mail/index.ts'
import { contentsHash } from '../../src/platform/mail/keeping.ts'
import { aPerson } from '../builders.ts'
import { type TestApp, testApp } from '../harness.ts'
import { aMail, introductions, queue } from './letters.ts'
import { aRelay } from './relay.ts'

const relay = await aRelay()
const app = await testApp()
const mailing = await testApp('2016-02-20T12:00:00Z', { MAIL_TRANSPORT: 'smtp', SMTP_URL: relay.url })
const demonstration = await testApp('2016-02-20T12:00:00Z', { MAIL_TRANSPORT: 'page' })
afterAll(() => relay.close())

beforeEach(async () => {
  app.at('2016-02-20T12:00:00Z')
  await app.db.deleteFrom('outbox').execute()
})

const secret = 'http://localhost:3000/sign-in/link/very-secret'
const personal = { subject: 'Your link', text: `Here: ${secret}\n`, html: `<a href="${secret}">Here</a>` }
const left = (of: TestApp, id: string) =>
  of.db
    .selectFrom('outbox')
    .select(['state', 'subject', 'text', 'html', 'toAddress', 'toName', 'lastError'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const nothing = { subject: '', text: '', html: '', toAddress: '', toName: '' }

test('an email to one person is emptied in the moment it is sent; who got what kind when, and its digest, remain', async () => {
  const ada = await aPerson(app)
  const id = await queue(app, { ...personal, personId: ada.id })

  await drainOutbox(app)

  const row = await app.db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({
    ...nothing,
    state: 'sent',
    kind: 'sign-in',
    personId: ada.id,
    sentAt: app.now(),
  })
  expect(row.messageId).toBe(`<${id}@localhost>`)
  expect(row.contentsHash?.equals(contentsHash(app, personal))).toBe(true)
  expect(row.contentsHash?.equals(contentsHash(app, { ...personal, text: 'Another\n' }))).toBe(false)
  expect(JSON.stringify(row)).not.toContain('very-secret')
})

test('no update of ours or of anyone else brings a sent email to one person to an end without emptying it', async () => {
  const id = await queue(app, personal)

  await app.db.updateTable('outbox').set({ state: 'sent', sentAt: app.now() }).where('id', '=', id).execute()

  expect(await left(app, id)).toMatchObject(nothing)
})

test('one that was refused loses what it said at once, and its address after 30 days', async () => {
  const id = await queue(app, { ...personal, to: 'no address', toName: 'Bo Berg' })
  const suppressed = await queue(app, { ...personal, to: 'gone@library.example' })
  await suppress(app, app.db, 'gone@library.example', 'bounce')
  await drainOutbox(app)
  const atOnce = [await left(app, id), await left(app, suppressed)]

  app.at('2016-03-21T11:59:59Z')
  await emptyOutbox(app)
  const before = await left(app, id)
  app.at('2016-03-21T12:00:01Z')
  await emptyOutbox(app)

  const kept = {
    ...nothing,
    state: 'failed',
    toAddress: 'no address',
    toName: 'Bo Berg',
    lastError: 'bad-address',
  }
  expect(atOnce).toEqual([
    kept,
    {
      ...nothing,
      state: 'suppressed',
      toAddress: 'gone@library.example',
      toName: 'Ada Okafor',
      lastError: 'address-suppressed',
    },
  ])
  expect(before).toEqual(kept)
  expect(await left(app, id)).toEqual({ ...kept, toAddress: '', toName: '' })
})

test('the words of a relay lose the address with the row', async () => {
  relay.treat((to) => ({ code: 550, words: `5.1.1 <${to}> no such user` }))
  const id = await queue(mailing, personal)
  await drainOutbox(mailing)
  const before = await left(mailing, id)

  mailing.at('2016-03-22T12:00:00Z')
  await emptyOutbox(mailing)

  expect(before.lastError).toContain('ada@library.example')
  expect((await left(mailing, id)).lastError).toMatch(/^550 5\.1\.1 …/)
})

test('what went out together is kept for 90 days, then emptied; what is still to go out keeps all', async () => {
  const campaign = await introductions(app, 2)
  const [sent, held] = await app.db.selectFrom('outbox').select('id').orderBy('key').execute()
  await app.db
    .updateTable('outbox')
    .set({ state: 'sent', sentAt: app.now() })
    .where('id', '=', sent?.id ?? '')
    .execute()
  await app.db.transaction().execute((tx) => stopCampaign(tx, campaign, app.now()))
  const states = async (at: string) => {
    app.at(at)
    await emptyOutbox(app)
    return [await left(app, sent?.id ?? ''), await left(app, held?.id ?? '')].map(
      ({ state, text, toAddress }) => [state, text, toAddress],
    )
  }

  const kept = await states('2016-05-20T11:00:00Z')
  const emptied = await states('2016-05-20T13:00:00Z')

  expect(kept).toEqual([
    ['sent', 'Hello Ada\n', 'reader1@library.example'],
    ['queued', 'Hello Ada\n', 'reader2@library.example'],
  ])
  expect(emptied).toEqual([
    ['sent', '', ''],
    ['failed', '', ''],
  ])
})

test('an email to one person that nobody sent for a week is given up and emptied', async () => {
  const id = await queue(app, personal)

  app.at('2016-02-27T12:00:01Z')
  await emptyOutbox(app)

  expect(await left(app, id)).toMatchObject({ state: 'failed', text: '', lastError: 'held-too-long' })
  expect(await drainOutbox(app)).toMatchObject({ sent: 0 })
})

test('a topic without an answer keeps what it needs to be sent again, for 90 days', async () => {
  const ada = await aPerson(app)
  const id = await queue(app, { kind: 'topic', personId: ada.id, list: 'topics' })
  await app.db
    .updateTable('outbox')
    .set({ state: 'unknown', lastError: 'no-answer' })
    .where('id', '=', id)
    .execute()

  app.at('2016-05-20T11:00:00Z')
  await emptyOutbox(app)
  const kept = await left(app, id)
  app.at('2016-05-20T13:00:00Z')
  await emptyOutbox(app)

  expect(kept).toMatchObject({ text: aMail().text, toAddress: aMail().to })
  expect(await left(app, id)).toMatchObject({ ...nothing, state: 'unknown' })
})

test('one that ended before there was such a rule is emptied by the next sweep', async () => {
  const id = await queue(app, personal)
  await app.db.transaction().execute(async (tx) => {
    await openCampaign(app, tx, { key: 'old', kind: 'old', createdBy: null })
    await tx
      .updateTable('outbox')
      .set({ keptUntil: new Date('2017-01-01'), state: 'sent', sentAt: app.now() })
      .where('id', '=', id)
      .execute()
  })
  await app.db
    .updateTable('outbox')
    .set({ keptUntil: new Date('2016-02-20T11:00:00Z') })
    .where('id', '=', id)
    .execute()

  await emptyOutbox(app)

  expect(await left(app, id)).toMatchObject(nothing)
})

test('the mailbox of the demonstration keeps what it shows', async () => {
  const id = await queue(demonstration, personal)

  await drainOutbox(demonstration)
  demonstration.at('2017-02-20T12:00:00Z')
  await emptyOutbox(demonstration)

  expect(await left(demonstration, id)).toMatchObject({ ...personal, toAddress: 'ada@library.example' })
})
