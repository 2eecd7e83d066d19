import type { App } from '../../platform/app.ts'
import type { Worded } from '../../platform/worded.ts'
import { exampleRound, nobody } from '../wordings/index.ts'
import { callEmail } from './emails.ts'
import { words } from './words.ts'

export const worded: readonly Worded<App>[] = [
  {
    name: 'call',
    label: (locale) => words(locale)('mail-kind.call'),
    place: 10,
    keys: [
      'mail.call.subject',
      'mail.call.heading',
      'mail.hello',
      'mail.call.why',
      'mail.call.when',
      'mail.call.button',
      'mail.call.closing',
      'mail.call.footer',
    ],
    draw: async (app, { email, locale }, network) =>
      callEmail({ id: nobody, email, locale }, { app, round: await exampleRound(app, locale), network }),
  },
]
