import { type Formats, formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { joining } from '../../../platform/joining.ts'
import { errorWords } from '../../../platform/say.ts'
import { type ZoneChoice, zoneChoices } from '../../../platform/zones.ts'
import type { Frame, Link, PersonChipProps } from '../../../ui/index.ts'
import { officeRoundPath, officeRoundsPath, type Round, roundTitle } from '../../rounds/index.ts'
import {
  type Answers,
  type Application,
  fullName,
  isInterest,
  type Sector,
  type Stage,
} from '../application.ts'
import type { Change } from '../checks.ts'
import { isLanguage } from '../languages.ts'
import { applicationPath, applicationsPath, cleanPath } from '../paths.ts'
import { words } from '../words.ts'

type FormInWords<Name extends string> = ReturnType<typeof formInWords<Name>>

/** How a page of the office speaks of applications. */
export type Voice = {
  t: ReturnType<typeof words>
  locale: string
  /** Times are those of the round's clock. */
  say: Formats
  /** A form with its fields and faults: see `formInWords`. */
  form: <Name extends string>(form: FormState, labels: Record<Name, string>) => FormInWords<Name>
  country: (code: string | null) => string
  /** Every time zone, to choose from. */
  zones: () => ZoneChoice[]
  sector: (sector: Sector | null) => string
  stage: (stage: Stage | null) => string
  interest: (code: string) => string
  language: (code: string) => string
}

export const voiceOf = (frame: Frame, round: Round): Voice => voiceFor(frame, round.zone)

/** @param zone in which times are said */
export function voiceFor(frame: Pick<Frame, 'locale' | 'now'>, zone: string): Voice {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  const error = errorWords(words, frame.locale)
  const unknown = t('unknown')
  return {
    t,
    locale: frame.locale,
    say,
    form: (form, labels) => formInWords(frame.locale, labels, form, error),
    zones: () => zoneChoices(frame.locale, frame.now),
    country: (code) => (code === null ? unknown : say.country(code)),
    sector: (sector) => (sector === null ? unknown : t(`sector.${sector}`)),
    stage: (stage) => (stage === null ? unknown : t(`stage.${stage}`)),
    interest: (code) => (isInterest(code) ? t(`interest.${code}`) : code),
    language: (code) => (isLanguage(code) ? say.language(code) : code),
  }
}

/** The person of an application, as they are shown everywhere. */
export const chipOf = (application: Application, voice: Voice, round: Round): PersonChipProps => ({
  name: fullName(application) || application.email || voice.t('nameless'),
  country: application.country === null ? application.countryWritten : voice.country(application.country),
  sector: application.sector === null ? application.sectorWritten : voice.sector(application.sector),
  href: applicationPath(round.code, application.id),
})

/** The fields that people look at and mend, in the order of the form. */
export const shownFields = [
  'email',
  'givenName',
  'familyName',
  'country',
  'zone',
  'workplace',
  'jobTitle',
  'sector',
  'stage',
  'interests',
  'languages',
  'about',
  'links',
  'wishSector',
  'wishStage',
  'wishInterests',
  'wishNote',
  'formerRounds',
  'heardFrom',
  'acceptsCode',
  'sharesEmail',
  'takesTwo',
] as const
export type ShownField = (typeof shownFields)[number]

/** An answer in words. */
export function answerInWords(answers: Answers, field: ShownField, voice: Voice): string {
  const { t, say } = voice
  switch (field) {
    case 'country':
      return answers.country === null ? answers.countryWritten : voice.country(answers.country)
    case 'sector':
      return answers.sector === null ? answers.sectorWritten : voice.sector(answers.sector)
    case 'stage':
      return voice.stage(answers.stage)
    case 'zone':
      return answers.zone ?? t('unknown')
    case 'interests':
      return joining(voice.locale).parted(answers.interests.map(voice.interest))
    case 'languages':
      return say.list(answers.languages.map(voice.language))
    case 'formerRounds':
      return answers.formerRounds.join(', ')
    case 'acceptsCode':
    case 'takesTwo':
      return t(answers[field] ? 'yes' : 'no')
    case 'sharesEmail':
      return answers.sharesEmail === null ? answers.sharesEmailWritten : t(answers.sharesEmail ? 'yes' : 'no')
    case 'wishSector':
    case 'wishStage':
    case 'wishInterests':
      return t(`wish.${answers[field]}`)
    default:
      return answers[field]
  }
}

/** What a suggested change would make of an application, in words: "South Africa, Thandiwe". */
export function changeInWords(application: Answers, change: Change, voice: Voice): string {
  const after = { ...application, ...change }
  const fields = shownFields.filter((field) => field in change)
  return fields
    .map((field) => answerInWords(after, field, voice))
    .filter((text) => text !== '')
    .join(', ')
}

/** The way back from a page about the applications of a round. */
export const crumbsOf = (
  round: Round,
  { t, locale }: Voice,
  ...more: ('applications' | 'clean')[]
): Link[] => [
  { href: officeRoundsPath, label: t('crumb.rounds') },
  { href: officeRoundPath(round.code), label: roundTitle(locale, round) },
  ...more.map((page) => ({
    href: page === 'clean' ? cleanPath(round.code) : applicationsPath(round.code),
    label: t(page === 'clean' ? 'clean.title' : 'list.title'),
  })),
]
