import { expect, test } from 'vitest'
import { testApp } from '../../../test/harness.ts'
import { networkIn } from '../../platform/network/index.ts'
import { namesOf, tellingIn } from '../../platform/sentence.ts'
import { locales, sentenceId, sentenceOf } from '../../platform/words.ts'
import { misfitIn } from './actions.ts'
import { invented } from './queries/example.ts'
import { fillingsOf } from './queries/fillings.ts'
import { readingsOf } from './queries/reading.ts'
import { oursAt } from './queries/revisions.ts'
import { fileForm, roleOf, typedForm, withApostrophes } from './wording.ts'
import { words } from './words.ts'

const app = await testApp('2016-02-20T12:00:00Z')

/** Every sentence that can be changed, in every language. */
const all = app.worded.flatMap((email) =>
  email.keys.flatMap((key) =>
    locales.map((locale) => ({ email, at: { feature: email.feature, key, locale } })),
  ),
)

test('every sentence that can be changed is one of ours, and comes back from its field as it was', () => {
  const odd = all.filter(({ at }) => {
    const ours = sentenceOf(at)
    return !ours || misfitIn(typedForm(ours), at) || fileForm(withApostrophes(typedForm(ours)), ours) !== ours
  })

  expect(all.length).toBeGreaterThan(600)
  expect(odd.map(({ at }) => sentenceId(at))).toEqual([])
})

test('each changed sentence arrives in the email that is drawn for it, in each language', async () => {
  const network = await networkIn(app)
  const lost: string[] = []
  for (const { email, at } of all) {
    const wording = { [sentenceId(at)]: `${sentenceOf(at)} <i>Zanzibar</i>` }
    const to = { ...invented(at.locale).people[0], personId: null, locale: at.locale }
    const { subject, text, html } = await email.draw(app, to, { ...network, wording })
    const isThere = text.includes(' <i>Zanzibar</i>') && html.includes(' &lt;i&gt;Zanzibar&lt;/i&gt;')
    if (!(subject.includes('Zanzibar') || isThere) || html.includes('<i>Zanzibar')) lost.push(sentenceId(at))
  }

  expect(lost).toEqual([])
})

test('what stands on the button of an email is called so beside its field', async () => {
  const network = await networkIn(app)
  const to = { ...invented('en').people[0], personId: null, locale: 'en' }
  const isOnButton = (html: string) =>
    html
      .split('class="button"')
      .some((after, at) => at > 0 && (after.split('</td>')[0] ?? '').includes('Zanzibar'))
  const onButtons: string[] = []
  const called: string[] = []
  for (const { email, at } of all.filter((one) => one.at.locale === 'en')) {
    const wording = { [sentenceId(at)]: `${sentenceOf(at)} Zanzibar` }
    const { html } = await email.draw(app, to, { ...network, wording })
    if (isOnButton(html)) onButtons.push(`${email.name} ${at.key}`)
    if (roleOf(at.key, email.keys) === 'button') called.push(`${email.name} ${at.key}`)
  }

  expect(onButtons).toContain('survey mail.begin')
  expect(called).toEqual(onButtons)
})

test('what each name becomes is known of every sentence, and when each of its cases is said', async () => {
  const network = await networkIn(app)
  const unknown: string[] = []
  for (const email of app.worded)
    for (const locale of locales) {
      const to = { ...invented(locale).people[0], personId: null, locale }
      const fillings = await fillingsOf(app, { email, locale }, { to, network })
      for (const key of email.keys) {
        const ours = oursAt({ feature: email.feature, key, locale })
        const nameless = namesOf(ours).filter((name) => !fillings[key]?.[name])
        const untold = tellingIn(ours)
          .filter(({ by }) => by === 'choice')
          .flatMap(({ name, cases }) => cases.map((one) => `case.${name}.${one}`))
          .filter((told) => words.find(locale, told) === null)
        unknown.push(...[...nameless, ...untold].map((what) => `${email.name} ${locale} ${key}: ${what}`))
      }
    }

  expect(unknown).toEqual([])
})

test('a sentence is read once for each of its cases, with a number that a language says so', () => {
  const filled = { count: '1', names: 'Sami', how: 'other' }

  expect(readingsOf('Hello', 'en', filled)).toEqual([])
  expect(readingsOf('Dear {names}, {more}', 'en', filled)).toEqual([{ said: 'Dear Sami, {more}' }])
  expect(readingsOf('{count, plural, =0 {No} one {Meet} other {# meet}} {names}', 'en', filled)).toEqual([
    { said: 'No Sami', of: { name: 'count', one: '=0', number: 0 } },
    { said: 'Meet Sami', of: { name: 'count', one: 'one', number: 1 } },
    { said: '2 meet Sami', of: { name: 'count', one: 'other', number: 2 } },
  ])
  expect(
    readingsOf('{count, plural, zero {#} one {#} two {#} few {#} many {#} other {#}}', 'ar').map(
      ({ said }) => said,
    ),
  ).toEqual(['0', '1', '2', '3', '11', '100'])
  expect(readingsOf('{how, select, mid {Half-way, {names}} other {Over}}', 'en', filled)).toEqual([
    { said: 'Half-way, Sami', of: { name: 'how', one: 'mid' } },
    { said: 'Over', of: { name: 'how', one: 'other' } },
  ])
})

test.each([
  ['We write to {name}.', null],
  ['We write.', 'wording-missing'],
  ['We write to {nmae}, {name}.', 'wording-unknown'],
  ['We write to {name.', 'wording-unreadable'],
  ['We write to {name, select, a {x} other {y}}.', 'wording-cases'],
  ['We write to {name, date}.', 'wording-cases'],
  ['We write to \u202e{name}.', 'wording-turned'],
])('“%s” in the place of a greeting: %s', (text, code) => {
  const at = { feature: 'pairings', key: 'intro.hello', locale: 'en' } as const

  expect(misfitIn(text, at)?.code ?? null).toBe(code)
  expect(misfitIn(`${text}${'a'.repeat(2_000)}`, at)).not.toBeNull()
})

test.each([
  ['{count, plural, one {Hi {names}} other {Hi all {names}}}', 'en', null],
  ['{count, plural, other {Hi {names}}}', 'en', 'wording-cases'],
  ['{count, plural, one {Hi {names}} uno {Hi {names}} other {Hi {names}}}', 'en', 'wording-cases'],
  ['Meet {names}, {count}', 'en', 'wording-cases'],
  ['Meet {names}', 'en', 'wording-missing'],
] as const)('“%s” in the place of a counted sentence: %s, %s', (text, locale, code) => {
  expect(misfitIn(text, { feature: 'pairings', key: 'intro.heading', locale })?.code ?? null).toBe(code)
})
