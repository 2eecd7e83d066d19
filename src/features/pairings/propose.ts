import {
  FORBIDDEN,
  findPlan,
  type Plan,
  type Problem,
  type Progress,
  verifyPlan,
} from '../../matching/index.ts'
import { type Reasons, reasonsFor } from './reasons.ts'
import { type ReserveReason, whyInReserve } from './reserve.ts'
import { type Group, type Inputs, judge, type Two, twosOf, worstOf } from './scenario.ts'
import { type Scoring, scoring } from './score.ts'

/** Why two members of a group were paired, seen from the first. */
export type TwoReasons = { a: string; b: string; reasons: Reasons }

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
export type RunProblem = 'too-few-people' | 'pin-impossible' | 'not-verified'

export type OnProgress = (progress: Progress) => void

/**
 * From people to a proposal: the best one there is, with the reasons of each pair and of the reserve.
 * The plan's certificate is checked here, against the scores and not against the engine.
 */
export function propose(
  inputs: Inputs,
  onProgress: OnProgress = () => {},
): Outcome | { problem: RunProblem } {
  if (inputs.applicants.length < 2) return { problem: 'too-few-people' }
  const scores = scoring(inputs)
  const rules = asPlaces(inputs)
  if (rules.pins.some(([a, b]) => scores.obstacle(a, b) !== null)) return { problem: 'pin-impossible' }

  const problem = problemOf(inputs, scores, rules)
  const plan = planWithFairTrio(problem, scores, onProgress)
  if (!verifyPlan(plan.problem, plan.found).ok) return { problem: 'not-verified' }
  return outcomeOf(inputs, scores, plan.found)
}

type Rules = { pins: [number, number][]; bans: [number, number][] }

/** Pins and bans by place in the list; those of people who have left since say nothing. */
function asPlaces({ applicants, pins, bans }: Inputs): Rules {
  const place = new Map(applicants.map((one, index) => [one.id, index]))
  const placed = (twos: readonly Two[]) =>
    twos.flatMap(([one, other]): [number, number][] => {
      const [a, b] = [place.get(one), place.get(other)]
      return a === undefined || b === undefined ? [] : [[a, b]]
    })
  return { pins: placed(pins), bans: placed(bans) }
}

function problemOf(inputs: Inputs, scores: Scoring, { pins, bans }: Rules): Problem {
  return {
    ids: inputs.applicants.map((one) => one.id),
    score: (a, b) => scores.score(a, b) ?? FORBIDDEN,
    pins,
    bans,
    willing: inputs.applicants.flatMap((one, index) => (one.takesTwo ? [index] : [])),
    seed: inputs.seed,
    worstFirst: true,
  }
}

/** Where the ends of a trio could not be partners as well, the odd one out waits for a coordinator instead. */
function planWithFairTrio(
  problem: Problem,
  scores: Scoring,
  onProgress: OnProgress,
): { problem: Problem; found: Plan } {
  const found = findPlan(problem, { onProgress })
  const isFair = found.trio === null || scores.obstacle(...found.trio.ends) === null
  return isFair ? { problem, found } : planWithFairTrio({ ...problem, willing: [] }, scores, onProgress)
}

function outcomeOf(inputs: Inputs, scores: Scoring, plan: Plan): Outcome {
  const id = (index: number) => inputs.applicants[index]?.id ?? ''
  const trios = plan.trio ? [[plan.trio.ends[0], plan.trio.centre, plan.trio.ends[1]]] : []
  const by = judge(inputs.applicants, scores, inputs.bans)
  return {
    groups: [...plan.pairs, ...trios].map((places) =>
      proposedGroup({ members: places.map(id), pinned: false }, inputs, scores),
    ),
    reserve: plan.unplaced.map(({ person, blocking, rivals }) => ({
      id: id(person),
      reason: whyInReserve(
        id(person),
        {
          applicants: inputs.applicants,
          proof: {
            rivals: rivals.length,
            partners: blocking.length,
            isOnlyOne: plan.unplaced.length === 1 && inputs.applicants.length % 2 === 1,
          },
        },
        by,
      ),
    })),
    total: plan.total,
    worst: plan.worst,
    priceOfFairness: plan.priceOfFairness,
    certificate: plan.certificate,
  }
}

/** A group as it is stored: with its score and the reasons of each two of it. */
export function proposedGroup(group: Group, inputs: Inputs, scores: Scoring): ProposedGroup {
  const place = new Map(inputs.applicants.map((one, index) => [one.id, index]))
  const sources = { applicants: inputs.applicants, scoring: scores, day: inputs.day }
  const { members } = group
  return {
    members,
    centre: members.length > 2 ? (members[1] ?? null) : null,
    score: worstOf(group, judge(inputs.applicants, scores, [])),
    reasons: twosOf(group).map(([a, b]) => ({
      a,
      b,
      reasons: reasonsFor(place.get(a) ?? -1, place.get(b) ?? -1, sources),
    })),
  }
}
