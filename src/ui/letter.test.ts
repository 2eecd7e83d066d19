import { expect, test } from 'vitest'
import { english as words } from './gallery/english.ts'
import { inEnglish } from './joining.tsx'
import { letter } from './letter.tsx'

const introduction = (locale: string, dir: 'ltr' | 'rtl') =>
  letter({
    kind: 'introduction',
    to: { email: 'ada@library.example', name: 'Ada', personId: null },
    locale,
    dir,
    labelled: inEnglish.labelled,
    subject: words.partner,
    site: { name: 'ILN', href: 'https://iln.example' },
    heading: words.postTitle,
    greeting: words.name,
    why: words.notice,
    blocks: [
      { kind: 'text', text: '<script>alert(1)</script>' },
      {
        kind: 'text',
        text: {
          text: words.email,
          lang: 'fr',
          link: { href: 'mailto:sol@library.example', label: 'sol@library.example' },
        },
      },
      {
        kind: 'book',
        pages: words.people.slice(0, 3).map(({ name, country, sector }) => ({
          kicker: words.partner,
          name,
          under: [country, sector],
          facts: [{ term: words.shared, detail: words.undo }],
          words: words.errorEmail,
        })),
      },
      { kind: 'list', title: words.questions, items: words.questionItems, numbered: true },
    ],
    button: { href: 'https://iln.example/partner', label: words.write, below: words.cancel },
    closing: [words.errorEmail],
    footer: { text: words.postSummary, stop: { href: 'https://iln.example/stop', label: words.undo } },
  })

/** Text and attributes as a reader meets them, without marks. */
const read = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

test('both parts of a letter say the same, in the same order', () => {
  const { text, html } = introduction('en', 'ltr')

  const lines = text
    .split('\n')
    .flatMap((line) => line.replace(/^(- |\d+\. |-- $)/, '').split(/: (?=\S)| (?=sol@)/))
    .map((line) => line.replace(/:$/, ''))
    .filter((line) => line !== '')
  const seen = read(html)
  let from = seen.indexOf(words.postTitle, seen.indexOf('ILN'))
  for (const line of lines.filter((one) => one !== 'ILN' && !one.startsWith('https://'))) {
    const at = seen.indexOf(line, from)
    expect(at, line).toBeGreaterThanOrEqual(from)
    from = at
  }
})

test('where words lead somewhere, plain text says where', () => {
  const { text } = letter({
    ...{ kind: 'issue', to: { email: 'ada@library.example', personId: null }, locale: 'en', dir: 'ltr' },
    ...{ labelled: inEnglish.labelled, subject: 'News', heading: 'News', why: 'News.' },
    site: { name: 'ILN', href: 'https://iln.example' },
    blocks: [
      {
        kind: 'text',
        text: { text: 'To pass it on:', link: { href: 'https://iln.example/2', label: 'read it' } },
      },
    ],
    footer: { text: 'Bye.' },
  })

  expect(text).toContain('To pass it on: read it\nhttps://iln.example/2\n')
})

test('a mail with everything in it stays under 20 KB', () => {
  const mail = introduction('en', 'ltr').html

  expect(Buffer.byteLength(mail)).toBeLessThan(20_000)
})

test('a mail asks for no picture, script, font or style sheet from elsewhere', () => {
  const mail = introduction('en', 'ltr').html

  expect(mail.match(/<(img|script|link|iframe)\b|url\(|@import/g)).toEqual(null)
})

test('a mail is written in the direction of its language', () => {
  const mail = introduction('ar', 'rtl').html

  expect(mail.slice(0, 45)).toEqual('<!doctype html><html lang="ar" dir="rtl"><hea')
})

test('the address of the button can also be read', () => {
  const mail = introduction('en', 'ltr').html

  expect(mail.split('>https://iln.example/partner<').length - 1).toEqual(1)
})
