import type { Settings } from '../scenario/settings.ts'
import type { Criterion } from './answers.ts'
import type { Applicant } from './applicant.ts'
import { type BitSets, bitSets } from './bit-sets.ts'
import { offsetMinutes } from './hours.ts'
import { scorers } from './scorers/index.ts'
import type { Scores } from './scorers/scorer.ts'

/** Points of a pair nobody could like better. */
export const bestScore = 10_000

/** Why two people must not be paired, whatever they wish. */
export type Obstacle =
  | 'same-person'
  | 'same-country'
  | 'former-partners'
  | 'no-common-language'
  | 'too-few-languages'
  | 'too-far-apart'

export type Scoring = Scores & {
  /** Former partners who both ask for each other again. */
  isAgain(a: number, b: number): boolean
  /** Symmetric, a whole number from 0 to 10,000; null when there is an obstacle. */
  score(a: number, b: number): number | null
  obstacle(a: number, b: number): Obstacle | null
}

export type ScoringInput = {
  applicants: readonly Applicant[]
  settings: Settings
  /** `YYYY-MM-DD`: hours awake together, and clocks, are those of this day. */
  day: string
  /** Two `personId`s who have been partners in any round. */
  former: readonly (readonly [string, string])[]
  /** Those of them who both ask for each other again. */
  again?: readonly (readonly [string, string])[]
  /** Questions of the round whose answers count. */
  criteria?: readonly Criterion[]
}

/** The scores of the chosen scorer between those whom the hard rules let meet. */
export function scoring(input: ScoringInput): Scoring {
  const { applicants, settings, day, criteria = [] } = input
  const { weights } = settings
  const scorer = scorers[settings.scorer]({ applicants, weights, day, criteria })
  const { fits, kinds } = scorer
  const isAgain = meetingAgain(input)
  // Who asked for one another by name could not be suited better by anyone.
  const directed = (a: number, b: number) => (isAgain(a, b) ? bestScore : scorer.directed(a, b))
  const obstacle = obstacles(input, isAgain)
  return {
    directed,
    isAgain,
    fits,
    kinds,
    obstacle,
    score: (a, b) =>
      obstacle(a, b) === null ? together(directed(a, b), directed(b, a), weights.lessSatisfiedShare) : null,
  }
}

/** The less satisfied of the two counts for more: a pair is no better than its worse side feels. */
export function together(one: number, other: number, lessSatisfiedShare: number): number {
  const less = Math.min(one, other)
  return Math.floor((lessSatisfiedShare * less + (100 - lessSatisfiedShare) * (one + other - less)) / 100)
}

/** By position, whether two people asked for each other again. */
function meetingAgain({ applicants, again = [] }: ScoringInput): (a: number, b: number) => boolean {
  const twos = new Set(again.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]))
  if (twos.size === 0) return () => false
  return (a, b) => twos.has(`${applicants[a]?.personId} ${applicants[b]?.personId}`)
}

function obstacles(
  { applicants, settings, day, former }: ScoringInput,
  isAgain: (a: number, b: number) => boolean,
) {
  const languages = bitSets(applicants.map((one) => one.languages))
  const isFar = farApart(applicants, settings.mostHoursApart, day)
  const person = numbered(applicants.map((one) => one.personId))
  const address = numbered(applicants.map((one) => one.addressKey))
  const country = numbered(applicants.map((one) => one.country))
  const pastPartners = new Map<string, Set<string>>()
  for (const [one, other] of former) {
    pastPartners.set(one, (pastPartners.get(one) ?? new Set()).add(other))
    pastPartners.set(other, (pastPartners.get(other) ?? new Set()).add(one))
  }
  const past = applicants.map((one) => pastPartners.get(one.personId))

  return (a: number, b: number): Obstacle | null => {
    if (a === b || person[a] === person[b] || address[a] === address[b]) return 'same-person'
    if (country[a] === country[b]) return 'same-country'
    if (past[a]?.has(applicants[b]?.personId ?? '') && !isAgain(a, b)) return 'former-partners'
    const shared = languages.shared(a, b)
    if (shared === 0) return 'no-common-language'
    if (shared < needed(languages, a, b, settings.commonLanguages)) return 'too-few-languages'
    if (isFar(a, b)) return 'too-far-apart'
    return null
  }
}

/** Nobody is asked to share more languages than both have. */
const needed = (languages: BitSets, a: number, b: number, wanted: number) =>
  Math.min(wanted, languages.size(a), languages.size(b))

/** Whether the clocks of two people differ by more than so many hours, the shorter way around the day. */
function farApart(applicants: readonly Applicant[], mostHours: number | null, day: string) {
  if (mostHours === null) return () => false
  const zones = new Map(applicants.map(({ zone }) => [zone, 0]))
  for (const zone of zones.keys()) zones.set(zone, offsetMinutes(zone, day))
  const offsets = applicants.map(({ zone }) => zones.get(zone) ?? 0)
  return (a: number, b: number) => {
    const apart = Math.abs((offsets[a] ?? 0) - (offsets[b] ?? 0))
    return Math.min(apart, 24 * 60 - apart) > 60 * mostHours
  }
}

/** Equal strings get equal numbers, which compare faster. */
function numbered(keys: readonly string[]): Int32Array {
  const numbers = new Map<string, number>()
  return Int32Array.from(keys, (key) => {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
}
