import {
  type CrowdPlanCertificate,
  type CrowdPlanOfPeople,
  type CrowdProblem,
  FORBIDDEN,
  findCrowdPlan,
  findPlan,
  type Plan,
  type PlanCertificate,
  type Problem,
  type Progress,
  verifyCrowdPlan,
  verifyPlan,
} from '../../../matching/index.ts'
import { bitSets } from '../score/bit-sets.ts'
import { reasonsFor, type TwoReasons } from '../score/reasons.ts'
import { type Scoring, scoring, together } from '../score/score.ts'
import { type ReserveReason, whyInReserve } from './reserve.ts'
import { chain, type Group, type Inputs, type Judged, judged, type Two, twosOf, worstOf } from './scenario.ts'

export type ProposedGroup = {
  members: readonly string[]
  /** In a trio, the one between the other two. */
  centre: string | null
  score: number
  reasons: TwoReasons[]
}

/** The answer of a run: plain data that can cross to another thread and be stored as it is. */
export type Outcome = {
  groups: ProposedGroup[]
  reserve: { id: string; reason: ReserveReason }[]
  total: number
  worst: number | null
  priceOfFairness: number
  certificate: unknown
}

/** Why there is no proposal. */
export type RunProblem =
  | 'too-few-people'
  | 'pin-impossible'
  | 'not-verified'
  | 'cancelled'
  | 'too-slow'
  | 'too-much-memory'

export type OnProgress = (progress: Progress) => void

/**
 * From people to a proposal: the best one there is, with the reasons of each pair and of the reserve.
 * The plan's certificate is checked here, against the scores and not against the engine.
 *
 * @param most so many people to be matched at most have all their pairs listed
 */
export function propose(
  inputs: Inputs,
  onProgress: OnProgress = () => {},
  most = mostListed,
): Outcome | { problem: RunProblem } {
  const asked = askedFor(inputs)
  if ('refused' in asked) return { problem: asked.refused }
  return isLarge(asked.pool, most) ? proposeForMany(asked, onProgress) : proposeListing(asked, onProgress)
}

export type Proof = PlanCertificate | CrowdPlanCertificate

/** Proofs without a list of all pairs are of another form. */
export const isOfMany = (proof: Proof): proof is CrowdPlanCertificate => 'plan' in proof

/** So many people to be matched at most have all their pairs listed: the list grows with their square. */
const mostListed = 2000

/** Whether there are so many people in a pool that what is found out about them is found without a list of pairs. */
export const isLarge = (
  { applicants, pins }: Pick<Inputs, 'applicants' | 'pins'>,
  most = mostListed,
): boolean => applicants.length - 2 * pins.length > most

type Asked = Judged & Pick<Planned, 'pool' | 'trios'>

function proposeListing(asked: Asked, onProgress: OnProgress): Outcome | { problem: RunProblem } {
  const { problem, plan } = planOf(asked, onProgress)
  return verifyPlan(problem, plan).ok ? outcomeOf(asked, plan) : { problem: 'not-verified' }
}

/** The same without a list of all pairs; what proves it is of another form. */
function proposeForMany(asked: Asked, onProgress: OnProgress): Outcome | { problem: RunProblem } {
  const { problem, found } = planWithFairTrio(crowdProblemOf(asked.pool), (one) =>
    findCrowdPlan(one, { onProgress }),
  )
  return verifyCrowdPlan(problem, found).ok ? outcomeOf(asked, found) : { problem: 'not-verified' }
}

/** A plan of the engine with what it was asked; `pool` has the people it was asked about, by its positions. */
export type Planned = Judged & {
  pool: Inputs
  trios: readonly Group[]
  asked: Problem
  /** What it answered: the same, or the same without a trio. */
  problem: Problem
  plan: Plan
}

/** The best plan there is, as the engine gives it; not checked yet. */
export function planFor(inputs: Inputs, onProgress: OnProgress = () => {}): Planned | Refusal {
  const asked = askedFor(inputs)
  return 'refused' in asked ? asked : planOf(asked, onProgress)
}

function planOf(prepared: Asked, onProgress: OnProgress): Planned {
  const asked = problemOf(prepared.pool)
  const { problem, found } = planWithFairTrio(asked, (one) => findPlan(one, { onProgress }))
  return { ...prepared, asked, problem, plan: found }
}

type Refusal = { refused: 'too-few-people' | 'pin-impossible' }

/** Whom the engine is asked about, when it can be asked at all. */
function askedFor(inputs: Inputs): Asked | Refusal {
  if (inputs.applicants.length < 2) return { refused: 'too-few-people' }
  const all = judged(inputs)
  const { pool, trios } = poolOf(inputs)
  const fixed = [...trios.flatMap((trio) => chain(trio.members)), ...pool.pins]
  if (fixed.some((two) => all.by.hardRule(...two) !== null)) return { refused: 'pin-impossible' }
  return { ...all, pool, trios }
}

/** The best plan for the same with one pin more; neither of the two is pinned. */
export function planWithPin(planned: Planned, pin: readonly [number, number]): Planned {
  const { problem, found } = planWithFairTrio(
    { ...planned.asked, pins: [...planned.asked.pins, pin] },
    findPlan,
  )
  return { ...planned, problem, plan: found }
}

/** The problem that the engine solved for a large scenario, with what rules most pairs out. */
export function crowdProblemFor(inputs: Inputs): { pool: Inputs; problem: CrowdProblem } {
  const { pool } = poolOf(inputs)
  return { pool, problem: crowdProblemOf(pool) }
}

/** The problem that the engine solved for a scenario, for those who want to see its proof. */
export function problemFor(inputs: Inputs): { pool: Inputs; problem: Problem } {
  const { pool } = poolOf(inputs)
  return { pool, problem: problemOf(pool) }
}

/**
 * Who is left for the engine once holds and trios made by hand are kept: the same inputs with fewer people, in the
 * order of their ids, so that it does not matter in which they came. Pins of people who have left since say nothing.
 */
function poolOf(inputs: Inputs): { pool: Inputs; trios: Group[] } {
  const here = new Set(inputs.applicants.map(({ id }) => id))
  for (const id of inputs.held) here.delete(id)
  const isHere = (two: Two) => two.every((id) => here.has(id))
  const pins = inputs.settings.keepsPins ? inputs.pins.filter(isHere) : []
  const trios = triosOf(pins)
  const away = new Set(trios.flatMap(({ members }) => members))
  const isFree = (two: Two) => isHere(two) && !two.some((id) => away.has(id))
  const pool = {
    ...inputs,
    applicants: inputs.applicants
      .filter(({ id }) => here.has(id) && !away.has(id))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
    pins: pins.filter(isFree),
    bans: inputs.bans.filter(isFree),
    keep: inputs.keep.filter(isFree),
  }
  return { pool, trios }
}

/** Two pins that share a person are a trio with that person in the middle. */
export function triosOf(pins: readonly Two[]): Group[] {
  const pinnedTo = new Map<string, string[]>()
  for (const [a, b] of pins) {
    pinnedTo.set(a, [...(pinnedTo.get(a) ?? []), b])
    pinnedTo.set(b, [...(pinnedTo.get(b) ?? []), a])
  }
  return [...pinnedTo].flatMap(([middle, [one, other]]) =>
    one === undefined || other === undefined ? [] : [{ members: [one, middle, other], pinned: true }],
  )
}

function problemOf(pool: Inputs, scores: Scoring = scoring(pool)): Problem {
  const { applicants, pins, bans, keep, seed, settings } = pool
  const place = new Map(applicants.map((one, index) => [one.id, index]))
  const places = (twos: readonly Two[]) =>
    twos.map(([a, b]): [number, number] => [place.get(a) ?? -1, place.get(b) ?? -1])
  const kept = new Set(
    settings.keepBonus === 0 ? [] : places(keep).map(([a, b]) => keyOf(a, b, applicants.length)),
  )
  const bonus = (a: number, b: number) => (kept.has(keyOf(a, b, applicants.length)) ? settings.keepBonus : 0)
  return {
    ids: applicants.map((one) => one.id),
    score(a, b) {
      const points = scores.score(a, b)
      return points === null ? FORBIDDEN : points + (kept.size > 0 ? bonus(a, b) : 0)
    },
    pins: places(pins),
    bans: places(bans),
    willing:
      settings.oddOneOut === 'reserve'
        ? []
        : applicants.flatMap((one, index) => (one.takesTwo ? [index] : [])),
    seed,
    worstFirst: settings.worstFirst,
  }
}

/** Kinds say how well people can suit each other at most; only pairs to be kept may have more. */
function crowdProblemOf(pool: Inputs): CrowdProblem {
  const { applicants, keep, settings } = pool
  const scores = scoring(pool)
  const { kindOf, most } = scores.kinds()
  const traits = bitSets(applicants.map((one) => one.interests)).words
  const place = new Map(applicants.map((one, index) => [one.id, index]))
  const named = Int32Array.from(applicants, ({ interests }) => (traits === null ? 0 : interests.length))
  const mostShared = applicants.reduce((longest, { interests }) => Math.max(longest, interests.length), 0)
  return {
    ...problemOf(pool, scores),
    kindOf,
    ...(traits === null ? {} : { traitsOf: traits }),
    mostBetween: remembered(kindOf, named, (kind, other, bits) => {
      const shared = traits === null ? mostShared : bits
      return together(
        most(kind, other, shared),
        most(other, kind, shared),
        settings.weights.lessSatisfiedShare,
      )
    }),
    raised:
      settings.keepBonus === 0 ? [] : keep.map(([a, b]) => [place.get(a) ?? -1, place.get(b) ?? -1] as const),
  }
}

type MostBetween = CrowdProblem['mostBetween']

/** Remembers what is asked most, about two kinds who share as much as they can. Two bytes for each two kinds. */
function remembered(kindOf: Int32Array, named: Int32Array, ask: MostBetween): MostBetween {
  const count = 1 + kindOf.reduce((most, kind) => Math.max(most, kind), -1)
  const most = new Int32Array(count)
  for (const [a, kind] of kindOf.entries()) most[kind] = Math.max(most[kind] ?? 0, named[a] ?? 0)
  const known = new Int16Array((count * (count + 1)) / 2).fill(-1)
  return (kind, other, bits) => {
    if (bits !== Math.min(most[kind] ?? 0, most[other] ?? 0)) return ask(kind, other, bits)
    const at = kind < other ? (other * (other + 1)) / 2 + kind : (kind * (kind + 1)) / 2 + other
    const points = known[at] ?? -1
    if (points !== -1) return points
    known[at] = ask(kind, other, bits)
    return known[at] ?? 0
  }
}

const keyOf = (a: number, b: number, n: number) => (a < b ? a * n + b : b * n + a)

/** Where the ends of a trio could not be partners as well, the odd one out waits for a coordinator instead. */
function planWithFairTrio<Asked extends Problem, Found extends Pick<Plan, 'trio'>>(
  problem: Asked,
  find: (problem: Asked) => Found,
): { problem: Asked; found: Found } {
  const found = find(problem)
  const isFair = found.trio?.endsMayMeet ?? true
  return isFair ? { problem, found } : planWithFairTrio({ ...problem, willing: [] }, find)
}

export type Grouping = Pick<Planned, 'pool' | 'trios'> & { plan: Pick<Plan, 'pairs' | 'trio'> }

/** Who meets whom in a plan: trios made by hand, pairs, and the trio that the engine chose. */
export function groupsIn({ pool, trios, plan }: Grouping): Group[] {
  const id = (index: number) => pool.applicants[index]?.id ?? ''
  const chosen = plan.trio ? [[plan.trio.ends[0], plan.trio.centre, plan.trio.ends[1]]] : []
  return [
    ...trios,
    ...[...plan.pairs, ...chosen].map((places) => ({ members: places.map(id), pinned: false })),
  ]
}

function outcomeOf(asked: Asked, plan: Plan | CrowdPlanOfPeople): Outcome {
  const groups = groupsIn({ ...asked, plan })
  // A keep bonus steers the engine but pleases nobody: what is stored are the points of the pairs alone.
  const points = groups.flatMap((group) => chain(group.members)).map(([a, b]) => asked.by.score(a, b))
  return {
    groups: groups.map(proposing(asked)),
    reserve: reserveOf(asked, plan),
    total: points.reduce((sum, each) => sum + each, 0),
    worst: points.length === 0 ? null : points.reduce((least, each) => Math.min(least, each)),
    priceOfFairness: plan.priceOfFairness,
    certificate: plan.certificate,
  }
}

/** Who waits and why: those whom the engine could not place, then those whom a coordinator holds. */
function reserveOf(asked: Asked, { unplaced }: Plan | CrowdPlanOfPeople): Outcome['reserve'] {
  const { inputs, pool } = asked
  const isOnlyOne = unplaced.length === 1 && pool.applicants.length % 2 === 1
  const waiting = unplaced.map(({ person, blocking, rivals }) => {
    const id = pool.applicants[person]?.id ?? ''
    const proof = { rivals: rivals.length, partners: blocking.length, isOnlyOne }
    return { id, reason: whyInReserve(id, proof, asked) }
  })
  const here = new Set(inputs.applicants.map((one) => one.id))
  const held = inputs.held.filter((id) => here.has(id))
  return [...waiting, ...held.map((id) => ({ id, reason: whyInReserve(id, null, asked) }))]
}

/** Makes groups as they are stored: with their score and the reasons of each two of them. */
export function proposing({ inputs, scores, by }: Judged): (group: Group) => ProposedGroup {
  const place = new Map(inputs.applicants.map((one, index) => [one.id, index]))
  const sources = { applicants: inputs.applicants, scoring: scores, day: inputs.day }
  return (group) => ({
    members: group.members,
    centre: group.members.length > 2 ? (group.members[1] ?? null) : null,
    score: worstOf(group, by),
    reasons: twosOf(group).map(([a, b]) => ({
      a,
      b,
      reasons: reasonsFor(place.get(a) ?? -1, place.get(b) ?? -1, sources),
    })),
  })
}
