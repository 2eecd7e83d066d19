import type { Certificate, Graph } from './graph.ts'
import type { Plan } from './plan.ts'
import { FORBIDDEN, type Problem } from './problem.ts'
import { verify } from './verify.ts'
import { matchedFault, type OpenPairs, openPairs, tooManyOddParts } from './verify-plan-graph.ts'

/**
 * Checks a plan against its problem: who is placed with whom, every number it states, and the proof that
 * there is none better.
 *
 * Asks for every score again and shares no code with the solver. What is proven: no plan places more people;
 * none that places as many has a better worst pair (with `worstFirst`) or, with such a worst pair, a higher
 * total. Where a trio's ends had to be able to meet, this is about the pairs that were not excluded for it.
 *
 * @returns the first thing that is wrong
 */
export function verifyPlan(problem: Problem, plan: Plan): { ok: true } | { ok: false; reason: string } {
  const reason =
    peopleFault(problem, plan) ??
    ruleFault(problem, plan) ??
    numberFault(problem, plan) ??
    proofFault(problem, plan) ??
    reasonFault(problem, plan)
  return reason === undefined ? { ok: true } : { ok: false, reason }
}

/** The pairs that meet; those of the trio last. */
function meetings({ pairs, trio }: Plan): [number, number][] {
  if (trio === null) return pairs
  return [...pairs, [trio.centre, trio.ends[0]], [trio.centre, trio.ends[1]]]
}

function peopleFault({ ids }: Problem, { pairs, trio, unplaced }: Plan): string | undefined {
  const named = [...pairs.flat(), ...unplaced.map(({ person }) => person)]
  if (trio !== null) named.push(trio.centre, ...trio.ends)
  const seen = new Set<number>()
  for (const person of named) {
    if (!Number.isInteger(person) || person < 0 || person >= ids.length)
      return `${person} is nobody's position`
    if (seen.has(person)) return `${person} occurs twice`
    seen.add(person)
  }
  if (seen.size !== ids.length) return `${ids.length - seen.size} people are forgotten`
  const inOrder = pairs.every(([i, j], at) => i < j && (at === 0 || pairs[at - 1]![0] < i))
  return inOrder ? undefined : 'pairs are not in order'
}

function ruleFault(problem: Problem, plan: Plan): string | undefined {
  const key = ([a, b]: readonly [number, number]) => `${Math.min(a, b)} ${Math.max(a, b)}`
  const together = new Set(meetings(plan).map(key))
  const banned = new Set(problem.bans.map(key))
  for (const pair of meetings(plan)) {
    if (banned.has(key(pair))) return `${key(pair)} is banned`
    if (problem.score(...pair) === FORBIDDEN) return `${key(pair)} is forbidden`
  }
  const missing = problem.pins.find((pin) => !together.has(key(pin)))
  if (missing !== undefined) return `${key(missing)} is pinned but not together`
  if (plan.trio === null) return undefined
  if (!problem.willing.includes(plan.trio.centre))
    return `${plan.trio.centre} is not willing to have two partners`
  const { ends, endsMayMeet } = plan.trio
  if (banned.has(key(ends))) return `${key(ends)} is banned`
  if (endsMayMeet === (problem.score(...ends) !== FORBIDDEN)) return undefined
  return `${key(ends)} ${endsMayMeet ? 'is' : 'is not'} forbidden`
}

function numberFault(problem: Problem, plan: Plan): string | undefined {
  const points = meetings(plan).map((pair) => problem.score(...pair))
  const total = points.reduce((sum, each) => sum + each, 0)
  const worst = points.length === 0 ? null : points.reduce((least, each) => Math.min(least, each))
  if (plan.total !== total) return `the total is ${total}, not ${plan.total}`
  return plan.worst === worst ? undefined : `the worst pair has ${worst} points, not ${plan.worst}`
}

function proofFault(problem: Problem, plan: Plan): string | undefined {
  const { certificate } = plan
  const open = openPairs(problem, plan.trio !== null, certificate.exclusions)
  const matched = matchedFault(problem, plan, open)
  if (matched !== undefined) return matched
  const final = provenPoints(open, certificate.threshold, certificate)
  if ('reason' in final) return final.reason
  const free = certificate.unrestricted === null ? final : provenPoints(open, 0, certificate.unrestricted)
  if ('reason' in free) return free.reason
  if (certificate.unrestricted === null && certificate.threshold !== 0)
    return 'pairs are left out without a proof'
  if (final.pairs !== free.pairs) return 'the threshold leaves people out'
  if (plan.priceOfFairness !== free.points - final.points) {
    return `fairness costs ${free.points - final.points}, not ${plan.priceOfFairness}`
  }
  return fairnessFault(problem, plan, open, final) ?? seatFault(problem, plan, final.pairs)
}

type Proven = { pairs: number; points: number; worst: number }

/** Checks one certificate over the pairs with at least so many points. */
function provenPoints(
  open: OpenPairs,
  threshold: number,
  certificate: Certificate,
): Proven | { reason: string } {
  const graph: Graph = { n: open.n, u: [], v: [], w: [] }
  const edges = open.pairs.filter(({ points }) => points >= threshold)
  graph.u = edges.map(({ u }) => u)
  graph.v = edges.map(({ v }) => v)
  graph.w = edges.map(({ weight }) => weight)
  const taken = edges.filter(({ u, v }) => certificate.mate[u] === v)
  const sum = (values: number[]) => values.reduce((total, each) => total + each, 0)
  const verdict = verify(graph, {
    cardinality: taken.length,
    weight: sum(taken.map(({ weight }) => weight)),
    mate: certificate.mate,
    certificate,
  })
  if (!verdict.ok) return { reason: verdict.reason }
  if (verdict.proves !== 'cardinality') return { reason: 'the proof is not about the most pairs' }
  const points = taken.map((edge) => edge.points)
  return {
    pairs: taken.length,
    points: sum(points),
    worst: points.reduce((a, b) => Math.min(a, b), Infinity),
  }
}

/** With every pair better than the worst, more people would be alone. */
function fairnessFault(problem: Problem, plan: Plan, open: OpenPairs, final: Proven): string | undefined {
  const { threshold, fairness } = plan.certificate
  if (!problem.worstFirst)
    return threshold === 0 && fairness === null ? undefined : 'fairness was not asked for'
  if (final.pairs === 0) return undefined
  if (fairness === null) return 'nothing shows that the worst pair is the best possible'
  const better = open.pairs.filter(({ points }) => points > final.worst)
  const holds = tooManyOddParts(open.n, better, fairness, open.n - 2 * final.pairs + 1)
  return holds ? undefined : 'the worst pair may be better'
}

/**
 * With a trio, that pairs alone place fewer; without, if the plan says so, that a trio would not place more.
 */
function seatFault(problem: Problem, { trio, certificate }: Plan, pairs: number): string | undefined {
  if (certificate.seat === null) return trio === null ? undefined : 'nothing shows that a trio is needed'
  const other = openPairs(problem, trio === null, { pairs: [], seats: [] })
  const most = trio === null ? pairs : pairs - 1
  const holds = tooManyOddParts(other.n, other.pairs, certificate.seat, other.n - 2 * most)
  if (holds) return undefined
  return trio === null ? 'a trio may place more people' : 'pairs alone may place as many people'
}

function reasonFault(problem: Problem, plan: Plan): string | undefined {
  if (plan.unplaced.length === 0) return undefined
  const open = openPairs({ ...problem, pins: [] }, false, { pairs: [], seats: [] })
  for (const { person, blocking, rivals } of plan.unplaced) {
    const inside = new Set(rivals)
    const known = new Set([...rivals, ...blocking])
    if (!inside.has(person)) return `${person} is not among the rivals for a place`
    const astray = open.pairs.find(
      ({ u, v }) => (inside.has(u) && !known.has(v)) || (inside.has(v) && !known.has(u)),
    )
    if (astray !== undefined)
      return `${astray.u} and ${astray.v} could be paired, which the reason for ${person} leaves out`
  }
  return undefined
}
