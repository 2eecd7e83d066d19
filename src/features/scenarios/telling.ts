import { isolate } from '../../platform/bidi.ts'
import { type Formats, formats } from '../../platform/formats.ts'
import { joining } from '../../platform/joining.ts'
import { branch } from '../../platform/words.ts'
import type { UsualTime } from '../applications/index.ts'
import { type GivenAnswer, saidIn, tellAnswer } from '../questions/index.ts'
import type { ReserveReason } from './scenario/reserve.ts'
import type { AnswersTold } from './score/answers.ts'
import type { Stage } from './score/applicant.ts'
import type { ClockRange, SharedHours } from './score/hours.ts'
import type { Sentence } from './score/reasons.ts'
import { interestName, type ScenarioWords, words } from './words.ts'

/** Everything that is needed to say something to someone. */
export type Voice = { t: ScenarioWords } & Reader

/** @param zone of the reader, for times; UTC where none are told */
export const voiceFor = (locale: string, zone = 'UTC'): Voice => ({
  t: words(locale),
  f: formats(locale, zone),
  locale,
})

/** What tells a reader's sentences apart: their language, and their way to write dates and lists. */
type Reader = { f: Formats; locale: string }

/** Given names, of the one whose reasons these are and of the partner. */
export type Names = { own: string; partner: string }

/**
 * Says the reasons of a pair in whole sentences: to one of them ("You share…") or about both ("They
 * share…").
 */
export function tell(
  sentences: readonly Sentence[],
  to: 'you' | 'they',
  names: Names,
  reader: Reader,
): string[] {
  return sentences.map((sentence) =>
    sayOne(
      sentence,
      to,
      { own: isolate(names.own, reader.locale), partner: isolate(names.partner, reader.locale) },
      reader,
    ),
  )
}

function sayOne(sentence: Sentence, to: 'you' | 'they', names: Names, reader: Reader): string {
  const { f, locale } = reader
  const t = words(locale)
  switch (sentence.say) {
    case 'interests-shared': {
      const interests = interestList(sentence.interests, reader)
      const { asked } = sentence
      return t(`${to}.interests-shared`, { ...names, asked, interests, count: sentence.interests.length })
    }
    case 'interests-different':
      return t(`${to}.interests-different`, { ...names, asked: sentence.asked })
    case 'sector-alike':
      return t(`${to}.sector-alike`, {
        ...names,
        asked: sentence.asked,
        place: t(`place.${sentence.sector}`),
      })
    case 'sector-different':
      return t(`${to}.sector-different`, {
        ...names,
        asked: sentence.asked,
        ownPlace: t(`place.${sentence.own}`),
        partnerPlace: t(`place.${sentence.partner}`),
      })
    case 'stage-alike':
      return t(`${to}.stage-alike`, { ...names, asked: sentence.asked, stage: t(`stage.${sentence.stage}`) })
    case 'stage-later':
    case 'stage-earlier':
      return t(`${to}.${sentence.say}`, {
        ...names,
        asked: sentence.asked,
        ownStage: t(`stage.${sentence.own}`),
        partnerStage: t(`stage.${sentence.partner}`),
      })
    case 'again':
      return t(`${to}.again`)
    case 'answers-alike':
    case 'answers-different':
      return t(`${to}.${sentence.say}`, answersInWords(sentence.answers, reader))
    case 'languages':
      return t(`${to}.languages`, { languages: f.list(sentence.languages.map(f.language)) })
    case 'hours':
      return t(`${to}.hours`, { ...names, ...hoursInWords(sentence.hours, reader) })
    case 'no-hours':
      return t(`${to}.no-hours`)
    case 'unmet':
    case 'impossible': {
      const who = sentence.whose === 'own' ? names.own : names.partner
      const key =
        to === 'you' && sentence.whose === 'own'
          ? (`you.${sentence.say}` as const)
          : (`they.${sentence.say}` as const)
      return t(key, { who, hope: `${sentence.what}_${sentence.wish}` })
    }
  }
}

/** The question, and what both chose; a step of a scale without words says nothing more. */
const answersInWords = ({ label, chosen }: AnswersTold, { f, locale }: Reader) => {
  const said = chosen.flatMap((one) => saidIn(one, locale) ?? [])
  return {
    question: isolate(saidIn(label, locale) ?? '', locale),
    said: said.length === 0 ? 'none' : 'some',
    answers: isolate(f.list(said), locale),
  }
}

/** The hours of two people in words, longest stretch first, by three clocks. */
export const hoursInWords = (hours: SharedHours, { f, locale }: Reader) => {
  const on = (clock: 'utc' | 'own' | 'partner') =>
    f.list(hours.ranges.map((range) => clockWords(range[clock], locale)))
  return { utc: on('utc'), ownHours: on('own'), partnerHours: on('partner') }
}

/** "08:00–10:30", by the 24-hour clock everywhere: it is read next to other zones' hours. */
function clockWords({ from, until }: ClockRange, locale: string): string {
  const time = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return words(locale)('clock-range', { from: time(from), until: time(until) })
}

export const interestList = (codes: readonly string[], { locale }: Reader): string =>
  joining(locale).parted(codes.map((code) => interestName(locale, code)))

/** Someone's work, as their partner and a coordinator may both know it. */
export type Card = {
  jobTitle: string
  workplace: string
  stage: Stage
  interests: string[]
  languages: string[]
  zone: string
  usualTimes: UsualTime[]
  /** Those of the languages in which they write, but would rather not talk. */
  languagesToWrite: string[]
  /** To what the round asks of its own, as far as the reader may know it. */
  own: readonly GivenAnswer[]
}

/**
 * The short facts of a card; those without an answer are left out.
 *
 * @param day `YYYY-MM-DD` of which they speak: zones are named as on that day
 */
export function factsOf(person: Card, day: string, reader: Reader): { term: string; detail: string }[] {
  const { f, locale } = reader
  const t = words(locale)
  const work = [person.jobTitle, person.workplace].filter(Boolean).join(', ')
  const facts = [
    { term: t('fact.work'), detail: work ? isolate(work, reader.locale) : '' },
    { term: t('fact.stage'), detail: t(`stage.${person.stage}`) },
    { term: t('fact.interests'), detail: interestList(person.interests, reader) },
    { term: t('fact.languages'), detail: languagesInWords(person, reader) },
    { term: t('fact.zone'), detail: f.zone(person.zone, day) },
    { term: t('fact.times'), detail: f.list(person.usualTimes.map((time) => t(`time.${time}`))) },
    ...person.own.map((given) => ownFact(given, locale)),
  ]
  return facts.filter(({ detail }) => detail !== '')
}

function ownFact(given: GivenAnswer, locale: string): { term: string; detail: string } {
  const { question, answer, isOwnWords } = tellAnswer(given, locale)
  return { term: question, detail: isOwnWords ? isolate(answer, locale) : answer }
}

const languagesInWords = ({ languages, languagesToWrite }: Card, { f, locale }: Reader): string =>
  f.list(
    languages.map((code) =>
      languagesToWrite.includes(code)
        ? words(locale)('language.to-write', { language: f.language(code) })
        : f.language(code),
    ),
  )

type Called = { name: string; givenName: string }

/** What two people are called beside each other: by given name, where that tells them apart. */
export const namesBeside = (own: Called, partner: Called) =>
  own.givenName === partner.givenName
    ? { own: own.name, partner: partner.name }
    : { own: own.givenName, partner: partner.givenName }

/** Why someone waits: a coordinator's word goes before the run's. */
export const tellWaiting = (
  { isHeld, reason }: { isHeld: boolean; reason: ReserveReason },
  reader: Reader,
) => (isHeld ? words(reader.locale)('held.why') : tellReserve(reason, 'they', reader))

/** Why someone waits, to themself or about them. */
export function tellReserve(reason: ReserveReason, to: 'you' | 'they', { f, locale }: Reader): string {
  const t = words(locale)
  switch (reason.kind) {
    case 'nobody-allowed': {
      const causes = Object.entries(reason.obstacles)
        .filter(([, count]) => count > 0)
        .map(([why, count]) => t('obstacle.count', { why: branch(why), count }))
      return t(`${to}.reserve.nobody-allowed`, { causes: f.list(causes) })
    }
    case 'odd-number':
      return t(`${to}.reserve.odd-number`, { possible: reason.possible })
    case 'partners-pinned':
      return t(`${to}.reserve.partners-pinned`)
    case 'by-hand':
      return t(`${to}.reserve.by-hand`, { possible: reason.possible })
    case 'too-few-partners':
      return t(`${to}.reserve.too-few-partners`, { rivals: reason.rivals, partners: reason.partners })
  }
}
