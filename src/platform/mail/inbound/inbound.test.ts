import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../config.ts'
import { root } from '../../root.ts'
import { isBounceAddress } from '../sender.ts'
import { isAutomatic } from './automatic.ts'
import { readMessage } from './message.ts'
import { reportOf } from './report.ts'
import { findToken, returnAddress, returnToken } from './return-address.ts'
import { verdictOf } from './verdict.ts'

const config = readConfig({
  DATA_DIR: '/nowhere',
  SECRET: 'a secret for tests, thirty-two characters or more',
  BOUNCE_ADDRESS: 'mail@network.example',
})
const id = '0b7f3c9e-2a44-4d0e-9a3b-5d6c7e8f9a0b'

describe('an address of our own', () => {
  const address = returnAddress({ config }, { purpose: 'b', id }) ?? ''

  test('says which email it is about, in letters that any host keeps, and in the room there is', () => {
    expect(address).toMatch(/^mail\+b\.[a-z2-7]{26}\.[a-z2-7]{16}@network\.example$/)
    expect(address.indexOf('@')).toBe(50)
    expect(findToken(config, `Delivered-To: <${address.toUpperCase()}>`)).toEqual({ purpose: 'b', id })
  })

  test('every id is read back as it was, for its own purpose alone', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom('b' as const, 'r' as const), (one, purpose) => {
        expect(findToken(config, returnToken(config, { purpose, id: one }))).toEqual({ purpose, id: one })
      }),
    )
  })

  test('one that was changed in any letter, or made with another secret, is not ours', () => {
    const token = returnToken(config, { purpose: 'b', id })
    const changed = [...token].map(
      (letter, at) => `${token.slice(0, at)}${letter === 'q' ? 'x' : 'q'}${token.slice(at + 1)}`,
    )
    const foreign = returnToken(
      { ...config, secret: 'another secret of thirty-two characters' },
      { purpose: 'b', id },
    )

    expect([...changed, foreign].map((one) => findToken(config, one))).toEqual(
      changed.concat('').map(() => null),
    )
    expect(findToken(config, `${foreign} ${token}`)).toEqual({ purpose: 'b', id })
  })

  test('there is none where no address is set, and none that is too long or has a plus', () => {
    expect(
      returnAddress(
        { config: { ...config, mail: { ...config.mail, bounceAddress: null } } },
        { purpose: 'b', id },
      ),
    ).toBe(null)
    expect(
      ['mail@a.example', 'nineteen-characters@a.example', 'a+b@a.example', 'a', 'A <a@a.example>'].map(
        isBounceAddress,
      ),
    ).toEqual([true, false, false, false, false])
  })
})

/** What each message of the corpus is, and for a report what it says of the address. */
const corpus: Record<string, string> = {
  'away-ar': 'automatic',
  'away-de': 'automatic',
  'away-en': 'automatic',
  'away-fr': 'automatic',
  'away-ja': 'automatic',
  'away-outlook-es': 'automatic',
  'away-vacation': 'automatic',
  'away-zh': 'automatic',
  'by-envelope-id': 'hard',
  complaint: 'complaint',
  exchange: 'hard',
  'exchange-denied': 'refused',
  'exchange-edge': 'hard',
  exim: 'hard',
  'exim-unrouteable': 'hard',
  'exim-warning': 'no bounce',
  'exim-words-only': 'hard',
  gmail: 'hard',
  'gmail-dmarc': 'refused',
  'gmail-inactive': 'hard',
  letter: 'letter',
  'letter-ar': 'letter',
  'list-post': 'automatic',
  'postfix-550': 'hard',
  'postfix-552': 'full',
  'postfix-554-bare': 'hard',
  'postfix-554-policy': 'refused',
  'postfix-delayed': 'no bounce',
  'postfix-expired': 'soft',
  'postfix-expired-full': 'full',
  'postfix-forwarded': 'hard',
  'postfix-list': 'hard full',
  'postfix-no-code': 'hard',
  'postfix-one-arrived': 'no bounce hard',
  'postfix-relayed': 'no bounce',
  'postfix-several': 'refused hard',
  'postfix-smtputf8': 'hard',
  'postfix-unknown-host': 'hard',
  qmail: 'hard',
  'qmail-full': 'full',
  'read-receipt': 'automatic',
  'too-large': 'refused',
}

const folder = join(root, 'test/data/inbound')
const address = returnAddress({ config }, { purpose: 'b', id }) ?? ''
const messageNamed = (name: string) =>
  readMessage(
    Buffer.from(
      readFileSync(join(folder, `${name}.eml`), 'utf8')
        .replaceAll('{token}', address)
        .replaceAll('{id}', returnToken(config, { purpose: 'b', id }))
        .replaceAll('{to}', 'ada@library.example'),
    ),
  )

describe('messages as mail servers and programs write them', () => {
  test('each of the corpus is in the table', () => {
    const names = readdirSync(folder).map((name) => name.replace('.eml', ''))

    expect(Object.keys(corpus)).toEqual(names.sort())
  })

  test.each(Object.entries(corpus))('%s: %s', async (name, expected) => {
    const message = await messageNamed(name)

    const report = reportOf(message)
    const told = report?.map((one) => verdictOf(one) ?? 'no bounce').join(' ')
    const other = isAutomatic(message) || message.report ? 'automatic' : 'letter'
    const found = message.report?.type === 'complaint' ? 'complaint' : (told ?? other)

    expect(found).toBe(expected)
    const { sentTo, report: parts } = message
    expect(findToken(config, [sentTo, parts?.fields, parts?.returned].join('\n'))).toEqual({
      purpose: 'b',
      id,
    })
  })

  test('a report names the address that we wrote to, also when it was passed on from there', async () => {
    const named = async (name: string) =>
      reportOf(await messageNamed(name))?.map(({ addresses }) => addresses)

    expect(await named('postfix-forwarded')).toEqual([['ada@library.example', 'ada@home.example']])
    expect(await named('exim-words-only')).toEqual([['ada@library.example']])
    expect(await named('qmail')).toEqual([['ada@library.example']])
  })
})

describe('what mail servers say', () => {
  test.each([
    ['550 5.1.1 no such user', 'hard'],
    ['550 no such user', 'hard'],
    ['551 user not local', 'hard'],
    ['553 sorry', 'hard'],
    ['550 5.7.1 not from you', 'refused'],
    ['550 message looks like spam', 'refused'],
    ['552 5.2.2 mailbox full', 'full'],
    ['552 over quota', 'full'],
    ['552 5.2.3 message too large', 'refused'],
    ['553 5.1.8 sender domain must exist', 'refused'],
    ['550 5.5.1 bad sequence', 'refused'],
    ['550 5.4.7 delivery time expired', 'soft'],
    ['554 transaction failed', 'soft'],
    ['421 4.7.0 try later', 'refused'],
    ['', 'soft'],
  ])('%s: %s', (said, verdict) => {
    expect(verdictOf({ said })).toBe(verdict)
  })
})

describe('whatever comes in', () => {
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
    fc
      .array(
        fc.constantFrom(
          'From: a@b.example\r\n',
          'Content-Type: multipart/report; boundary=x\r\n',
          'Content-Type: message/rfc822\r\n',
          'Content-Type: message/delivery-status\r\n',
          'Content-Type: text/plain; charset=utf-7\r\n',
          'Content-Transfer-Encoding: base64\r\n',
          'Subject: =?utf-8?B?4pi?=\r\n',
          'Action: failed\n',
          'Status: 5.1.1\n',
          'Final-Recipient: rfc822;\n',
          '--x\r\n',
          '--x--\r\n',
          '\r\n',
          '\0',
        ),
        { maxLength: 60 },
      )
      .map((lines) => Buffer.from(lines.join(''))),
  )

  test('it is read without a fault', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (raw) => {
        const message = await readMessage(raw)
        for (const one of reportOf(message) ?? []) verdictOf(one)
        isAutomatic(message)
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['parts in parts', nested(5_000)],
    ['messages in messages', 'Content-Type: message/rfc822\r\n\r\n'.repeat(10_000)],
    [
      'very many parts',
      `Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n\r\na\r\n'.repeat(100_000)}`,
    ],
    ['one header without end', `Subject: ${'a'.repeat(2_000_000)}`],
    ['very many headers', 'To: a@b.example\r\n'.repeat(100_000)],
    ['one line without end', `\r\n${' '.repeat(2_000_000)}`],
    ['many tokens of nobody', `To: ${`b.${'a'.repeat(26)}.${'a'.repeat(16)},\r\n `.repeat(20_000)}\r\n\r\n`],
    ['many recipients', report('Final-Recipient: rfc822; a@b.example\nAction: failed\n\n'.repeat(20_000))],
    ['words that nearly match', `Return-Path: <>\r\n\r\n${'quota quota exceeded spam '.repeat(20_000)}`],
    ['html in html', `Content-Type: text/html\r\n\r\n${'<div>'.repeat(100_000)}`],
  ])('%s cost little', async (_what, text) => {
    const message = await readMessage(Buffer.from(text))
    const report = reportOf(message)
    for (const one of report ?? []) verdictOf(one)
    isAutomatic(message)

    // Whatever goes past a limit of ours is left out; the runner ends a test that takes five seconds.
    expect(findToken(config, message.sentTo)).toBe(null)
    expect((report ?? []).length).toBeLessThanOrEqual(100)
  })
})

function nested(depth: number): string {
  return Array.from(
    { length: depth },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
  ).join('')
}

function report(fields: string): string {
  return `Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n${fields}\r\n--x--\r\n`
}
