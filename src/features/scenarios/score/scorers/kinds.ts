import { answeredWeight } from '../answers.ts'
import { type Applicant, sectors, stages } from '../applicant.ts'
import { offsetMinutes, sharedMinutes } from '../hours.ts'
import { regionOf } from '../regions.ts'
import { usualQuestions } from '../weights.ts'
import { numbered } from './numbered.ts'
import { personTables } from './person-tables.ts'
import type { Kinds, ScorerInput } from './scorer.ts'

/** More kinds rule out more pairs, but each two of them are looked at: the more people, the more kinds are worth it. */
const mostKinds = (people: number) => Math.max(4000, people / 6)

type Input = ScorerInput

/** The weight of the questions that someone has answered. */
const answered = (one: Applicant, { criteria, weights }: Input) =>
  answeredWeight(one, criteria, weights.questions ?? usualQuestions)

/**
 * Sorts people into kinds, and says how well anyone of one kind can be suited by anyone of another at most, hard
 * rules aside. People of a kind wish for the same and are in circumstances that are much the same.
 */
export function kindsBy(input: Input): Kinds {
  const { applicants } = input
  const wishes = numbered(applicants.map(wishesOf))
  const { place, groups, around } = groupsFor(input, wishes.place)
  const { kindOf, wish, group } = numberedTwos(wishes.place, place)
  const { alone, byShared, width, jobOf } = metBy(wishes.first, input)
  // Of a partner, sector, stage and circumstances are all that matters.
  const partner = Int32Array.from(wish, (sort, kind) => (jobOf[sort] ?? 0) * groups + (group[kind] ?? 0))
  const kinds = wish.length
  const points = new Int16Array(jobs * groups * width * kinds)
  for (let other = 0; other < jobs * groups; other++) {
    const [job, place] = [Math.floor(other / groups), other % groups]
    for (let shared = 0; shared < width; shared++) {
      const row = (other * width + shared) * kinds
      for (let own = 0; own < kinds; own++) {
        const sort = wish[own] ?? 0
        const wished = (alone[sort * jobs + job] ?? 0) + (byShared[sort * width + shared] ?? 0)
        points[row + own] = Math.floor(wished + (around[(group[own] ?? 0) * groups + place] ?? 0) + ROUNDING)
      }
    }
  }
  return {
    kindOf,
    most: (own, other, shared) =>
      points[((partner[other] ?? 0) * width + (shared < width ? shared : width - 1)) * kinds + own] ?? 0,
  }
}

/** What a whole number lacks at most when it is put together from parts that are none. */
const ROUNDING = 1e-7

/** Sector and stage together. */
const jobs = sectors.length * stages.length
const jobNumber = ({ sector, stage }: Applicant) =>
  sectors.indexOf(sector) * stages.length + stages.indexOf(stage)

/** All that wishes hang on, one's own and those of others; anyone who names three interests can share as much as any. */
function wishesOf({ sector, stage, wishes, interests, dear = [] }: Applicant): string {
  const named = wishes.interests === 'any' ? 0 : Math.min(interests.length, 3)
  return `${sector} ${stage} ${wishes.sector} ${wishes.stage} ${wishes.interests} ${named} ${dear}`
}

/**
 * The most points that people of one sort can have from their wishes: by the other's sector and stage, and by how
 * many interests are shared.
 */
function metBy(first: readonly number[], { applicants, weights }: Input) {
  const people = first.map((a) => applicants[a] as Applicant)
  const tables = people.map((one) => personTables(one, weights))
  const width = Math.min(
    4,
    tables.reduce((most, { interests }) => Math.max(most, interests.length), 1),
  )
  const alone = new Float64Array(people.length * jobs)
  const byShared = new Float64Array(people.length * width)
  for (const [sort, { sector, stage, interests, wishesWeight }] of tables.entries()) {
    const each = weights.wishesShare / (wishesWeight || 1)
    for (let job = 0; job < jobs; job++) {
      const [where, when] = [Math.floor(job / stages.length), job % stages.length]
      alone[sort * jobs + job] =
        wishesWeight === 0 ? 100 * each : each * ((sector[where] ?? 0) + (stage[when] ?? 0))
    }
    // Anyone who wishes for others' interests loses by what is shared: fewer are always possible.
    let most = 0
    for (let shared = 0; shared < width; shared++) {
      most = Math.max(most, interests[shared] ?? 0)
      byShared[sort * width + shared] = each * most
    }
  }
  return { alone, byShared, width, jobOf: people.map(jobNumber) }
}

/** What tells groups of circumstances apart, the finest first. */
const details: ((one: Applicant, day: string) => string)[] = [
  (one) => `${one.zone} ${one.hours.from} ${one.hours.until} ${placeOf(one)}`,
  (one, day) => `${Math.round(offsetMinutes(one.zone, day) / 120)} ${placeOf(one)}`,
  (one, day) => `${Math.round(offsetMinutes(one.zone, day) / 240)} ${placeOf(one)}`,
  (one, day) => `${Math.round(offsetMinutes(one.zone, day) / 360)} ${moreOf(one)}`,
  (one) => moreOf(one),
  () => '',
]
const moreOf = (one: Applicant) => `${one.languages.length > 1} ${one.firstTime}`
const placeOf = (one: Applicant) => `${regionOf(one.country)} ${moreOf(one)}`

/** Groups as fine as can be without too many kinds, and the circumstances of any two of them at their best. */
function groupsFor(input: Input, wish: Int32Array) {
  const { applicants, day } = input
  // Which answers those are does not tell groups apart: all that was answered may be met in full.
  const [finest, ...coarser] = details.map(
    (detail) => (one: Applicant) => `${detail(one, day)} ${answered(one, input)}`,
  )
  const atoms = numbered(applicants.map(finest as (one: Applicant) => string))
  const atomOf = atoms.first.map((a) => applicants[a] as Applicant)
  for (const detail of [finest, ...coarser] as ((one: Applicant) => string)[]) {
    const groups = numbered(atomOf.map(detail))
    const place = atoms.place.map((atom) => groups.place[atom] ?? 0)
    const kinds = new Set(Array.from(place, (group, a) => group * applicants.length + (wish[a] ?? 0))).size
    if (kinds > mostKinds(applicants.length) && detail !== coarser.at(-1)) continue
    const count = groups.first.length
    return { place, groups: count, around: aroundAtBest(atomOf, groups.place, { ...input, count }) }
  }
  throw new RangeError('nobody tells people apart')
}

/** By two groups: the points that circumstances bring, of the two people that are best off. */
function aroundAtBest(
  atoms: readonly Applicant[],
  groupOf: Int32Array,
  input: Input & { count: number },
): Float64Array {
  const { weights, day, count } = input
  const minutes = sharedMinutes(atoms, day)
  const { circumstances: weigh, enoughMinutes, wishesShare } = weights
  const best = new Float64Array(count * count)
  for (const [a, own] of atoms.entries()) {
    const speaksMore = own.languages.length > 1
    const asked = answered(own, input)
    const out =
      weigh.hours +
      weigh.region +
      (speaksMore ? weigh.languages : 0) +
      (own.firstTime ? weigh.experience : 0) +
      asked
    for (const [b, other] of atoms.entries()) {
      const at = (groupOf[a] ?? 0) * count + (groupOf[b] ?? 0)
      const met =
        weigh.hours * Math.floor((Math.min(minutes(a, b), enoughMinutes) * 100) / enoughMinutes) +
        (regionOf(own.country) === regionOf(other.country) ? 0 : 100 * weigh.region) +
        (speaksMore && other.languages.length > 1 ? 100 * weigh.languages : 0) +
        (own.firstTime && !other.firstTime ? 100 * weigh.experience : 0) +
        100 * asked
      const percent = out === 0 ? 100 : met / out
      best[at] = Math.max(best[at] ?? 0, (100 - wishesShare) * percent)
    }
  }
  return best
}

/** Kinds are what two numbers are together. */
function numberedTwos(one: Int32Array, other: Int32Array) {
  const { place, first } = numbered(Array.from(one, (wish, a) => `${wish} ${other[a]}`))
  return {
    kindOf: place,
    wish: Int32Array.from(first, (a) => one[a] ?? 0),
    group: Int32Array.from(first, (a) => other[a] ?? 0),
  }
}
