import type { Certificate } from '../graph.ts'
import { factFault } from '../verify-plan.ts'
import type { Crowd } from './crowd.ts'
import { ALL, type CrowdProblem, crowdOf, type Field, fieldOf, freeIn, type Terms } from './people.ts'
import type { CrowdPlanOfPeople } from './plan-crowd.ts'
import { mostPairsBy, verifyCrowd } from './verify-crowd.ts'
import { leftOverFault } from './verify-left-over.ts'

/**
 * Checks a plan for a large pool: who is placed with whom, every number it states, the reasons of those who are not,
 * and the proofs that there is none better, as `verifyPlan` does, but without a list of all pairs. Trusts `mostBetween`. O(n log n + kinds^2 + pairs that
 * are not ruled out)
 *
 * @returns the first thing that is wrong
 */
export function verifyCrowdPlan(
  problem: CrowdProblem,
  plan: CrowdPlanOfPeople,
): { ok: true } | { ok: false; reason: string } {
  const reason = factFault(problem, plan) ?? proofFault(problem, plan)
  return reason === undefined ? { ok: true } : { ok: false, reason }
}

function proofFault(problem: CrowdProblem, plan: CrowdPlanOfPeople): string | undefined {
  const { certificate, trio } = plan
  const { threshold, exclusions } = certificate
  if (trio === null && exclusions.pairs.length + exclusions.seats.length > 0)
    return 'pairs are left out without a trio'
  const field = fieldOf(problem, freeIn(problem), trio !== null, exclusions)
  const matched = matchedFault(field, plan)
  if (matched !== undefined) return matched
  const final = proven(field, { atLeast: threshold, alike: false }, certificate.plan)
  if ('reason' in final) return final.reason
  if (certificate.unrestricted === null && threshold !== 0) return 'pairs are left out without a proof'
  const free = certificate.unrestricted === null ? final : proven(field, ALL, certificate.unrestricted)
  if ('reason' in free) return free.reason
  if (final.pairs !== free.pairs) return 'the threshold leaves people out'
  if (plan.priceOfFairness !== free.points - final.points)
    return `fairness costs ${free.points - final.points}, not ${plan.priceOfFairness}`
  return (
    fairnessFault(field, plan, final) ??
    seatFault(problem, plan, final.pairs) ??
    leftOverFault(field, certificate.unrestricted ?? certificate.plan, plan.unplaced)
  )
}

/** The plan and its certificate must be about the same pairs. */
function matchedFault({ order, seat }: Field, { pairs, trio, certificate }: CrowdPlanOfPeople) {
  const { mate } = certificate.plan
  const vertexOf = new Map(Array.from(order, (position, vertex) => [position, vertex]))
  const expected = new Int32Array(order.length + (seat === null ? 0 : 1)).fill(-1)
  const join = (a: number, b: number) => {
    expected[a] = b
    expected[b] = a
  }
  const meet = (a: number, b: number) => {
    const [one, other] = [vertexOf.get(a), vertexOf.get(b)]
    if (one !== undefined && other !== undefined) join(one, other)
  }
  for (const [a, b] of pairs) meet(a, b)
  if (trio !== null && seat !== null) {
    const third = mate[order.length]!
    if (seat.centre[third] !== trio.centre || !trio.ends.includes(order[third]!))
      return 'the certificate is about another trio'
    join(third, order.length)
    meet(trio.centre, trio.ends[0] === order[third] ? trio.ends[1] : trio.ends[0])
  }
  const other = expected.findIndex((partner, vertex) => partner !== partnerIn(mate, vertex, expected.length))
  return other === -1
    ? undefined
    : `the certificate is about another partner of ${order[other] ?? 'the seat'}`
}

/** Anyone who is paired with nobody is alone. */
const partnerIn = (mate: ArrayLike<number>, vertex: number, n: number) =>
  mate[vertex]! >= n ? -1 : mate[vertex]!

type Proven = { pairs: number; points: number; worst: number; crowd: Crowd }

/** Checks one certificate over the pairs that these terms leave open. */
function proven(field: Field, terms: Terms, certificate: Certificate): Proven | { reason: string } {
  const crowd = crowdOf(field, terms)
  const found: Proven = { pairs: 0, points: 0, worst: Infinity, crowd }
  const mate = Int32Array.from({ length: crowd.n }, (_, vertex) =>
    partnerIn(certificate.mate, vertex, crowd.n),
  )
  for (const [a, b] of mate.entries()) {
    if (b < a) continue
    const points = crowd.score(a, b)
    found.pairs++
    found.points += points
    found.worst = Math.min(found.worst, points)
  }
  const { pairs: cardinality, points: weight } = found
  const plan = { mate, cardinality, weight, certificate, morePairs: 0, within: 0, passes: 0, scores: 0 }
  const verdict = verifyCrowd(crowd, plan)
  return verdict.ok ? found : verdict
}

/** Pairs with a point more than the worst, all of them alike, must place fewer. */
function fairnessFault(field: Field, plan: CrowdPlanOfPeople, { pairs, worst }: Proven): string | undefined {
  const { fairness, threshold } = plan.certificate
  if (!field.problem.worstFirst || pairs === 0)
    return fairness === null && threshold === 0 ? undefined : 'nobody asked for the worst pair to come first'
  if (fairness === null) return 'nothing shows that the worst pair cannot be better'
  const better = mostPairsBy(crowdOf(field, { atLeast: worst + 1, alike: true }), fairness)
  if ('reason' in better) return better.reason
  return better.most < pairs ? undefined : 'the worst pair can be better'
}

/** A trio must place someone whom pairs cannot, and where someone is left over it must not help. */
function seatFault(problem: CrowdProblem, plan: CrowdPlanOfPeople, pairs: number): string | undefined {
  const { seat } = plan.certificate
  const free = freeIn(problem)
  if (plan.trio === null) {
    if (seat === null) return undefined
    const seated = proven(fieldOf(problem, free, true, NOTHING), ALL, seat)
    if ('reason' in seated) return seated.reason
    return seated.pairs === pairs ? undefined : 'a trio would place one more'
  }
  if (seat === null)
    return free.length % 2 === 1 && 2 * pairs === free.length + 1
      ? undefined
      : 'nothing shows that a trio helps'
  const alone = proven(fieldOf(problem, free, false, NOTHING), ALL, seat)
  if ('reason' in alone) return alone.reason
  return alone.pairs < pairs ? undefined : 'pairs alone place as many'
}

const NOTHING = { pairs: [], seats: [] }
