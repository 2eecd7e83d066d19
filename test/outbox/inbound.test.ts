import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import {
  addressWorks,
  drainOutbox,
  hasLeft,
  receive,
  returnAddress,
  returnToken,
} from '../../src/platform/mail/index.ts'
import { root } from '../../src/platform/root.ts'
import { aPerson } from '../builders.ts'
import { testApp } from '../harness.ts'
import { queue, stateOf } from './letters.ts'
import { aRelay } from './relay.ts'

const relay = await aRelay()
const app = await testApp('2016-02-20T12:00:00Z', {
  MAIL_TRANSPORT: 'smtp',
  SMTP_URL: relay.url,
  BOUNCE_ADDRESS: 'mail@network.example',
})

beforeEach(async () => {
  await app.db.deleteFrom('outbox').execute()
  await app.db.deleteFrom('suppression').execute()
  await app.db.deleteFrom('inboundMail').execute()
  app.at('2016-02-20T12:00:00Z')
})

/** Sends an email to somebody. @returns its id */
async function sent(to: { id: string; email: string }, wish: Parameters<typeof queue>[1] = {}) {
  const id = await queue(app, { to: to.email, personId: to.id, ...wish })
  await drainOutbox(app)
  return id
}

/** A message of the corpus about an email, as it comes in. */
function message(name: string, about: string, to: string): Buffer {
  const told = { purpose: 'b', id: about } as const
  const text = readFileSync(join(root, 'test/data/inbound', `${name}.eml`), 'utf8')
  return Buffer.from(
    text
      .replaceAll('{token}', returnAddress(app, told) ?? '')
      .replaceAll('{id}', returnToken(app.config, told))
      .replaceAll('{to}', to),
  )
}

const returns = () =>
  app.db.selectFrom('mailReturn').select(['outboxId', 'address', 'verdict', 'status']).orderBy('id').execute()
const dead = async () =>
  (await app.db.selectFrom('deadAddress').select(['address', 'verdict']).execute()).map(
    ({ address, verdict }) => `${address} ${verdict}`,
  )

test('an email leaves with a sender of its own, by which what comes back is known', async () => {
  const ada = await aPerson(app, { email: 'Ada@Library.example' })
  const id = await sent(ada)

  const came = await receive(app, message('postfix-550', id, 'ada@library.example'))

  expect(came).toEqual({ kind: 'return', isNew: true, outboxId: id, isWritten: false })
  expect(await returns()).toEqual([
    { outboxId: id, address: 'ada@library.example', verdict: 'hard', status: '5.1.1' },
  ])
  expect(await dead()).toEqual(['ada@library.example hard'])
  const next = await sent(ada)
  expect(await stateOf(app, next)).toMatchObject({ state: 'suppressed', lastError: 'address-suppressed' })
})

test('the same message twice, by two ways at once, is one; another about the same email changes nothing', async () => {
  const ada = await aPerson(app)
  const id = await sent(ada)
  const raw = message('postfix-550', id, ada.email)

  const came = await Promise.all([receive(app, raw), receive(app, raw)])
  await receive(app, message('exim', id, ada.email))

  expect(came.map(({ isNew }) => isNew).sort()).toEqual([false, true])
  expect(await returns()).toHaveLength(1)
})

test('a report without the proof says nothing, whoever it claims to be from', async () => {
  const ada = await aPerson(app)
  const id = await sent(ada)
  const forged = message('postfix-550', id, ada.email)
    .toString()
    .replaceAll(/\.[a-z2-7]{16}@/g, `.${'a'.repeat(16)}@`)

  const came = await receive(app, Buffer.from(forged))

  expect(came).toMatchObject({ kind: 'unknown', outboxId: null })
  expect([await returns(), await dead()]).toEqual([[], []])
})

test('the address on the envelope is proof enough, where the headers have none', async () => {
  const ada = await aPerson(app)
  const id = await sent(ada)
  const to = returnAddress(app, { purpose: 'b', id }) ?? ''
  const raw = message('qmail', id, ada.email).toString().replaceAll(to, 'someone@network.example')

  const came = await receive(app, Buffer.from(raw), to.toUpperCase())

  expect(came).toMatchObject({ kind: 'return', outboxId: id })
  expect(await dead()).toEqual([`${ada.email} hard`])
})

test('an address that changed meanwhile is not blamed for the one before', async () => {
  const ada = await aPerson(app)
  const id = await sent(ada)
  await app.db.updateTable('person').set({ email: 'ada@new.example' }).where('id', '=', ada.id).execute()

  await receive(app, message('postfix-550', id, ada.email))

  expect(await dead()).toEqual([`${ada.email} hard`])
})

test('of a report about several, only what it says of our reader counts', async () => {
  const ada = await aPerson(app)
  const [several, arrived] = [await sent(ada), await sent(ada)]

  await receive(app, message('postfix-one-arrived', arrived, ada.email))
  const before = await returns()
  await receive(app, message('postfix-several', several, ada.email))

  expect(before).toEqual([])
  expect(await returns()).toEqual([
    { outboxId: several, address: ada.email, verdict: 'hard', status: '5.1.1' },
  ])
})

test('full or soft on three days within fourteen is dead; on two, or spread wider, it is not', async () => {
  const [ada, sol] = [await aPerson(app), await aPerson(app, { name: 'Sol Reyes' })]
  const on = async (day: string, to: typeof ada, name: string) => {
    app.at(`${day}T12:00:00Z`)
    await receive(app, message(name, await sent(to), to.email))
  }

  for (const day of ['2016-03-01', '2016-03-10', '2016-03-20']) await on(day, sol, 'postfix-552')
  await on('2016-03-01', ada, 'postfix-552')
  await on('2016-03-01', ada, 'postfix-expired')
  await on('2016-03-05', ada, 'postfix-expired-full')
  const before = await dead()
  await on('2016-03-14', ada, 'postfix-expired')

  expect(before).toEqual([])
  expect(await dead()).toEqual([`${ada.email} soft`])
  expect(await app.db.selectFrom('suppression').selectAll().execute()).toEqual([])
})

test('refused is held against nobody’s address; late and arrived are no bounce', async () => {
  const ada = await aPerson(app)
  const names = ['postfix-554-policy', 'gmail-dmarc', 'postfix-delayed', 'postfix-relayed', 'exim-warning']

  const kinds = []
  for (const name of names) kinds.push((await receive(app, message(name, await sent(ada), ada.email))).kind)

  expect(kinds).toEqual(['return', 'return', 'notice', 'notice', 'notice'])
  expect((await returns()).map(({ verdict }) => verdict)).toEqual(['refused', 'refused'])
  expect(await dead()).toEqual([])
})

test('whoever calls an email spam is off its list, once, and it is noted', async () => {
  const ada = await aPerson(app)
  const id = await sent(ada, { list: 'topics' })

  await receive(app, message('complaint', id, ada.email))
  await receive(app, Buffer.from(`X-Again: 1\n${message('complaint', id, ada.email)}`))

  expect(await hasLeft(app.db, { readerId: ada.id, list: 'topics' })).toBe(true)
  const noted = await app.db.selectFrom('journal').select(['act', 'subject']).execute()
  expect(noted).toEqual([{ act: 'mail.complained', subject: ada.id }])
  expect(await dead()).toEqual([])
})

test('automatic answers are counted and dropped; a letter is kept; what answers nothing of ours keeps nothing', async () => {
  const ada = await aPerson(app)
  const id = await sent(ada)
  const stray = message('letter', id, ada.email)
    .toString()
    .replaceAll(/mail\+b[^@]*@/g, 'mail@')

  for (const name of ['away-en', 'away-ar', 'read-receipt', 'letter'])
    await receive(app, message(name, id, ada.email))
  const last = await receive(app, Buffer.from(stray))

  const kept = await app.db
    .selectFrom('inboundMail')
    .select(['kind', 'fromAddress', 'subject', 'text'])
    .orderBy('kind')
    .execute()
  const nothing = { fromAddress: '', subject: '', text: '' }
  expect(kept).toEqual([
    { kind: 'automatic', ...nothing },
    { kind: 'automatic', ...nothing },
    { kind: 'automatic', ...nothing },
    {
      kind: 'letter',
      fromAddress: ada.email,
      subject: 'Re: You are in',
      text: 'Dear all,\n\nthank you! Can I change my country?\n\nAda\n',
    },
    { kind: 'unknown', ...nothing },
  ])
  expect(last).toMatchObject({ kind: 'unknown', isWritten: true })
})

test('a mail server that says no on the line is heard like one that says it later', async () => {
  const ada = await aPerson(app)
  relay.treat(() => ({ code: 550, words: '5.1.1 no such user' }))
  const hard = await sent(ada)
  relay.treat(() => ({ code: 554, words: '5.7.1 blocked' }))
  const sol = await aPerson(app, { name: 'Sol Reyes' })
  const refused = await sent(sol)
  relay.treat(() => 'take')

  expect(await returns()).toEqual([
    { outboxId: hard, address: ada.email, verdict: 'hard', status: '5.1.1' },
    { outboxId: refused, address: sol.email, verdict: 'refused', status: '5.7.1' },
  ])
})

test('an address that works again is written to, and what came back before is no longer held against it', async () => {
  const ada = await aPerson(app)
  const id = await sent(ada)
  await receive(app, message('postfix-550', id, ada.email))

  const did = [await addressWorks(app, app.db, ada.email), await addressWorks(app, app.db, ada.email)]
  const next = await sent(ada)
  await receive(app, Buffer.from(`X-Again: 1\n${message('postfix-550', id, ada.email)}`))

  expect(did).toEqual([true, false])
  expect((await stateOf(app, next)).state).toBe('sent')
  expect(await dead()).toEqual([])
})
