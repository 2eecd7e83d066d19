import type { Certificate } from './graph.ts'
import type { Plan } from './plan.ts'
import { FORBIDDEN, type Problem } from './problem.ts'
import {
  eachPair,
  type OpenPairs,
  openPairs,
  pointsBetween,
  type Scores,
  scoresOf,
  tooManyOddParts,
  weightOf,
} from './verify-plan-graph.ts'
import { emptySieve, sift, verdictOf } from './verify-sieve.ts'

/**
 * Checks a plan against its problem: who is placed with whom, every number it states, and the proof that
 * there is none better.
 *
 * Asks for every score again and shares no code with the solver. What is proven: no plan places more people;
 * none that places as many has a better worst pair (with `worstFirst`) or, with such a worst pair, a higher
 * total. Where a trio's ends had to be able to meet, this is about the pairs that were not excluded for it.
 *
 * Memory: two bytes for each pair of people who are not pinned, four where pairs were excluded. O(n^2)
 *
 * @returns the first thing that is wrong
 * @throws RangeError when a score of the problem is none
 */
export function verifyPlan(problem: Problem, plan: Plan): { ok: true } | { ok: false; reason: string } {
  const reason = factFault(problem, plan) ?? betterFault(scoresOf(problem), plan)
  return reason === undefined ? { ok: true } : { ok: false, reason }
}

/** Whatever can be told without a proof: who is where, whether the rules are kept, and the numbers. */
export function factFault(problem: Problem, plan: Facts): string | undefined {
  return peopleFault(problem, plan) ?? ruleFault(problem, plan) ?? numberFault(problem, plan)
}

type Facts = Omit<Plan, 'certificate'>

/** The pairs that meet; those of the trio last. */
function meetings({ pairs, trio }: Facts): [number, number][] {
  if (trio === null) return pairs
  return [...pairs, [trio.centre, trio.ends[0]], [trio.centre, trio.ends[1]]]
}

function peopleFault({ ids }: Problem, { pairs, trio, unplaced }: Facts): string | undefined {
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

function ruleFault(problem: Problem, plan: Facts): string | undefined {
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

function numberFault(problem: Problem, plan: Facts): string | undefined {
  const points = meetings(plan).map((pair) => problem.score(...pair))
  const total = points.reduce((sum, each) => sum + each, 0)
  const worst = points.length === 0 ? null : points.reduce((least, each) => Math.min(least, each))
  if (plan.total !== total) return `the total is ${total}, not ${plan.total}`
  return plan.worst === worst ? undefined : `the worst pair has ${worst} points, not ${plan.worst}`
}

/** What all scores together have to say: whether there is a better plan, and why some are alone. */
function betterFault(scores: Scores, plan: Plan): string | undefined {
  return proofFault(scores, plan) ?? reasonFault(scores, plan)
}

function proofFault(scores: Scores, plan: Plan): string | undefined {
  const { threshold, unrestricted, exclusions } = plan.certificate
  if (plan.trio === null && exclusions.pairs.length + exclusions.seats.length > 0)
    return 'pairs are left out without a trio'
  const open = openPairs(scores, plan.trio !== null, exclusions)
  const matched = matchedFault(open, plan)
  if (matched !== undefined) return matched
  const final = provenPoints(open, threshold, plan.certificate)
  if ('reason' in final) return final.reason
  const free = unrestricted === null ? final : provenPoints(open, 0, unrestricted)
  if ('reason' in free) return free.reason
  if (unrestricted === null && threshold !== 0) return 'pairs are left out without a proof'
  if (final.pairs !== free.pairs) return 'the threshold leaves people out'
  if (plan.priceOfFairness !== free.points - final.points) {
    return `fairness costs ${free.points - final.points}, not ${plan.priceOfFairness}`
  }
  return fairnessFault(open, plan, final) ?? seatFault(scores, plan, final.pairs)
}

/** The plan and its certificate must be about the same pairs. */
function matchedFault({ scores, n, centres }: OpenPairs, plan: Plan): string | undefined {
  const seat = scores.problem.ids.length
  const pinned = new Set(scores.problem.pins.flat())
  const mate = new Array<number>(n).fill(-1)
  const join = (a: number, b: number) => {
    mate[a] = b
    mate[b] = a
  }
  for (const [a, b] of plan.pairs) {
    if (!pinned.has(a)) join(a, b)
  }
  if (plan.trio !== null) {
    const { centre, ends } = plan.trio
    const third = plan.certificate.mate[seat]!
    if (centres[third] !== centre || !ends.includes(third)) return 'the certificate is about another trio'
    const partner = ends[0] === third ? ends[1] : ends[0]
    join(third, seat)
    if (!pinned.has(centre)) join(centre, partner)
  }
  const other = mate.findIndex((partner, vertex) => plan.certificate.mate[vertex] !== partner)
  return other === -1 ? undefined : `the certificate is about another partner of ${other}`
}

type Proven = { pairs: number; points: number; worst: number }

/** Checks one certificate over the pairs with at least so many points. */
function provenPoints(
  open: OpenPairs,
  threshold: number,
  certificate: Certificate,
): Proven | { reason: string } {
  const sieve = emptySieve(certificate)
  const proven: Proven = { pairs: 0, points: 0, worst: Infinity }
  eachPair(open, threshold, (u, v, points) => {
    if (!sift(sieve, u, v, weightOf(open, u, v, points))) return
    proven.pairs++
    proven.points += points
    proven.worst = Math.min(proven.worst, points)
  })
  const verdict = verdictOf(sieve, open.n)
  if (!verdict.ok) return { reason: verdict.reason }
  return verdict.proves === 'cardinality' ? proven : { reason: 'the proof is not about the most pairs' }
}

/** With every pair better than the worst, more people would be alone. */
function fairnessFault(open: OpenPairs, { certificate }: Plan, final: Proven): string | undefined {
  const { threshold, fairness } = certificate
  if (!open.scores.problem.worstFirst)
    return threshold === 0 && fairness === null ? undefined : 'fairness was not asked for'
  if (final.pairs === 0) return undefined
  if (fairness === null) return 'nothing shows that the worst pair is the best possible'
  const holds = tooManyOddParts(open, final.worst + 1, fairness, open.n - 2 * final.pairs + 1)
  return holds ? undefined : 'the worst pair may be better'
}

/**
 * With a trio, that pairs alone place fewer; without, if the plan says so, that a trio would not place more.
 */
function seatFault(scores: Scores, { trio, certificate }: Plan, pairs: number): string | undefined {
  if (certificate.seat === null) return trio === null ? undefined : 'nothing shows that a trio is needed'
  const other = openPairs(scores, trio === null, { pairs: [], seats: [] })
  const most = trio === null ? pairs : pairs - 1
  if (tooManyOddParts(other, 0, certificate.seat, other.n - 2 * most)) return undefined
  return trio === null ? 'a trio may place more people' : 'pairs alone may place as many people'
}

/** Rivals could be paired with each other and those who block them, and with nobody else. */
function reasonFault(scores: Scores, { unplaced }: Plan): string | undefined {
  const people = [...scores.problem.ids.keys()]
  for (const { person, blocking, rivals } of unplaced) {
    const inside = new Set(rivals)
    const known = new Set([...rivals, ...blocking])
    if (!inside.has(person)) return `${person} is not among the rivals for a place`
    const insiders = people.filter((each) => inside.has(each))
    const outsiders = people.filter((each) => !known.has(each))
    for (const u of people) {
      const others = inside.has(u) ? outsiders : known.has(u) ? [] : insiders
      const v = others.find((each) => each > u && pointsBetween(scores, u, each) !== FORBIDDEN)
      if (v !== undefined) return `${u} and ${v} could be paired, which the reason for ${person} leaves out`
    }
  }
  return undefined
}
