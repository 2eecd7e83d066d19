import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { locales } from '../../platform/words.ts'
import { compared } from './compare.ts'
import { nextVersion, pageNames, type Revision, textFor } from './page.ts'
import { filled, placeholders, unknownIn } from './placeholders.ts'
import { longest, pageForm } from './schema.ts'
import { suppliedConducts, suppliedText } from './supplied.ts'

const text = (locale: Revision['locale'], version: string | null = null): Revision => ({
  ...{ title: 'T', body: 'B', number: 1 },
  locale,
  version,
})

describe('the text that a reader gets', () => {
  test.each([
    [['en', 'es'], ['es', 'en', 'ar'], 'es'],
    [['en'], ['es', 'en', 'ar'], 'en'],
    [['ar'], ['es', 'en'], 'ar'],
    [[], ['es', 'en'], undefined],
  ] as const)('of %j, for %j, is the one in %s', (written, wanted, shown) => {
    expect(
      textFor(
        written.map((locale) => text(locale)),
        null,
        wanted,
      )?.locale,
    ).toBe(shown)
  })

  test('is never one that states an earlier version', () => {
    const written = [text('es', '2015-06-01'), text('en', '2016-02-20')]

    expect(textFor(written, '2016-02-20', ['es', 'en'])).toEqual(written[1])
  })
})

test('a version is called by its day, the second of a day by its place as well', () => {
  expect(nextVersion('2016-02-20', ['2015-06-01'])).toBe('2016-02-20')
  expect(nextVersion('2016-02-20', ['2016-02-20', '2015-06-01'])).toBe('2016-02-20.2')
  expect(nextVersion('2016-02-20', ['2016-02-20.2', '2016-02-20'])).toBe('2016-02-20.3')
})

describe('placeholders', () => {
  test('are filled', () => {
    const filling = { network: 'Nordic Pairs', tagline: '', email: 'a@b.example', postal: '' }

    expect(filled('{network}: {email}, {other}', filling)).toBe('Nordic Pairs: a@b.example, {other}')
  })

  test('that nobody knows are named', () => {
    expect(unknownIn('{network} {nettwork} {} { email }')).toEqual(['{nettwork}', '{}', '{ email }'])
  })
})

test('a comparison says what went and what came, and loses nothing', () => {
  const [before, after] = ['We answer within a week.', 'We answer within two weeks.']

  const stretches = compared(before, after)

  const without = (kind: string) => stretches.flatMap((one) => (one.kind === kind ? [] : [one.text])).join('')
  expect([without('new'), without('gone')]).toEqual([before, after])
  expect(stretches[0]).toEqual({ text: 'We answer within ', kind: 'same' })
})

test('two long texts that have nothing in common are compared at once', () => {
  const long = (word: string) => Array.from({ length: 4_000 }, (_, n) => `${word}${n}`).join('\n')

  expect(compared(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['gone', 'new'])
})

describe.each(locales)('the texts that come along, in %s', (locale) => {
  test.each(pageNames)('%s could be sent by its form as it is, and has a title', (page) => {
    const { title, body } = suppliedText(page, locale)

    const parsed = pageForm(page).safeParse({ title, body, base: '0', act: 'publish', change: 'new' })
    const plain = pageForm(page).safeParse({ title, body, base: '0', act: 'preview' })

    expect(page === 'code-of-conduct' ? parsed.success : plain.success).toBe(true)
    expect(body.length).toBeLessThan(longest.body)
    expect(body).not.toMatch(/^# /m)
  })
})

test('each placeholder is used in a text that comes along', () => {
  const all = pageNames.map((page) => suppliedText(page, 'en')).map(({ title, body }) => title + body)

  expect(placeholders.filter((name) => !all.join().includes(`{${name}}`))).toEqual(['tagline'])
})

test('the code of conduct that comes along says what it said on its day: another text is a version of another day', () => {
  const { title, body } = suppliedText('code-of-conduct', 'en', suppliedConducts.at(-1))

  expect([
    suppliedConducts.at(-1),
    createHash('sha256').update(`${title}\n${body}`).digest('hex').slice(0, 16),
  ]).toEqual(['2026-11-27', 'c04df396439b9534'])
})
