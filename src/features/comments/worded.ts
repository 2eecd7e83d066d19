import type { App } from '../../platform/app.ts'
import type { Worded } from '../../platform/worded.ts'
import { invented, nobody } from '../wordings/index.ts'
import { followEmail, type Mailed, mineEmail, replyEmail, waitingEmail } from './emails.ts'
import { words } from './words.ts'

function made(locale: string): Mailed {
  const { people, text } = invented(locale)
  return { number: 1, name: people[1].name, text, title: text }
}

const reply: Worded<App> = {
  name: 'comment-reply',
  label: (locale) => words(locale)('worded.reply'),
  place: 74,
  keys: [
    'mail.reply.subject',
    'mail.hello',
    'mail.reply.why',
    'mail.reply.button',
    'mail.reply.footer',
    'mail.stop',
  ],
  draw: (app, { name, email, locale }, network) =>
    replyEmail({ name, email, locale, readerId: nobody }, { app, network, comment: made(locale) }),
}

const follow: Worded<App> = {
  name: 'comment-follow',
  label: (locale) => words(locale)('worded.follow'),
  place: 74,
  keys: [
    ...(['mail.follow.subject', 'mail.follow.heading', 'mail.hello', 'mail.follow.why'] as const),
    ...(['mail.follow.closing', 'mail.follow.footer'] as const),
  ],
  draw: (_app, { email, locale }, network) =>
    followEmail({ email, locale }, { network, secret: 'example', comment: made(locale) }),
}

const mine: Worded<App> = {
  name: 'comment-mine',
  label: (locale) => words(locale)('worded.mine'),
  place: 74,
  keys: [
    ...([
      'mail.mine.subject',
      'mail.mine.heading',
      'mail.hello',
      'mail.mine.why',
      'mail.mine.button',
    ] as const),
    ...(['mail.mine.closing', 'mail.follow.footer'] as const),
  ],
  draw: (app, { email, locale }, network) =>
    mineEmail({ email, locale }, { app, network, comment: { ...made(locale), id: nobody } }),
}

const waiting: Worded<App> = {
  name: 'comments-waiting',
  label: (locale) => words(locale)('worded.waiting'),
  place: 75,
  keys: [
    ...(['mail.waiting.subject', 'mail.hello', 'mail.waiting.why', 'mail.waiting.one'] as const),
    ...(['mail.waiting.button', 'mail.waiting.footer', 'mail.stop'] as const),
  ],
  draw: (app, { name, givenName, email, locale }, network) =>
    waitingEmail(
      { id: nobody, name, givenName, email, locale },
      { app, network, comments: [{ ...made(locale), id: nobody, email }], count: 2 },
    ),
}

export const worded: readonly Worded<App>[] = [reply, follow, mine, waiting]
