import {
  type CrowdPlanCertificate,
  type CrowdPlanOfPeople,
  findCrowdPlan,
  findPlan,
  type Plan,
  type PlanCertificate,
  type Problem,
  type Progress,
  verifyCrowdPlan,
  verifyPlan,
} from '../../../matching/index.ts'
import { reasonsFor, type TwoReasons } from '../score/reasons.ts'
import { crowdProblemOf, poolOf, problemOf } from './problem.ts'
import { type ReserveReason, whyInReserve } from './reserve.ts'
import { chain, type Group, type Inputs, type Judged, judged, twosOf, worstOf } from './scenario.ts'

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
export function planFor(inputs: Inputs): Planned | Refusal {
  const asked = askedFor(inputs)
  return 'refused' in asked ? asked : planOf(asked, () => {})
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
  const { applicants, day, criteria } = inputs
  const sources = { applicants, scoring: scores, day, criteria }
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
