import type { Certificate } from '../graph.ts'
import { type Plan, type PlanOptions, Stopped } from '../plan.ts'
import { checkProblem, FORBIDDEN, pointsOf } from '../problem.ts'
import { lotOf } from '../tie-break.ts'
import { mostTries, type Trio } from '../trio.ts'
import { fairest, worstIn } from './fairest-crowd.ts'
import { leftOverOf } from './left-over.ts'
import { ALL, type CrowdProblem, type Field, fieldOf, freeIn, type Left } from './people.ts'
import { proofIn, solved, type Tell } from './solve-field.ts'
import type { Found } from './steps.ts'
import type { Prices } from './verify-crowd.ts'

/** The best plan for a large pool. */
export type CrowdPlanOfPeople = Omit<Plan, 'certificate'> & { certificate: CrowdPlanCertificate }

/**
 * Proofs over all pairs. Vertices are the people who are not pinned, in the order of `ids`; the seat of a trio, if
 * there is one, is the next, and where the number is odd then, *nobody* comes last.
 */
export type CrowdPlanCertificate = {
  /** Only pairs with at least so many points were open to the plan. */
  threshold: number
  plan: Certificate
  /** Of the best plan over all pairs, when `threshold` leaves some out. */
  unrestricted: Certificate | null
  /**
   * Prices by which pairs with a point more than the worst, all of them counting 1, are fewer: they pay for every such
   * pair, and add up to less than so many pairs. Null when not asked.
   */
  fairness: Prices | null
  /** That pairs alone place fewer (with a trio), or that a third seat places no more (without); null where the number says so. */
  seat: Certificate | null
  exclusions: Left
}

/**
 * `findPlan` for pools that nobody wants to list the pairs of: the same promises, but for ties. Which of several
 * plans that are equally good is found depends on the seed, on the order of `ids` and on the numbers of the kinds.
 *
 * @throws RangeError as `findPlan`, or when `mostBetween` says too little
 * @throws Stopped when `onProgress` answers `false`
 */
export function findCrowdPlan(
  problem: CrowdProblem,
  { onProgress }: Pick<PlanOptions, 'onProgress'> = {},
): CrowdPlanOfPeople {
  checkProblem(problem)
  const tell: Tell = (stage, done) => {
    if (onProgress?.({ stage, done, of: 100 }) === false) throw new Stopped()
  }
  const lots = problem.ids.map((id) => lotOf(problem.seed, id))
  const order = freeIn(problem).sort(
    (a, b) => lots[a]! - lots[b]! || (problem.ids[a]! < problem.ids[b]! ? -1 : 1),
  )
  const chosen = choose(problem, order, tell)
  tell('reasons', 95)
  const plan = planOf(chosen)
  tell('reasons', 100)
  return plan
}

/** The best matching of a field, with what is needed to prove it. */
type Settled = {
  field: Field
  free: Found
  final: Found
  /** The most points that every pair can have; 0 where nobody asked. */
  worst: number
  /** Pairs with fewer were left out; 0 where that was not needed. */
  threshold: number
  fairness: Prices | null
  seat: Certificate | null
}

const NOTHING: Left = { pairs: [], seats: [] }

/** With a trio if someone is left over and that helps. */
function choose(problem: CrowdProblem, order: Int32Array, tell: Tell): Settled {
  const alone = () => {
    const field = fieldOf(problem, order, false, NOTHING)
    return { field, free: solved(field, ALL, tell, 'pairs') }
  }
  if (problem.willing.length === 0) return settle(alone(), null, tell)
  const isOdd = order.length % 2 === 1
  const pairs = isOdd ? null : alone()
  if (pairs !== null && 2 * pairs.free.plan.cardinality === order.length) return settle(pairs, null, tell)
  const field = fieldOf(problem, order, true, NOTHING)
  const free = solved(field, ALL, tell, 'pairs')
  // With nobody left over of an odd number, pairs alone cannot place as many.
  const isFull = isOdd && 2 * free.plan.cardinality === order.length + 1
  const without = isFull ? null : (pairs ?? alone())
  if (without !== null && free.plan.cardinality <= without.free.plan.cardinality)
    return settle(without, proofIn(field, free), tell)
  const proof = without && proofIn(without.field, without.free)
  return bestWithTrio({ field, free }, proof, tell) ?? settle(without ?? alone(), null, tell)
}

type Start = Pick<Settled, 'field' | 'free'>

/** In a large pool each try takes as long as a plan. */
const LARGE = 1000
const FEW_TRIES = 2

/** Plans are tried, best first, until the two ends of the trio may meet: as in `trio.ts`. */
function bestWithTrio(start: Start, seat: Certificate | null, tell: Tell): Settled | undefined {
  const { problem, order } = start.field
  const least = start.free.plan.cardinality
  const open = [settle(start, seat, tell)]
  let fallback: Settled | undefined
  for (let tries = order.length > LARGE ? FEW_TRIES : mostTries(order.length); tries > 0; tries--) {
    const best = open.sort(compared).shift()
    if (best === undefined || best.final.plan.cardinality < least) break
    const { centre, ends, third, mate } = seatedIn(best)
    const isBanned = problem.bans.some((ban) => ban.every((person) => ends.includes(person)))
    if (!isBanned && pointsOf(problem, ...ends) !== FORBIDDEN) return best
    if (!isBanned) fallback ??= best
    if (tries === 1) break
    tell('trio', 60)
    const { pairs, seats } = best.field.left
    const isPinned = problem.pins.some((pin) => pin.includes(centre))
    const lefts: Left[] = [{ pairs, seats: [...seats, [centre, third]] }]
    if (!isPinned) lefts.push({ pairs: [...pairs, [centre, mate]], seats })
    for (const left of lefts) {
      const field = fieldOf(problem, order, true, left)
      open.push(settle({ field, free: solved(field, ALL, tell, 'trio', best.free.warm) }, seat, tell))
    }
  }
  return fallback
}

const compared = (a: Settled, b: Settled) =>
  b.final.plan.cardinality - a.final.plan.cardinality ||
  b.worst - a.worst ||
  b.final.plan.weight - a.final.plan.weight

/** Among plans that place as many people, the best worst pair comes first if wanted. */
function settle({ field, free }: Start, seat: Certificate | null, tell: Tell): Settled {
  const { problem } = field
  const { cardinality } = free.plan
  if (!problem.worstFirst || cardinality === 0)
    return { field, free, final: free, worst: 0, threshold: 0, fairness: null, seat }
  const worst = worstIn(field, free)
  const { threshold, proof, candidates } = fairest({ field, free, worst }, tell)
  if (threshold === worst) return { field, free, final: free, worst, threshold: 0, fairness: proof, seat }
  const warm = { ...free.warm, candidates }
  const final = solved(field, { atLeast: threshold, alike: false }, tell, 'trio', warm)
  return { field, free, final, worst: threshold, threshold, fairness: proof, seat }
}

type Seated = { centre: number; ends: [number, number]; third: number; mate: number }

/** By position: who sits third, with whom. */
function seatedIn({ field, final }: Settled): Seated {
  const { order, seat, problem } = field
  const third = final.plan.mate[order.length]!
  const centre = seat!.centre[third]!
  const pin = problem.pins.find((pair) => pair.includes(centre))
  const mate =
    pin === undefined ? order[final.plan.mate[order.indexOf(centre)]!]! : pin[0] === centre ? pin[1] : pin[0]
  const end = order[third]!
  return { centre, mate, third: end, ends: mate < end ? [mate, end] : [end, mate] }
}

function planOf(settled: Settled): CrowdPlanOfPeople {
  const { field, free, final, threshold, fairness, seat } = settled
  const { problem } = field
  const trio = trioOf(settled)
  const pairs = pairsOf(settled, trio)
  const points = [
    ...pairs,
    ...(trio === null ? [] : trio.ends.map((end): [number, number] => [trio.centre, end])),
  ].map(([a, b]) => pointsOf(problem, a, b))
  return {
    pairs,
    trio,
    unplaced: leftOverOf(field, { free, mate: final.plan.mate }),
    total: points.reduce((sum, each) => sum + each, 0),
    worst: points.length === 0 ? null : points.reduce((least, each) => Math.min(least, each)),
    priceOfFairness: free.plan.weight - final.plan.weight,
    certificate: {
      threshold,
      plan: proofIn(field, final),
      unrestricted: final === free ? null : proofIn(field, free),
      fairness,
      seat,
      exclusions: { pairs: [...field.left.pairs], seats: [...field.left.seats] },
    },
  }
}

function trioOf(settled: Settled): Trio | null {
  const { field, final } = settled
  if (field.seat === null || final.plan.mate[field.order.length] === -1) return null
  const { centre, ends } = seatedIn(settled)
  return { centre, ends, endsMayMeet: pointsOf(field.problem, ...ends) !== FORBIDDEN }
}

function pairsOf({ field: { problem, order }, final }: Settled, trio: Trio | null): Plan['pairs'] {
  const pairs = problem.pins.map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]))
  for (const [vertex, a] of order.entries()) {
    const b = order[final.plan.mate[vertex]!]
    if (b !== undefined && a < b) pairs.push([a, b])
  }
  return pairs.filter((pair) => trio === null || !pair.includes(trio.centre)).sort(([a], [b]) => a - b)
}
