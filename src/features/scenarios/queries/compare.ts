import type { Db } from '../../../db/index.ts'
import { keeper } from '../../../platform/kept.ts'
import type { Round } from '../../rounds/index.ts'
import { type Comparison, compare, type Moved, type Side } from '../scenario/comparison.ts'
import { defaultSettings } from '../scenario/settings.ts'
import { changesOfEach } from './changes.ts'
import { type Named, peopleByIds } from './people.ts'
import {
  groupsOfEach,
  inputsOfEach,
  planOf,
  proposalVersion,
  type Scenario,
  scenariosOf,
} from './scenarios.ts'

export type CompareFilter = { one?: number; other?: number; country?: string; page: number }

export const movedPerPage = 50

/** Two scenarios beside each other, and the part of their differences that a page shows. */
export type Compared = Comparison & {
  one: Scenario
  other: Scenario
  /** How many changes by hand are in what is compared. */
  changes: { one: number; other: number }
  /** People whose partners differ under the filter, on all pages. */
  found: number
  shown: Moved[]
  countries: { code: string; count: number }[]
}

export type CompareDesk = {
  /** Every scenario with a proposal, newest first. */
  scenarios: Scenario[]
  plan: Scenario | null
  /** Null until two different ones are chosen. */
  compared: Compared | null
  /** Everyone named on the page, by id of their application. */
  people: Map<string, Named>
}

/** All that the page of the comparison shows, in as many queries for a thousand people as for two. */
export async function compareDesk(db: Db, round: Round, filter: CompareFilter): Promise<CompareDesk> {
  const found = await comparisonOf(db, round, filter)
  if (!found.comparison) return { ...found, compared: null, people: new Map() }
  const { comparison, one, other } = found
  const { country, page } = filter
  const moved = comparison.moved.filter((each) => country === undefined || each.country === country)
  const shown = moved.slice((page - 1) * movedPerPage, page * movedPerPage)
  const named = shown.flatMap(({ id, before, after }) => [id, ...before, ...after])
  return {
    scenarios: found.scenarios,
    plan: found.plan,
    compared: {
      ...comparison,
      one,
      other,
      changes: await changesIn(db, one.id, other.id),
      found: moved.length,
      shown,
      countries: countriesOf(comparison.moved),
    },
    people: await peopleByIds(db, round.id, [...named, ...comparison.onlyOne, ...comparison.onlyOther]),
  }
}

async function changesIn(db: Db, one: string, other: string): Promise<Compared['changes']> {
  const changes = await changesOfEach(db, [one, other])
  return { one: changes.get(one)?.length ?? 0, other: changes.get(other)?.length ?? 0 }
}

/** Everyone whose partners differ, with the names of all: for a spreadsheet. */
export async function wholeComparison(db: Db, round: Round, filter: CompareFilter) {
  const found = await comparisonOf(db, round, filter)
  if (!found.comparison) return null
  const { moved, onlyOne, onlyOther } = found.comparison
  const named = moved.flatMap(({ id, before, after }) => [id, ...before, ...after])
  const people = await peopleByIds(db, round.id, [...named, ...onlyOne, ...onlyOther])
  return { ...found.comparison, one: found.one, other: found.other, people }
}

async function comparisonOf(db: Db, round: Round, filter: CompareFilter) {
  const all = await scenariosOf(db, round.id, 'round')
  const scenarios = all.filter(({ total }) => total !== null)
  const plan = await planOf(db, round.id)
  const [one, other] = [filter.one, filter.other].map((number) =>
    scenarios.find((each) => each.number === number),
  )
  if (!one || !other || one === other) return { scenarios, plan, comparison: null }
  return { scenarios, plan, one, other, comparison: await compared(db, [one.id, other.id], plan) }
}

const keptComparisons = keeper<Comparison>(4)

async function compared(db: Db, two: [string, string], plan: Scenario | null): Promise<Comparison> {
  const scale = plan?.settings ?? defaultSettings
  const key = `${two.join(' ')} ${JSON.stringify(scale)}`
  return keptComparisons(db, { key, version: await proposalVersion(db, two) }, async () =>
    compare(...(await sidesOf(db, two)), scale),
  )
}

async function sidesOf(db: Db, [one, other]: [string, string]): Promise<[Side, Side]> {
  const inputs = await inputsOfEach(db, [one, other])
  const grouped = await groupsOfEach(db, [one, other])
  const side = (id: string): Side => {
    const ran = inputs.get(id)
    if (!ran) throw new Error(`scenario ${id} has no inputs`)
    const { groups = [], reserve = [] } = grouped.get(id) ?? {}
    return {
      inputs: ran,
      proposal: { groups: groups.map(({ members }) => ({ members, pinned: false })), reserve },
    }
  }
  return [side(one), side(other)]
}

function countriesOf(moved: readonly Moved[]): { code: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { country } of moved) counts.set(country, (counts.get(country) ?? 0) + 1)
  return [...counts].map(([code, count]) => ({ code, count }))
}
