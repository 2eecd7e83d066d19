import type { App } from '../../platform/app.ts'
import type { Worded } from '../../platform/worded.ts'
import { exampleRound, nobody } from '../wordings/index.ts'
import { surveyEmail } from './emails.ts'
import { words } from './words.ts'

/** A reminder is shown as it reaches whoever has begun; whoever has not is told the same as in the first email. */
const kinds = {
  survey: {
    isBegun: false,
    keys: [
      'mail.subject',
      'mail.hello',
      'mail.why',
      'mail.short',
      'mail.until',
      'mail.begin',
      'mail.closing',
    ],
  },
  'survey-reminder': {
    isBegun: true,
    keys: [
      ...['mail.reminder.subject', 'mail.hello', 'mail.reminder.why', 'mail.begun', 'mail.until'],
      ...['mail.go-on', 'mail.reminder.closing'],
    ],
  },
} as const

/** As many questions as we supply for the end of a round. */
const questions = Array.from({ length: 10 }, () => ({ shownIf: null }))

/** What we promise about the answers stays as it comes. */
const asking = (kind: keyof typeof kinds): Worded<App> => ({
  name: kind,
  label: (locale) => words(locale)(`mail-kind.${kind}`),
  place: 65,
  keys: [...kinds[kind].keys, 'mail.footer', 'mail.stop'],
  draw: async (app, to, network) => {
    const round = await exampleRound(app, to.locale)
    const response = {
      ...to,
      ...{ id: nobody, surveyId: nobody, personId: nobody, applicationId: nobody, roundId: round.id },
      ...{ sheet: 'end' as const, asksOn: round.endsOn, closesOn: round.endsOn, quotes: null },
      ...{ releasedAt: app.now(), closedAt: null, finishedAt: null, remindedAt: null },
      begunAt: kinds[kind].isBegun ? app.now() : null,
    }
    return surveyEmail(kind, response, { app, round, network, questions })
  },
})

export const worded: readonly Worded<App>[] = (['survey', 'survey-reminder'] as const).map(asking)
