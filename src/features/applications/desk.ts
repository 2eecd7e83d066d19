import { type Application, isLiving, type State, stateOf, states } from './application.ts'
import {
  type Change,
  type Problem,
  type ProblemKind,
  problemKinds,
  problemsOf,
  surroundingsOf,
} from './checks.ts'
import { openCorrection } from './corrections.ts'
import { type Duplicate, duplicatesAmong } from './duplicates.ts'
import { type SectorGroup, sectorGroups } from './sectors.ts'

/** The cleaning desk of a round: what has to be settled before people can be accepted. */
export type Desk = {
  applications: readonly Application[]
  byId: ReadonlyMap<string, Application>
  /** Of applications that still ask for a place; those without a problem are left out. */
  problems: ReadonlyMap<string, readonly Problem[]>
  duplicates: readonly Duplicate[]
  states: ReadonlyMap<string, State>
}

/**
 * @param settled pairs that were decided about, by `pairKey`
 * @param corrections what later rows of the file say otherwise, by application, and nobody has decided
 */
export function deskOf(
  applications: readonly Application[],
  settled: ReadonlySet<string>,
  corrections: ReadonlyMap<string, readonly Change[]> = new Map(),
): Desk {
  const living = applications.filter(isLiving)
  const around = surroundingsOf(living)
  const found = living.map(
    (one) =>
      [one.id, [...corrected(one, corrections.get(one.id) ?? []), ...problemsOf(one, around)]] as const,
  )
  const problems = new Map(found.filter(([, list]) => list.length > 0))
  const duplicates = duplicatesAmong(living, settled)
  const doubted = new Set(duplicates.flatMap(({ earlier, later }) => [earlier, later]))
  const needsCleaning = (id: string) => problems.has(id) || doubted.has(id)
  return {
    applications,
    byId: new Map(applications.map((one) => [one.id, one])),
    problems,
    duplicates,
    states: new Map(applications.map((one) => [one.id, stateOf(one, needsCleaning(one.id))])),
  }
}

/** The file was corrected after it was imported: it says something else than the application does. */
function corrected(application: Application, corrections: readonly Change[]): Problem[] {
  const suggestion = openCorrection(application, corrections)
  return suggestion ? [{ kind: 'corrected-row', written: '', suggestion, obvious: false }] : []
}

export const deskKinds = [...problemKinds, 'duplicate'] as const
export type DeskKind = ProblemKind | 'duplicate'

/** How many of a kind are left, and how many of these nobody would doubt. */
export type KindCount = { kind: DeskKind; count: number; obvious: number }

/** What is left, by kind, in the order in which it is best done; kinds of which nothing is left are left out. */
export function kindCounts(desk: Desk): KindCount[] {
  const problems = [...desk.problems.values()].flat()
  const all = [
    ...problems,
    ...desk.duplicates.map(({ obvious }) => ({ kind: 'duplicate' as const, obvious })),
  ]
  return deskKinds
    .map((kind) => {
      const ofKind = all.filter((one) => one.kind === kind)
      return { kind, count: ofKind.length, obvious: ofKind.filter(({ obvious }) => obvious).length }
    })
    .filter(({ count }) => count > 0)
}

/** How much is left to settle: problems and probable duplicates. */
export const leftOn = (desk: Desk): number => kindCounts(desk).reduce((sum, { count }) => sum + count, 0)

export type StateCounts = Record<State, number>

export function stateCounts(desk: Desk): StateCounts {
  const counts = Object.fromEntries(states.map((state) => [state, 0])) as StateCounts
  for (const state of desk.states.values()) counts[state]++
  return counts
}

/** Free answers about the sector that wait for a decision. */
export function openSectorGroups(desk: Desk): SectorGroup[] {
  const open = [...desk.problems].filter(([, list]) => list.some(({ kind }) => kind === 'unknown-sector'))
  return sectorGroups(open.map(([id]) => desk.byId.get(id)?.sectorWritten ?? ''))
}
