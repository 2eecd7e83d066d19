import { type Applicant, sectors, stages, type Wishable, wishable } from './applicant.ts'
import { sharedMinutes } from './hours.ts'
import { regionOf } from './regions.ts'
import { type Circumstance, circumstances, type Weights } from './weights.ts'
import { type Fit, interestsFit, sectorFit, stageFit } from './wishes.ts'

/** Points of a pair nobody could like better. */
export const bestScore = 10_000

/** Why two people must not be paired, whatever they wish. */
export type Obstacle = 'same-person' | 'same-country' | 'former-partners' | 'no-common-language'

/** What one person's directed score is made of; null where there is nothing to meet. */
export type Fits = { wishes: Record<Wishable, Fit>; circumstances: Record<Circumstance, Fit> }

export type Scoring = {
  /** Symmetric, a whole number from 0 to 10,000; null when there is an obstacle. */
  score(a: number, b: number): number | null
  /** How well `b` suits `a`, by what `a` asked for: 0 to 10,000, whole; also when there is an obstacle. */
  directed(a: number, b: number): number
  fits(a: number, b: number): Fits
  obstacle(a: number, b: number): Obstacle | null
}

export type ScoringInput = {
  applicants: readonly Applicant[]
  weights: Weights
  /** `YYYY-MM-DD`: hours awake together are those of this day. */
  day: string
  /** Two `personId`s who have been partners in any round. */
  former: readonly (readonly [string, string])[]
}

/**
 * Makes everything ready to score any two of these people quickly: interests and languages become
 * bits, and what depends on a person and on the partner's sector, stage or number of shared
 * interests alone is looked up. Half a million pairs take some tens of milliseconds.
 *
 * @source docs/decisions/0008-pairing-scores.md
 */
export function scoring({ applicants, weights, day, former }: ScoringInput): Scoring {
  const interests = bitSets(applicants.map((one) => one.interests))
  const languages = bitSets(applicants.map((one) => one.languages))
  const minutes = sharedMinutes(applicants, day)
  const obstacle = obstacles(applicants, former, languages)
  const regions = applicants.map((one) => regionOf(one.country))
  const tables = applicants.map((one) => personTables(one, weights))
  const sectorOf = Int8Array.from(applicants, (one) => sectors.indexOf(one.sector))
  const stageOf = Int8Array.from(applicants, (one) => stages.indexOf(one.stage))
  const experienced = applicants.map((one) => !one.firstTime)

  const around: Record<Circumstance, (a: number, b: number) => Fit> = {
    hours: (a, b) =>
      Math.floor((Math.min(minutes(a, b), weights.enoughMinutes) * 100) / weights.enoughMinutes),
    languages: (a, b) => (languages.size(a) < 2 ? null : languages.shared(a, b) > 1 ? 100 : 0),
    region: (a, b) => (regions[a] === regions[b] ? 0 : 100),
    experience: (a, b) => (experienced[a] ? null : experienced[b] ? 100 : 0),
  }
  const weighed = circumstances.map((one) => ({ weight: weights.circumstances[one], howFar: around[one] }))

  function fits(a: number, b: number): Fits {
    const [own, other] = [at(applicants, a), at(applicants, b)]
    return {
      wishes: {
        sector: sectorFit(own.wishes.sector, own.sector, other.sector),
        stage: stageFit(own.wishes.stage, own.stage, other.stage),
        interests: interestsFit(own.wishes.interests, own.interests.length, interests.shared(a, b)),
      },
      circumstances: {
        hours: around.hours(a, b),
        languages: around.languages(a, b),
        region: around.region(a, b),
        experience: around.experience(a, b),
      },
    }
  }

  function directed(a: number, b: number): number {
    const table = at(tables, a)
    const wished =
      at(table.sector, at(sectorOf, b)) +
      at(table.stage, at(stageOf, b)) +
      at(table.interests, Math.min(interests.shared(a, b), table.interests.length - 1))

    let met = 0
    let possible = 0
    for (const { weight, howFar } of weighed) {
      const percent = howFar(a, b)
      if (percent === null) continue
      met += weight * percent
      possible += weight
    }
    return mixed([wished, table.wishesWeight], [met, possible], weights.wishesShare)
  }

  return {
    directed,
    fits,
    obstacle,
    score: (a, b) =>
      obstacle(a, b) === null ? together(directed(a, b), directed(b, a), weights.lessSatisfiedShare) : null,
  }
}

/** Weighed percents met so far, and the weight they are out of. */
type Met = readonly [points: number, weight: number]

/** Both parts in their shares, rounded down. Whole numbers throughout, so every machine agrees. */
function mixed(wishes: Met, around: Met, wishesShare: number): number {
  const [wished, wishesWeight] = wishes[1] === 0 ? [100, 1] : wishes
  const [met, possible] = around[1] === 0 ? [100, 1] : around
  return Math.floor(
    (wishesShare * wished * possible + (100 - wishesShare) * met * wishesWeight) / (wishesWeight * possible),
  )
}

/** The less satisfied of the two counts for more: a pair is no better than its worse side feels. */
export function together(one: number, other: number, lessSatisfiedShare: number): number {
  const [less, more] = one < other ? [one, other] : [other, one]
  return Math.floor((lessSatisfiedShare * less + (100 - lessSatisfiedShare) * more) / 100)
}

/** Weight times percent of each wish, by what the partner is; a wish that cannot be met weighs nothing. */
type PersonTables = { sector: number[]; stage: number[]; interests: number[]; wishesWeight: number }

function personTables(own: Applicant, weights: Weights): PersonTables {
  const { wishes } = own
  const named = own.interests.length
  const fits: Record<Wishable, Fit[]> = {
    sector: sectors.map((other) => sectorFit(wishes.sector, own.sector, other)),
    stage: stages.map((other) => stageFit(wishes.stage, own.stage, other)),
    interests: Array.from({ length: named + 1 }, (_, shared) =>
      interestsFit(wishes.interests, named, shared),
    ),
  }
  const weighed = (what: Wishable) => fits[what].map((fit) => weights.wishes[what] * (fit ?? 0))
  return {
    sector: weighed('sector'),
    stage: weighed('stage'),
    interests: weighed('interests'),
    wishesWeight: wishable.reduce(
      (sum, what) => sum + (fits[what][0] === null ? 0 : weights.wishes[what]),
      0,
    ),
  }
}

function obstacles(applicants: readonly Applicant[], former: ScoringInput['former'], languages: BitSets) {
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
    if (past[a]?.has(at(applicants, b).personId)) return 'former-partners'
    if (languages.shared(a, b) === 0) return 'no-common-language'
    return null
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

type BitSets = { size(a: number): number; shared(a: number, b: number): number }

/** A bit for each code; sets of any size, in words of 32. */
function bitSets(lists: readonly (readonly string[])[]): BitSets {
  const codes = [...new Set(lists.flat())].sort()
  const bitOf = new Map(codes.map((code, bit) => [code, bit]))
  const width = Math.max(1, Math.ceil(codes.length / 32))
  const words = new Int32Array(lists.length * width)
  lists.forEach((list, row) => {
    for (const code of list) {
      const bit = bitOf.get(code) ?? 0
      const word = row * width + (bit >> 5)
      words[word] = (words[word] ?? 0) | (1 << (bit & 31))
    }
  })

  function shared(a: number, b: number): number {
    let count = 0
    for (let word = 0; word < width; word++) {
      count += bitCount((words[a * width + word] ?? 0) & (words[b * width + word] ?? 0))
    }
    return count
  }
  return { shared, size: (a) => shared(a, a) }
}

function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

function at<T>(list: { readonly [index: number]: T; readonly length: number }, index: number): T {
  const value = list[index]
  if (value === undefined) throw new RangeError(`no one at ${index} of ${list.length}`)
  return value
}
