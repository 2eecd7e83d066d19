import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import { testApp } from '../../../test/harness.ts'
import { networkFrom, unset } from '../network/index.ts'
import { BadLetter, type Letter, mimeOf } from './mime.ts'
import { readUnsubscribeToken } from './unsubscribe.ts'

const app = await testApp('2016-02-20T12:00:00Z', { MAIL_FROM: 'Twinleaf <hello@network.example>' })

const network = networkFrom(unset, app.origin)

const letter = (wish: Partial<Letter> = {}): Letter => ({
  id: '3f0c8c52-9a4b-4a39-8a36-3b1a2f7f0c11',
  toAddress: 'ada@library.example',
  toName: 'Ada Okafor',
  personId: null,
  subscriberId: null,
  list: null,
  repliesComeHere: false,
  locale: 'en',
  subject: 'Meet Sol',
  text: 'Hello Ada\n',
  html: '<p>Hello <b>Ada</b></p>',
  messageId: '<3f0c8c52-9a4b-4a39-8a36-3b1a2f7f0c11@localhost>',
  ...wish,
})

const codeOf = (error: unknown) => (error instanceof BadLetter ? error.code : error)

test('a mail has its own reference and Message-ID, a text and an HTML part, and names in any script', async () => {
  const bytes = await mimeOf(
    app,
    network,
    letter({ toName: 'أمل "حداد", مكتبة', subject: 'Conoce a Sol · تعرّفي على سول' }),
  )

  const mail = await simpleParser(bytes)
  expect({
    from: mail.from?.value,
    to: [mail.to].flat()[0]?.value,
    subject: mail.subject,
    messageId: mail.messageId,
    date: mail.date,
    text: mail.text,
    html: mail.html,
    ref: mail.headers.get('x-twinleaf-ref'),
    auto: mail.headers.get('auto-submitted'),
    list: mail.headers.get('list'),
  }).toEqual({
    from: [{ name: 'Twinleaf', address: 'hello@network.example' }],
    to: [{ name: 'أمل "حداد", مكتبة', address: 'ada@library.example' }],
    subject: 'Conoce a Sol · تعرّفي على سول',
    messageId: '<3f0c8c52-9a4b-4a39-8a36-3b1a2f7f0c11@localhost>',
    date: new Date('2016-02-20T12:00:00Z'),
    text: 'Hello Ada\n',
    html: '<p>Hello <b>Ada</b></p>',
    ref: '3f0c8c52-9a4b-4a39-8a36-3b1a2f7f0c11',
    auto: 'auto-generated',
    list: undefined,
  })
})

test('a mail of a list says how to leave it, in the ways mail programs know', async () => {
  const personId = '0b7f3c9e-2a44-4d0e-9a3b-5d6c7e8f9a0b'

  const raw = (await mimeOf(app, network, letter({ list: 'topics', personId }))).toString()

  const [, token = ''] =
    /^List-Unsubscribe: <http:\/\/localhost:3000\/unsubscribe\/([^>]+)>\r$/m.exec(raw) ?? []
  expect(readUnsubscribeToken(app, token)).toEqual({ readerId: personId, list: 'topics' })
  expect(raw).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n')
  expect(raw).toContain('\r\nList-ID: <topics.localhost>\r\n')
})

test('a mail of the newsletter leads to where one joins, and to what was sent before; one that everyone cannot join does not', async () => {
  const subscriberId = '0b7f3c9e-2a44-4d0e-9a3b-5d6c7e8f9a0b'
  const about = /^List-(Subscribe|Archive|Post|Unsubscribe-Post): (.+)\r$/gm
  const said = (raw: Buffer) => [...raw.toString().matchAll(about)].map(([, name, value]) => [name, value])

  const newsletter = await mimeOf(app, network, letter({ list: 'newsletter', subscriberId }))
  const topics = await mimeOf(app, network, letter({ list: 'topics', subscriberId }))

  const always = [
    ['Post', 'NO'],
    ['Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
  ]
  expect(said(newsletter)).toEqual([
    ...always,
    ['Subscribe', '<http://localhost:3000/subscribe>'],
    ['Archive', '<http://localhost:3000/newsletter>'],
  ])
  expect(said(topics)).toEqual(always)
})

test('no header of a mail holds a line break or another control character', async () => {
  const control = fc.constantFrom(
    '\r\n',
    '\n',
    '\r',
    '\0',
    '\t',
    '\u001b',
    '\u007f',
    '\u0085',
    '\u2028',
    '\u2029',
  )
  const field = fc.constantFrom('toAddress', 'toName', 'subject', 'messageId', 'list', 'locale')
  const text = fc.string({ unit: 'grapheme', maxLength: 20 })

  await fc.assert(
    fc.asyncProperty(field, text, control, text, async (name, before, sign, after) => {
      const bad = letter({ personId: '0b7f3c9e-2a44-4d0e-9a3b-5d6c7e8f9a0b', [name]: before + sign + after })

      expect(await mimeOf(app, network, bad).catch(codeOf)).toBe('bad-header')
    }),
  )
})

test('whatever a name or a subject says, a mail has one recipient and no header of its own', async () => {
  const words = fc
    .string({ unit: 'grapheme', maxLength: 120 })
    .filter((text) => !/[\p{Cc}\u2028\u2029]/u.test(text))

  await fc.assert(
    fc.asyncProperty(words, words, async (toName, subject) => {
      const raw = (await mimeOf(app, network, letter({ toName, subject }))).toString()

      const head = raw.slice(0, raw.indexOf('\r\n\r\n'))
      const names = head.split(/\r\n(?![ \t])/).map((line) => line.slice(0, line.indexOf(':')))
      expect(new Set(names).size).toBe(names.length)
      expect((await simpleParser(raw)).to).toMatchObject({ value: [{ address: 'ada@library.example' }] })
    }),
  )
})

test('what is not one plain address is refused', async () => {
  const addresses = [
    '',
    'ada',
    'ada@',
    'ada@b, sol@c',
    'Ada <ada@b>',
    'ada@b@c',
    'a b@c',
    '<ada@b>',
    `${'a'.repeat(260)}@b.c`,
  ]

  const refused = await Promise.all(
    addresses.map((toAddress) => mimeOf(app, network, letter({ toAddress })).catch(codeOf)),
  )

  expect(refused).toEqual(addresses.map(() => 'bad-address'))
})

test('a mail that mail programs would cut off is refused', async () => {
  expect(await mimeOf(app, network, letter({ text: 'ok '.repeat(31_000) })).catch(codeOf)).toBe('too-large')
})
