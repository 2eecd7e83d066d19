import { type AnswersScored, scoreAnswers } from '../answers.ts'
import { type Applicant, sectors, stages } from '../applicant.ts'
import { type BitSets, bitSets } from '../bit-sets.ts'
import { sharedMinutes } from '../hours.ts'
import { type Region, regionOf } from '../regions.ts'
import { type Circumstance, usualQuestions, type Weights } from '../weights.ts'
import { type Fit, interestsFit, sectorFit, stageFit } from '../wishes.ts'
import { kindsBy } from './kinds.ts'
import { numbered } from './numbered.ts'
import { personTables } from './person-tables.ts'
import type { Fits, Scorer } from './scorer.ts'

/**
 * By what each person asked for, and by circumstances that nobody asks for. Interests and languages become
 * bits, and what depends on a person and on the partner's sector, stage or number of shared interests alone
 * is looked up. Half a million pairs take some tens of milliseconds.
 *
 * @source docs/decisions/0008-pairing-scores.md
 */
export const byWishes: Scorer = ({ applicants, weights, day, criteria }) => {
  const interests = bitSets(applicants.map((one) => one.interests))
  const languages = bitSets(applicants.map((one) => one.languages))
  const minutes = sharedMinutes(applicants, day)
  const regions = applicants.map((one) => regionOf(one.country))
  const experienced = applicants.map((one) => !one.firstTime)

  const around: Record<Circumstance, (a: number, b: number) => Fit> = {
    hours: (a, b) =>
      Math.floor((Math.min(minutes(a, b), weights.enoughMinutes) * 100) / weights.enoughMinutes),
    languages: (a, b) => (languages.size(a) < 2 ? null : languages.shared(a, b) > 1 ? 100 : 0),
    region: (a, b) => (regions[a] === regions[b] ? 0 : 100),
    experience: (a, b) => (experienced[a] ? null : experienced[b] ? 100 : 0),
  }

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

  const answers = scoreAnswers(applicants, criteria, weights.questions ?? usualQuestions)
  const { met, possible } = circumstancesOf(applicants, weights, { languages, minutes, regions, answers })
  const { wished, wishesWeight } = wishesOf(applicants, weights, interests)
  const share = weights.wishesShare

  // The innermost loop of every run: whole numbers from flat arrays, and one division.
  function directed(a: number, b: number): number {
    const [out, weight] = [possible[a] ?? 1, wishesWeight[a] ?? 1]
    return Math.floor((share * wished(a, b) * out + (100 - share) * met(a, b) * weight) / (weight * out))
  }

  return { directed, fits, kinds: () => kindsBy({ applicants, weights, day, criteria }) }
}

type Circumstances = {
  languages: BitSets
  minutes: (a: number, b: number) => number
  regions: readonly (Region | null)[]
  answers: AnswersScored
}

/** Weighed percents of all circumstances of a pair, and the weight they are out of; where nothing counts, all is met. */
function circumstancesOf(
  applicants: readonly Applicant[],
  { circumstances: weigh, enoughMinutes }: Weights,
  { languages, minutes, regions, answers }: Circumstances,
) {
  const { place, first } = numbered(
    applicants.map((one, a) => `${one.zone} ${one.hours.from} ${one.hours.until} ${regions[a]}`),
  )
  const count = first.length
  const between = new Int32Array(count * count)
  for (const [row, a] of first.entries()) {
    for (const [column, b] of first.entries()) {
      const hours = Math.floor((Math.min(minutes(a, b), enoughMinutes) * 100) / enoughMinutes)
      between[row * count + column] =
        weigh.hours * hours + weigh.region * (regions[a] === regions[b] ? 0 : 100)
    }
  }
  const speaksMore = Uint8Array.from(applicants, (_, a) => (languages.size(a) < 2 ? 0 : 1))
  const isNew = Uint8Array.from(applicants, (one) => (one.firstTime ? 1 : 0))
  const weighs = (a: number) =>
    weigh.hours +
    weigh.region +
    (speaksMore[a] ? weigh.languages : 0) +
    (isNew[a] ? weigh.experience : 0) +
    answers.out(a)
  const possible = Float64Array.from(applicants, (_, a) => weighs(a) || 1)
  const nothing = Uint8Array.from(applicants, (_, a) => (weighs(a) === 0 ? 100 : 0))

  function met(a: number, b: number): number {
    let sum = (between[(place[a] ?? 0) * count + (place[b] ?? 0)] ?? 0) + (nothing[a] ?? 0)
    if (speaksMore[a] === 1 && speaksMore[b] === 1 && languages.shared(a, b) > 1) sum += 100 * weigh.languages
    if (isNew[a] === 1 && isNew[b] === 0) sum += 100 * weigh.experience
    return sum + answers.met(a, b)
  }
  return { met, possible }
}

/** Weighed percents of all wishes of a person, and the weight they are out of; who wishes for nothing has it. */
function wishesOf(applicants: readonly Applicant[], weights: Weights, interests: BitSets) {
  const { place, first } = numbered(applicants.map(wishKey))
  const tables = first.map((a) => personTables(at(applicants, a), weights))
  const kinds = sectors.length * stages.length
  const longest = Math.max(0, ...tables.map((table) => table.interests.length))
  const byKind = new Int32Array(first.length * kinds)
  const byShared = new Int32Array(first.length * longest)
  for (const [row, table] of tables.entries()) {
    for (let kind = 0; kind < kinds; kind++) {
      const [sector, stage] = [Math.floor(kind / stages.length), kind % stages.length]
      byKind[row * kinds + kind] =
        table.wishesWeight === 0 ? 100 : at(table.sector, sector) + at(table.stage, stage)
    }
    for (let shared = 0; shared < longest; shared++) {
      byShared[row * longest + shared] = at(table.interests, Math.min(shared, table.interests.length - 1))
    }
  }
  const kindOf = Int32Array.from(
    applicants,
    (one) => sectors.indexOf(one.sector) * stages.length + stages.indexOf(one.stage),
  )
  const wishesWeight = Float64Array.from(place, (row) => at(tables, row).wishesWeight || 1)

  function wished(a: number, b: number): number {
    const row = place[a] ?? 0
    const shared = Math.min(interests.shared(a, b), longest - 1)
    return (byKind[row * kinds + (kindOf[b] ?? 0)] ?? 0) + (byShared[row * longest + shared] ?? 0)
  }
  return { wished, wishesWeight }
}

/** All that a person's own wishes hang on. */
const wishKey = ({ sector, stage, wishes, interests, dear = [] }: Applicant) =>
  `${sector} ${stage} ${wishes.sector} ${wishes.stage} ${wishes.interests} ${interests.length} ${dear}`

function at<T>(list: { readonly [index: number]: T; readonly length: number }, index: number): T {
  const value = list[index]
  if (value === undefined) throw new RangeError(`no one at ${index} of ${list.length}`)
  return value
}
