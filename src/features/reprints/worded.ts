import type { App } from '../../platform/app.ts'
import type { Worded } from '../../platform/worded.ts'
import { invented, nobody } from '../wordings/index.ts'
import { askEmail, type Mailed, type Outcome, outcomeEmail, outcomes, type ToldAuthor } from './emails.ts'
import { words } from './words.ts'

const made = (locale: string): Mailed => {
  const { people, text } = invented(locale)
  const by = people[1].name
  return { id: nobody, title: text, slug: 'post', publication: by, language: locale, by }
}

const toAuthor = (told: ToldAuthor): Worded<App> => ({
  name: `reprint-${told}`,
  label: (locale) => words(locale)(`worded.${told}`),
  place: 76,
  keys: [
    ...([`mail.${told}.subject`, 'mail.hello', `mail.${told}.why`, 'mail.ask.button'] as const),
    ...([`mail.${told}.closing`, 'mail.ask.footer'] as const),
  ],
  draw: (_app, { name, email, locale }, network) =>
    askEmail(
      told,
      { name, email, locale, personId: nobody },
      { network, reprint: made(locale), key: 'example', message: invented(locale).text },
    ),
})

const outcome = (told: Outcome): Worded<App> => ({
  name: `reprint-${told}`,
  label: (locale) => words(locale)(`worded.${told}`),
  place: 76,
  keys: [
    ...[`mail.${told}.subject` as const, 'mail.hello' as const, `mail.${told}.why` as const],
    ...['mail.outcome.button' as const, `mail.${told}.closing` as const, 'mail.outcome.footer' as const],
  ],
  draw: (_app, { name, email, locale }, network) =>
    outcomeEmail(
      told,
      { name, email, locale, personId: nobody },
      { network, reprint: made(locale), word: '' },
    ),
})

export const worded: readonly Worded<App>[] = [
  toAuthor('ask'),
  toAuthor('reminder'),
  ...outcomes.map(outcome),
]
