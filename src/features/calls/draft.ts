import { dayMs } from '../../platform/days.ts'
import type { Application, FormAnswers, UsualTime } from '../applications/index.ts'

/** The pages of the form of every round, in their order. */
export const usualPages = ['you', 'work', 'talking', 'partner'] as const
export type UsualPage = (typeof usualPages)[number]

/** And the one with a round's own questions; after them comes the one on which all of it is checked and sent. */
export const formPages = [...usualPages, 'more'] as const
export type FormPage = (typeof formPages)[number]

/** The pages of a round that asks these questions of its own. */
export const pagesOf = (questions: readonly unknown[]): FormPage[] =>
  formPages.filter((page) => page !== 'more' || questions.length > 0)

/** What is asked on each of the usual pages, by the names of the fields. */
export const fieldsOf = {
  you: ['name', 'email', 'country'],
  work: ['workplace', 'jobTitle', 'sector', 'stage', 'interests'],
  talking: [
    ...['language1', 'comfort1', 'language2', 'comfort2', 'language3', 'comfort3'],
    ...['zone', 'times', 'sharesEmail'],
  ],
  partner: ['about', 'wishSector', 'wishStage', 'wishInterests', 'dear', 'again', 'wishNote', 'takesTwo'],
} as const satisfies Record<UsualPage, readonly string[]>

/** What was typed, by name of the field, as it was typed. */
export type Values = Record<string, string | string[]>

export const textIn = (values: Values, name: string): string => String(values[name] ?? '')
export const listIn = (values: Values, name: string): string[] => [values[name] ?? []].flat()

/** Usual fields of which several may be ticked. */
export const listNames: readonly string[] = ['interests', 'times', 'dear', 'again', 'takesTwo']

/** How many languages one may name. */
export const languageRows = [1, 2, 3] as const

/** The state of a saved page: see the columns of `draft_page`. */
export type Saved = { rev: number; writer: string; seq: number }

/**
 * What to do with a page that comes to be saved. Its last save may have got here and its answer not back: then the same
 * page comes again, with an old `rev`. Only another page with an old one was typed elsewhere.
 */
export function verdictOn(saved: Saved, came: Saved): 'take' | 'late' | 'conflict' {
  if (came.writer === saved.writer) return came.seq >= saved.seq ? 'take' : 'late'
  return came.rev === saved.rev ? 'take' : 'conflict'
}

/** A page that was never saved. */
export const unsaved: Saved = { rev: 0, writer: '', seq: 0 }

/** Answers of an application as the form would have them typed. */
export function valuesFrom(application: Application & { usualTimes: UsualTime[] } & FormRest): Values {
  const { languages, languagesToWrite } = application
  const rows = languageRows.flatMap((row): [string, string][] => {
    const code = languages[row - 1]
    const comfort = code !== undefined && languagesToWrite.includes(code) ? 'write' : 'talk'
    return code === undefined
      ? []
      : [
          [`language${row}`, code],
          [`comfort${row}`, comfort],
        ]
  })
  return {
    name: `${application.givenName} ${application.familyName}`.trim(),
    email: application.email,
    country: application.country ?? '',
    workplace: application.workplace,
    jobTitle: application.jobTitle,
    sector: application.sector ?? '',
    stage: application.stage ?? '',
    interests: application.interests,
    ...Object.fromEntries(rows),
    zone: application.zone ?? '',
    times: application.usualTimes,
    sharesEmail: application.sharesEmail ? 'yes' : 'no',
    about: application.about,
    wishSector: application.wishSector,
    wishStage: application.wishStage,
    wishInterests: application.wishInterests,
    dear: application.dearWishes,
    wishNote: application.wishNote,
    takesTwo: application.takesTwo ? ['yes'] : [],
  }
}
type FormRest = Pick<FormAnswers, 'languagesToWrite' | 'dearWishes'>

/** Bytes of a page that are kept: many times what anyone has to say. */
const mostBytes = 90_000

export const isTooLong = (typed: Values): boolean => Buffer.byteLength(JSON.stringify(typed)) > mostBytes

/** Anyone who has the form open at the deadline finds what they typed kept, though it can no longer be sent. */
export const mayBegin = (
  { applyFrom, applyUntil }: { applyFrom: Date; applyUntil: Date },
  now: Date,
): boolean => applyFrom <= now && now.getTime() < applyUntil.getTime() + dayMs

/** How long after the deadline what was never sent is kept. */
export const keptForDays = 90
