import { type Applicant, sectors, stages, type Wishable, wishable } from '../applicant.ts'
import { bitSets } from '../bit-sets.ts'
import { sharedMinutes } from '../hours.ts'
import { regionOf } from '../regions.ts'
import { type Circumstance, circumstances, type Weights } from '../weights.ts'
import { type Fit, interestsFit, sectorFit, stageFit } from '../wishes.ts'
import type { Fits, Scorer } from './scorer.ts'

/**
 * By what each person asked for, and by circumstances that nobody asks for. Interests and languages become
 * bits, and what depends on a person and on the partner's sector, stage or number of shared interests alone
 * is looked up. Half a million pairs take some tens of milliseconds.
 *
 * @source docs/decisions/0008-pairing-scores.md
 */
export const byWishes: Scorer = ({ applicants, weights, day }) => {
  const interests = bitSets(applicants.map((one) => one.interests))
  const languages = bitSets(applicants.map((one) => one.languages))
  const minutes = sharedMinutes(applicants, day)
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

  return { directed, fits }
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

function at<T>(list: { readonly [index: number]: T; readonly length: number }, index: number): T {
  const value = list[index]
  if (value === undefined) throw new RangeError(`no one at ${index} of ${list.length}`)
  return value
}
