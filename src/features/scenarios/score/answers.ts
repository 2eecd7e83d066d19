import type { InEach } from '../../questions/index.ts'
import type { Applicant } from './applicant.ts'
import { numbered } from './scorers/numbered.ts'

/** A question of the round whose answers count when two people are compared. */
export type Criterion = {
  id: string
  kind: 'one' | 'several' | 'scale'
  prefers: 'alike' | 'different'
  /** On the scale of circumstances. */
  weight: number
  /** Whether partners read each other's answer. */
  isShown: boolean
  label: InEach<string>
  /** Of a scale, its steps from the lowest. */
  options: readonly { id: string; said: InEach<string> }[]
}

/** What an applicant answered to a criterion, by ids of options; nothing where they did not. */
const chosenBy = (one: Applicant, { id }: Pick<Criterion, 'id'>): readonly string[] => one.answers?.[id] ?? []

/** Whoever has answered knows nothing of a partner who has not: that is as good as half. */
const UNKNOWN = 50

/** How well an answer goes with that of a partner, in percent. @param own not empty */
export function answersFit(
  { kind, prefers, options }: Criterion,
  own: readonly string[],
  other: readonly string[],
): number {
  if (other.length === 0) return UNKNOWN
  const place = ([id = '']: readonly string[]) => options.findIndex((option) => option.id === id)
  const both = own.filter((id) => other.includes(id)).length
  const alike =
    kind === 'scale'
      ? 100 - Math.round((100 * Math.abs(place(own) - place(other))) / (options.length - 1))
      : Math.round((100 * both) / (own.length + other.length - both))
  return prefers === 'alike' ? alike : 100 - alike
}

/** What is counted of the answers of each two people: weighed percents, and the weight that these are out of. */
export type AnswersScored = {
  /** By position; nothing for what the person has not answered. */
  out(a: number): number
  met(a: number, b: number): number
}

/** @param percent how much of their own weights the criteria have */
export function scoreAnswers(
  applicants: readonly Applicant[],
  criteria: readonly Criterion[],
  percent: number,
): AnswersScored {
  const tables = criteria.map((criterion) => tableOf(applicants, criterion, weightOf(criterion, percent)))
  const out = Int32Array.from(applicants, (one) => answeredWeight(one, criteria, percent))
  return {
    out: (a) => out[a] ?? 0,
    met: (a, b) =>
      tables.reduce(
        (sum, { place, count, met }) => sum + (met[(place[a] ?? 0) * count + (place[b] ?? 0)] ?? 0),
        0,
      ),
  }
}

/** The weight of what someone has answered. */
export const answeredWeight = (one: Applicant, criteria: readonly Criterion[], percent: number): number =>
  criteria.reduce(
    (sum, criterion) => sum + (chosenBy(one, criterion).length === 0 ? 0 : weightOf(criterion, percent)),
    0,
  )

const weightOf = ({ weight }: Criterion, percent: number) => Math.round((weight * percent) / 100)

/** Few answers differ: each two of them are looked at once. */
function tableOf(applicants: readonly Applicant[], criterion: Criterion, weight: number) {
  const { place, first } = numbered(applicants.map((one) => chosenBy(one, criterion).join(' ')))
  const answers = first.map((a) => chosenBy(applicants[a] as Applicant, criterion))
  const met = Int32Array.from(
    answers.flatMap((own) =>
      answers.map((other) => (own.length === 0 ? 0 : weight * answersFit(criterion, own, other))),
    ),
  )
  return { place, count: first.length, met }
}

/** What there is to tell of the answers of two: where both chose the same as was preferred, or not the same. */
export type AnswersTold = Pick<Criterion, 'prefers' | 'isShown' | 'label'> & {
  /** What both chose; nothing where they were to differ. */
  chosen: InEach<string>[]
}

/** Of each criterion that two people meet, what there is to tell. */
export const answersTold = (
  own: Applicant,
  partner: Applicant,
  criteria: readonly Criterion[],
): AnswersTold[] =>
  criteria.flatMap((criterion): AnswersTold[] => {
    const { prefers, isShown, label, options } = criterion
    const [mine, theirs] = [chosenBy(own, criterion), chosenBy(partner, criterion)]
    if (mine.length === 0 || theirs.length === 0) return []
    const both = options.filter(({ id }) => mine.includes(id) && theirs.includes(id))
    if (prefers === 'different') return both.length > 0 ? [] : [{ prefers, isShown, label, chosen: [] }]
    return both.length === 0 ? [] : [{ prefers, isShown, label, chosen: both.map(({ said }) => said) }]
  })
