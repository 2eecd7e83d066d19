import type { App } from '../../platform/app.ts'
import type { Worded } from '../../platform/worded.ts'
import { exampleRound, invented, nobody } from '../wordings/index.ts'
import { type AbsenceNews, absenceEmail, checkInEmail, nudgeEmail } from './emails.ts'
import { words } from './words.ts'

const kinds = {
  first: { answer: null, email: checkInEmail, subject: 'question.first', why: ['mail.why'] },
  again: { answer: 'yes', email: checkInEmail, subject: 'question.again', why: ['mail.why'] },
  nudge: { answer: null, email: nudgeEmail, subject: 'nudge.subject', why: ['nudge.why', 'nudge.text'] },
} as const

const asking = (kind: keyof typeof kinds): Worded<App> => ({
  name: `check-in-${kind}`,
  label: (locale) => words(locale)(`worded.${kind}`),
  place: 60,
  keys: [kinds[kind].subject, 'mail.hello', ...kinds[kind].why, 'mail.closing', 'mail.footer', 'mail.stop'],
  draw: async (app, to, network) => {
    const round = await exampleRound(app, to.locale)
    const { answer, email } = kinds[kind]
    const asked = {
      ...to,
      ...{ id: nobody, personId: nobody, roundId: nobody, day: 4, askedAt: app.now() },
      ...{ partners: [invented(to.locale).people[1].name], answer, answeredAt: null, words: '', isIn: true },
    }
    return email(asked, { app, round, network })
  },
})

const absence = (kind: AbsenceNews['kind']): Worded<App> => ({
  name: `absence-${kind}`,
  label: (locale) => words(locale)(`worded.absence.${kind}`),
  place: 60,
  keys: [
    `absence.${kind}.subject`,
    'mail.hello',
    `absence.${kind}.why`,
    `absence.${kind}.next`,
    'mail.footer',
  ],
  draw: async (app, to, network) => {
    const round = await exampleRound(app, to.locale)
    const news = { kind, id: nobody, from: round.startsOn, until: round.endsOn }
    const { name } = invented(to.locale).people[1]
    return absenceEmail({ ...to, personId: nobody }, news, { name, round, network })
  },
})

export const worded: readonly Worded<App>[] = [
  ...(['first', 'again', 'nudge'] as const).map(asking),
  ...(['away', 'back', 'stays'] as const).map(absence),
]
