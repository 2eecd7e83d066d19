import { type Applicant, sectors, stages } from '../applicant.ts'
import { offsetMinutes, sharedMinutes } from '../hours.ts'
import { regionOf } from '../regions.ts'
import type { Weights } from '../weights.ts'
import { numbered } from './numbered.ts'
import { personTables } from './person-tables.ts'
import type { Kinds } from './scorer.ts'

/** More kinds rule out more pairs, but each two of them are looked at: the more people, the more kinds are worth it. */
const mostKinds = (people: number) => Math.max(4000, people / 6)

type Input = { applicants: readonly Applicant[]; weights: Weights; day: string }

/**
 * Sorts people into kinds, and says how well anyone of one kind can be suited by anyone of another at most, hard
 * rules aside. People of a kind wish for the same and are in circumstances that are much the same.
 */
export function kindsBy(input: Input): Kinds {
  const { applicants, weights } = input
  const wishes = numbered(applicants.map(wishesOf))
  const { place, count, ratio } = groupsFor(input, wishes.place)
  const { kindOf, wish, group } = numberedTwos(wishes.place, place)
  const met = metBy(wishes.first, input)
  const { wishesShare: share } = weights
  return {
    kindOf,
    most(own, other, shared) {
      const { wished, weight } = met(wish[own] ?? 0, wish[other] ?? 0, shared)
      const at = (group[own] ?? 0) * count + (group[other] ?? 0)
      const [around, out] = [ratio.met[at] ?? 0, ratio.possible[at] ?? 1]
      return Math.floor((share * wished * out + (100 - share) * around * weight) / (weight * out))
    },
  }
}

/** All that wishes hang on, one's own and those of others; anyone who names three interests can share as much as any. */
function wishesOf({ sector, stage, wishes, interests, dear = [] }: Applicant): string {
  const named = wishes.interests === 'any' ? 0 : Math.min(interests.length, 3)
  return `${sector} ${stage} ${wishes.sector} ${wishes.stage} ${wishes.interests} ${named} ${dear}`
}

/** The most of their wishes that people of one sort can have met by those of another who share so many interests. */
function metBy(first: readonly number[], { applicants, weights }: Input) {
  const people = first.map((a) => applicants[a] as Applicant)
  const tables = people.map((one) => personTables(one, weights))
  const sectorOf = Int8Array.from(people, (one) => sectors.indexOf(one.sector))
  const stageOf = Int8Array.from(people, (one) => stages.indexOf(one.stage))
  const sector = flat(tables.map((table) => table.sector))
  const stage = flat(tables.map((table) => table.stage))
  // Anyone who wishes for others' interests loses by what is shared: fewer are always possible.
  const interests = flat(
    tables.map((table) =>
      table.interests.map((_, shared) => Math.max(...table.interests.slice(0, shared + 1))),
    ),
  )
  const weightOf = Int32Array.from(tables, (table) => table.wishesWeight)
  const answer = { wished: 100, weight: 1 }
  return (own: number, other: number, shared: number) => {
    const weight = weightOf[own] ?? 0
    answer.wished =
      weight === 0
        ? 100
        : (sector.at[own * sector.width + (sectorOf[other] ?? 0)] ?? 0) +
          (stage.at[own * stage.width + (stageOf[other] ?? 0)] ?? 0) +
          (interests.at[own * interests.width + Math.min(shared, interests.width - 1)] ?? 0)
    answer.weight = weight || 1
    return answer
  }
}

/** Rows one after another, the last number of each repeated until all are as long as the longest. */
function flat(rows: readonly (readonly number[])[]): { at: Int32Array; width: number } {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1)
  const at = new Int32Array(rows.length * width)
  for (const [index, row] of rows.entries()) {
    at.fill(row.at(-1) ?? 0, index * width, (index + 1) * width)
    at.set(row, index * width)
  }
  return { at, width }
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
  const [finest, ...coarser] = details.map((detail) => (one: Applicant) => detail(one, day))
  const atoms = numbered(applicants.map(finest as (one: Applicant) => string))
  const atomOf = atoms.first.map((a) => applicants[a] as Applicant)
  for (const detail of [finest, ...coarser] as ((one: Applicant) => string)[]) {
    const groups = numbered(atomOf.map(detail))
    const place = atoms.place.map((atom) => groups.place[atom] ?? 0)
    const kinds = new Set(Array.from(place, (group, a) => group * applicants.length + (wish[a] ?? 0))).size
    if (kinds > mostKinds(applicants.length) && detail !== coarser.at(-1)) continue
    const count = groups.first.length
    return { place, count, ratio: ratios(atomOf, groups.place, { ...input, count }) }
  }
  return { place: atoms.place, count: 1, ratio: { met: new Float64Array(1), possible: new Float64Array(1) } }
}

/** By two groups: the weighed percents of circumstances met, and their weight, of the two people that are best off. */
function ratios(
  atoms: readonly Applicant[],
  groupOf: Int32Array,
  { weights, day, count }: Input & { count: number },
) {
  const minutes = sharedMinutes(atoms, day)
  const { circumstances: weigh, enoughMinutes } = weights
  const met = new Float64Array(count * count).fill(-1)
  const possible = new Float64Array(count * count).fill(1)
  for (const [a, own] of atoms.entries()) {
    const speaksMore = own.languages.length > 1
    const out =
      weigh.hours + weigh.region + (speaksMore ? weigh.languages : 0) + (own.firstTime ? weigh.experience : 0)
    for (const [b, other] of atoms.entries()) {
      const at = (groupOf[a] ?? 0) * count + (groupOf[b] ?? 0)
      const sum =
        weigh.hours * Math.floor((Math.min(minutes(a, b), enoughMinutes) * 100) / enoughMinutes) +
        (regionOf(own.country) === regionOf(other.country) ? 0 : 100 * weigh.region) +
        (speaksMore && other.languages.length > 1 ? 100 * weigh.languages : 0) +
        (own.firstTime && !other.firstTime ? 100 * weigh.experience : 0)
      const [points, outOf] = out === 0 ? [100, 1] : [sum, out]
      if (points * (possible[at] ?? 1) <= (met[at] ?? 0) * outOf) continue
      met[at] = points
      possible[at] = outOf
    }
  }
  return { met, possible }
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
