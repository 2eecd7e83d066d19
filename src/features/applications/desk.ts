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
import { type Parked, parkedAmong, type Question } from './questions.ts'
import { type SectorGroup, sectorGroups } from './sectors.ts'

/** The cleaning desk of a round: what has to be settled before people can be accepted. */
export type Desk = {
  applications: readonly Application[]
  byId: ReadonlyMap<string, Application>
  /** Of applications that still ask for a place; those without a problem are left out, and parked ones. */
  problems: ReadonlyMap<string, readonly Problem[]>
  /** What people were asked and have not answered; the earliest first. */
  parked: readonly Parked[]
  duplicates: readonly Duplicate[]
  states: ReadonlyMap<string, State>
}

/** What was decided or asked about the applications of a round, besides what stands in them. */
export type Decided = {
  /** Pairs that were decided about, by `pairKey`. */
  settled: ReadonlySet<string>
  /** What later rows of the file say otherwise, by application, and nobody has decided. */
  corrections?: ReadonlyMap<string, readonly Change[]>
  /** Open questions, by application. */
  questions?: ReadonlyMap<string, readonly Question[]>
}

export function deskOf(
  applications: readonly Application[],
  { settled, corrections = new Map(), questions = new Map() }: Decided,
): Desk {
  const living = applications.filter(isLiving)
  const around = surroundingsOf(living)
  const found = living.map((one) => {
    const all = [...corrected(one, corrections.get(one.id) ?? []), ...problemsOf(one, around)]
    return { id: one.id, all, ...parkedAmong(one.id, all, questions.get(one.id) ?? []) }
  })
  const duplicates = duplicatesAmong(living, settled)
  const unclean = new Set([
    ...found.filter(({ all }) => all.length > 0).map(({ id }) => id),
    ...duplicates.flatMap(({ earlier, later }) => [earlier, later]),
  ])
  return {
    applications,
    byId: new Map(applications.map((one) => [one.id, one])),
    problems: new Map(found.filter(({ open }) => open.length > 0).map(({ id, open }) => [id, open])),
    parked: found
      .flatMap(({ parked }) => parked)
      .toSorted((a, b) => a.question.askedAt.getTime() - b.question.askedAt.getTime()),
    duplicates,
    states: new Map(applications.map((one) => [one.id, stateOf(one, unclean.has(one.id))])),
  }
}

/** The file was corrected after it was imported: it says something else than the application does. */
function corrected(application: Application, corrections: readonly Change[]): Problem[] {
  const suggestion = openCorrection(application, corrections)
  return suggestion ? [{ kind: 'corrected-row', written: '', suggestion, obvious: false }] : []
}

/** Everything wrong with an application, parked or not. */
export const allProblemsOf = (desk: Desk, id: string): Problem[] => [
  ...(desk.problems.get(id) ?? []),
  ...desk.parked.filter(({ applicationId }) => applicationId === id).map(({ problem }) => problem),
]

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

/** Applications without an answer that cannot have one yet: those that wait for us, and those that wait for theirs. */
export function unanswered(desk: Desk): { toClean: Application[]; asked: Application[] } {
  const doubted = new Set(desk.duplicates.flatMap(({ earlier, later }) => [earlier, later]))
  const unclean = desk.applications.filter(({ id }) => desk.states.get(id) === 'problem')
  const waitsForUs = ({ id }: Application) => desk.problems.has(id) || doubted.has(id)
  return { toClean: unclean.filter(waitsForUs), asked: unclean.filter((one) => !waitsForUs(one)) }
}
