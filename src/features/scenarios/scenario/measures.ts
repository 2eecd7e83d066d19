import { type Sector, type Stage, type Wishable, wishable } from '../score/applicant.ts'
import { regionOf } from '../score/regions.ts'
import { type Scoring, scoring } from '../score/score.ts'
import { chain, type Group, type Inputs } from './scenario.ts'
import { defaultSettings } from './settings.ts'

/** How well a number of people are served: whole points, 0 to 10,000. */
export type Served = {
  people: number
  mean: number
  /** Mean of the tenth who are served worst, at least one person. */
  lowestTenth: number
  worst: number
}

/** How many people stated a wish that someone could meet, and how many got a partner who meets it. */
export type Honoured = { stated: number; met: number }

/** Everything that is counted of a scenario. */
export type Measures = {
  people: number
  placed: number
  pairs: number
  trios: number
  /** Points of all pairs together, as the engine counts them, and of the worst; null when there is none. */
  total: number
  worst: number | null
  /** Fit of the groups, each by its two who suit each other least; null when there is none. */
  fit: { mean: number; worst: number } | null
  /** How content each placed person is, ascending; in a trio, with the partner who suits them less. */
  satisfaction: number[]
  /** Null when nobody is placed. */
  served: Served | null
  byCountry: Map<string, Served>
  bySector: Map<Sector, Served>
  byStage: Map<Stage, Served>
  byExperience: Map<'first-time' | 'returning', Served>
  /** Pairs of people from two parts of the world. */
  acrossRegions: number
  honoured: Record<Wishable, Honoured>
  /** Pairs between two countries, each named once, most first. */
  links: { from: string; to: string; count: number }[]
}

/**
 * A wish counts as honoured when it is met for the most part: two shared interests (85 %) do, a neighbouring
 * career stage (40 %) does not.
 */
const honouredFrom = 60

/**
 * Counts a proposal by the scores of its own scenario; wishes are counted as people stated them, whatever the
 * scorer.
 *
 * @param groups as they stand, changes by hand included; people who are not in `inputs` are left out
 */
export function measuresOf(inputs: Inputs, groups: readonly Group[]): Measures {
  const { applicants } = inputs
  const scores = scoring(inputs)
  const asked =
    inputs.settings.scorer === 'wishes' ? scores : scoring({ ...inputs, settings: defaultSettings })
  const place = new Map(applicants.map(({ id }, index) => [id, index]))
  const rows = groups.map(({ members }) => members.flatMap((id) => place.get(id) ?? []))
  const pairs = rows.flatMap(chain)
  const points = pairs.map(([a, b]) => scores.score(a, b) ?? 0)
  const content = contentment(rows, scores)
  const by = <Key>(keyOf: (one: Inputs['applicants'][number]) => Key) =>
    spread(content, (index) => applicants.slice(index, index + 1).map(keyOf))
  const countries = pairs.map(([a, b]) => [a, b].map((index) => applicants[index]?.country ?? ''))
  return {
    people: applicants.length,
    placed: content.size,
    pairs: rows.filter(({ length }) => length === 2).length,
    trios: rows.filter(({ length }) => length > 2).length,
    total: points.reduce((sum, each) => sum + each, 0),
    worst: points.length === 0 ? null : points.reduce((least, each) => Math.min(least, each)),
    fit: fitOf(rows, scores),
    satisfaction: [...content.values()].sort((a, b) => a - b),
    served: servedOf([...content.values()]),
    byCountry: by((one) => one.country),
    bySector: by((one) => one.sector),
    byStage: by((one) => one.stage),
    byExperience: by((one) => (one.firstTime ? 'first-time' : 'returning')),
    acrossRegions: countries.filter(([one = '', other = '']) => regionOf(one) !== regionOf(other)).length,
    honoured: honouredIn(rows, asked),
    links: linksOf(countries),
  }
}

function fitOf(rows: readonly number[][], { score }: Scoring): Measures['fit'] {
  const fits = rows.map((row) => Math.min(...row.flatMap((a) => others(row, a).map((b) => score(a, b) ?? 0))))
  return fits.length === 0 ? null : { mean: meanOf(fits), worst: Math.min(...fits) }
}

const others = (row: readonly number[], a: number) => row.filter((b) => b !== a)

/** By position: how content each person is with the partner who suits them least. */
function contentment(rows: readonly number[][], { directed }: Scoring): Map<number, number> {
  return new Map(
    rows.flatMap((row) =>
      row.map((a) => [a, Math.min(...others(row, a).map((b) => directed(a, b)))] as const),
    ),
  )
}

function servedOf(points: number[]): Served | null {
  const sorted = points.toSorted((a, b) => a - b)
  const tenth = sorted.slice(0, Math.max(1, Math.floor(sorted.length / 10)))
  const [worst] = sorted
  if (worst === undefined) return null
  return { people: sorted.length, mean: meanOf(sorted), lowestTenth: meanOf(tenth), worst }
}

const meanOf = (points: number[]) => Math.round(points.reduce((sum, each) => sum + each, 0) / points.length)

function spread<Key>(content: Map<number, number>, keysOf: (index: number) => Key[]): Map<Key, Served> {
  const points = new Map<Key, number[]>()
  for (const [index, value] of content) {
    for (const key of keysOf(index)) {
      const known = points.get(key)
      if (known) known.push(value)
      else points.set(key, [value])
    }
  }
  return new Map(
    [...points].flatMap(([key, values]) => {
      const served = servedOf(values)
      return served ? [[key, served] as const] : []
    }),
  )
}

function honouredIn(rows: readonly number[][], { fits }: Scoring): Record<Wishable, Honoured> {
  const honoured = {
    sector: { stated: 0, met: 0 },
    stage: { stated: 0, met: 0 },
    interests: { stated: 0, met: 0 },
  }
  for (const row of rows) {
    for (const a of row) {
      const partners = others(row, a).map((b) => fits(a, b).wishes)
      for (const what of wishable) {
        const fit = partners.map((wishes) => wishes[what]).filter((one) => one !== null)
        if (fit.length === 0) continue
        honoured[what].stated++
        if (fit.some((percent) => percent >= honouredFrom)) honoured[what].met++
      }
    }
  }
  return honoured
}

function linksOf(countries: readonly string[][]): Measures['links'] {
  const counts = new Map<string, number>()
  for (const two of countries) {
    const key = two.toSorted().join(' ')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts]
    .map(([key, count]) => {
      const [from = '', to = ''] = key.split(' ')
      return { from, to, count }
    })
    .sort((a, b) => b.count - a.count || (a.from + a.to < b.from + b.to ? -1 : 1))
}
