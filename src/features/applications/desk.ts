import { oncePer } from '../../platform/once.ts'
import {
  type Application,
  fullName,
  isLiving,
  isUnconfirmed,
  type State,
  stateOf,
  states,
} from './application.ts'
import {
  type Change,
  type Problem,
  type ProblemKind,
  problemKinds,
  problemsOf,
  surroundingsOf,
} from './checks.ts'
import { openCorrection } from './corrections.ts'
import { type Duplicate, duplicatesAmong, pairKey } from './duplicates.ts'
import { mendKey, obviousPlan } from './mends.ts'
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
} & Pick<Required<Decided>, 'settled' | 'leftOut' | 'waited'>

/** What was decided or asked about the applications of a round, besides what stands in them. */
export type Decided = {
  /** Pairs that were decided about, by `pairKey`. */
  settled: ReadonlySet<string>
  /** What later rows of the file say otherwise, by application, and nobody has decided. */
  corrections?: ReadonlyMap<string, readonly Change[]>
  /** What is not to be answered with the obvious, by `mendKey` and `pairKey`. */
  leftOut?: ReadonlySet<string>
  /** Open questions, by application. */
  questions?: ReadonlyMap<string, readonly Question[]>
  /** Who was told in an earlier round that they are first in line in this one, by application. */
  waited?: ReadonlySet<string>
}

export function deskOf(
  applications: readonly Application[],
  {
    settled,
    corrections = new Map(),
    questions = new Map(),
    leftOut = new Set(),
    waited = new Set(),
  }: Decided,
): Desk {
  const living = applications.filter(isLiving)
  const around = surroundingsOf(living)
  const found = living.map((one) => {
    const seen = problemsOf(one, around).map((problem) =>
      leftOut.has(mendKey({ ...problem, applicationId: one.id })) ? { ...problem, obvious: false } : problem,
    )
    const all = [...corrected(one, corrections.get(one.id) ?? []), ...seen]
    return { id: one.id, all, ...parkedAmong(one.id, all, questions.get(one.id) ?? []) }
  })
  const duplicates = duplicatesAmong(
    living.filter((one) => !isUnconfirmed(one)),
    settled,
  ).map((two) => (leftOut.has(pairKey(two.earlier, two.later)) ? { ...two, obvious: false } : two))
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
    settled,
    leftOut,
    waited,
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

const deskKinds = [...problemKinds, 'duplicate'] as const
export type DeskKind = ProblemKind | 'duplicate'

/** How many of a kind are left, and how many of these nobody would doubt. */
export type KindCount = { kind: DeskKind; count: number; obvious: number }

/** What is left, by kind, in the order in which it is best done; kinds of which nothing is left are left out. */
export const kindCounts = oncePer((desk: Desk): KindCount[] => {
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
})

/** How much is left to settle: problems and probable duplicates. */
export const leftOn = (desk: Desk): number => kindCounts(desk).reduce((sum, { count }) => sum + count, 0)

export type StateCounts = Record<State, number>

export const stateCounts = oncePer((desk: Desk): StateCounts => {
  const counts = Object.fromEntries(states.map((state) => [state, 0])) as StateCounts
  for (const state of desk.states.values()) counts[state]++
  return counts
})

/** Where people are who applied, by ISO code, in no order. */
export const countriesOn = oncePer(({ applications }: Desk): readonly string[] => {
  const countries = new Set(applications.map(({ country }) => country))
  return [...countries].filter((country) => country !== null)
})

/** What nobody would doubt, without what was left out. */
export const obviousOn = oncePer(({ applications, settled, leftOut }: Desk) =>
  obviousPlan(applications, settled, (question) => leftOut.has(question)),
)

/** Free answers about the sector that wait for a decision. */
export function openSectorGroups(desk: Desk): SectorGroup[] {
  const open = [...desk.problems].filter(([, list]) => list.some(({ kind }) => kind === 'unknown-sector'))
  return sectorGroups(open.map(([id]) => desk.byId.get(id)?.sectorWritten ?? ''))
}

/** Why somebody has no place: something is to be cleaned, they were asked, nobody has answered, or the cap makes them wait. */
export const unansweredReasons = ['problem', 'asked', 'ready', 'waiting'] as const
export type Unanswered = Record<(typeof unansweredReasons)[number], { id: string; name: string }[]>

/** Who asks for a place and has none, in the order in which they came. */
export const unanswered = oncePer(({ applications, states, problems, duplicates }: Desk): Unanswered => {
  const doubted = new Set(duplicates.flatMap(({ earlier, later }) => [earlier, later]))
  const waitsForUs = ({ id }: Application) => problems.has(id) || doubted.has(id)
  const named = (one: Application) => ({ id: one.id, name: fullName(one) || one.email })
  const inState = (state: State) => applications.filter(({ id }) => states.get(id) === state)
  const [toClean, asked] = [true, false].map((isOurs) =>
    inState('problem').filter((one) => waitsForUs(one) === isOurs),
  ) as [Application[], Application[]]
  return {
    problem: toClean.map(named),
    asked: asked.map(named),
    ready: inState('ready').map(named),
    waiting: inState('waiting').map(named),
  }
})
