import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emailKey } from '../../platform/email-key.ts'
import { addressKey, addressProblem, domainsOf, isAddress } from './addresses.ts'
import { realApplications, realTable } from './real-file.ts'

describe('two spellings of one address have one key', () => {
  test.each([
    ['LEA.GARCON@MAIL.EXAMPLE', 'lea.garcon@mail.example'],
    [' ada@library.example, ', 'ada@library.example'],
    ['a.d.a+iln@gmail.com', 'ada@gmail.com'],
    ['a.da@googlemail.com', 'ada@gmail.com'],
    ['ada+iln@library.example', 'ada+iln@library.example'],
    ['ada+iln@outlook.com', 'ada@outlook.com'],
    ['ａｄａ@library.example', 'ada@library.example'],
    ['a.da@library.example', 'a.da@library.example'],
    ['ada@@library.example', 'ada@library.example'],
    ['ada at library.example', 'ada@library.example'],
    ['n/a', 'n/a'],
  ])('%s', (written, key) => {
    expect(addressKey(written)).toBe(key)
  })

  test('an address that can be written to has the key under which its person is found', () => {
    fc.assert(
      fc.property(
        fc.emailAddress(),
        fc.constantFrom('gmail.com', 'outlook.com', 'library.example'),
        (email, at) => {
          const address = email.replace(/@.*/, `+iln@${at}`)
          fc.pre(isAddress(address))
          expect(addressKey(address)).toBe(emailKey(address))
        },
      ),
    )
  })

  test('the key of a key is itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string()), (text) => {
        expect(addressKey(addressKey(text))).toBe(addressKey(text))
      }),
    )
  })
})

describe('what is wrong with an address, and what was meant', () => {
  test.each([
    ['ada@library.example', null],
    ["o'brien@library.example", null],
    ['josé@bücher.example', null],
    ['', { why: 'missing', mend: null, obvious: false }],
    ['N/A', { why: 'missing', mend: null, obvious: false }],
    ['ask me', { why: 'not-an-address', mend: null, obvious: false }],
    ['ada at library.example', { why: 'no-at', mend: 'ada@library.example', obvious: true }],
    ['ada [at] library [dot] example', { why: 'not-an-address', mend: 'ada@library.example', obvious: true }],
    ['ada@@library.example', { why: 'two-ats', mend: 'ada@library.example', obvious: true }],
    ['ada@library.example,', { why: 'stray-characters', mend: 'ada@library.example', obvious: true }],
    ['ada@library,example', { why: 'stray-characters', mend: 'ada@library.example', obvious: true }],
    [' ada @ library.example ', { why: 'stray-characters', mend: 'ada@library.example', obvious: true }],
    ['ada@library .example', { why: 'stray-characters', mend: 'ada@library.example', obvious: true }],
    ['ada@library.example work', { why: 'stray-characters', mend: 'ada@library.example', obvious: false }],
    [
      'ada@library.example. Thanks!',
      { why: 'stray-characters', mend: 'ada@library.example', obvious: false },
    ],
    ['Ada <ada@library.example>', { why: 'stray-characters', mend: 'ada@library.example', obvious: false }],
    [
      'ada@library.example; sol@library.example',
      { why: 'two-ats', mend: 'ada@library.example', obvious: false },
    ],
    ['ada@library..example', { why: 'bad-domain', mend: 'ada@library.example', obvious: true }],
    ['.ada@library.example', { why: 'bad-name', mend: null, obvious: false }],
    ['ada@library', { why: 'bad-domain', mend: 'ada@library.example', obvious: false }],
    ['ada@mail', { why: 'bad-domain', mend: null, obvious: false }],
    ['ada@sol@library.example', { why: 'two-ats', mend: null, obvious: false }],
    ['library.example', { why: 'no-at', mend: null, obvious: false }],
  ] as const)('%s', (written, problem) => {
    const known = ['library.example', 'mail.example', 'mail.example.net']

    expect(addressProblem(written, known)).toEqual(problem)
  })

  test('a mend is an address without a problem', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const mend = addressProblem(text)?.mend
        expect(mend == null || isAddress(mend)).toBe(true)
      }),
    )
  })
})

test('in the real file 13 addresses cannot be written to, and 7 can be mended at once', async () => {
  const emails = (await realApplications()).map(({ email }) => email)

  const found = emails
    .map((email) => addressProblem(email, domainsOf(emails)))
    .filter((problem) => problem !== null)

  expect(
    Object.entries(Object.groupBy(found, ({ why }) => why)).map(([why, of]) => [why, of.length]),
  ).toEqual([
    ['missing', 4],
    ['stray-characters', 1],
    ['no-at', 4],
    ['bad-domain', 2],
    ['two-ats', 2],
  ])
  expect(found.filter(({ obvious }) => obvious).length).toBe(7)
})

test('in the real pairings of former rounds two people are named by addresses with a slip, and still known', async () => {
  const { rows } = await realTable('former-pairings')
  const keys = new Set((await realApplications()).map(({ email }) => addressKey(email)))

  const slips = rows.flatMap(({ cells }) => cells.slice(1)).filter((email) => !isAddress(email))

  expect(slips.map(addressKey)).toEqual([
    'amy.obrien@library.example',
    'karen.jones78@mail.example.net',
    'amy.obrien@library.example',
  ])
  expect(slips.every((email) => keys.has(addressKey(email)))).toBe(true)
  expect(new Set(rows.flatMap(({ cells }) => cells.slice(1).map(addressKey))).size).toBe(308)
})
