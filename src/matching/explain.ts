import { findPlan, type Plan } from './plan.ts'
import { bannedKeys, checkPerson, FORBIDDEN, type Problem, pairKey, pointsOf } from './problem.ts'
import { nestingOf, sharedPrice } from './solver/nesting.ts'
import { coinOf, lotOf, tieBreakFor } from './tie-break.ts'

/** As much of a plan as bounds are read from. */
type Proven = Pick<Plan, 'certificate' | 'priceOfFairness'>

/** A possible partner, by position. */
export type Option = {
  partner: number
  points: number
  /**
   * If the two were put together and as many people placed, the total of the plan would fall by at least so
   * many points. Less than 0 only where the plan gave up points for fairness, which a pin need not do;
   * `-Infinity` where pairs were left out so that the ends of a trio may meet, and nothing can be said.
   */
  leastLoss: number
}

/**
 * Everyone a person could be paired with, the cheapest for all others first, then the best for the two.
 *
 * The loss is read off the prices of the plan's certificate, without solving anything: whatever a pair costs
 * more than it brings is lost. It is a bound; `lossOf` has the exact figure. O(people)
 *
 * @throws RangeError when the person is pinned, or nobody
 */
export function optionsOf(problem: Problem, plan: Proven, person: number): Option[] {
  checkPerson(problem, person)
  const pinned = new Set(problem.pins.flat())
  if (pinned.has(person)) throw new RangeError(`${person} is pinned`)
  const banned = bannedKeys(problem)
  const loss = lossBound(problem, plan)
  const options: Option[] = []
  for (let partner = 0; partner < problem.ids.length; partner++) {
    if (partner === person || pinned.has(partner)) continue
    if (banned.has(pairKey(problem.ids.length, person, partner))) continue
    const points = pointsOf(problem, person, partner)
    if (points !== FORBIDDEN) options.push({ partner, points, leastLoss: loss(person, partner, points) })
  }
  // Two that are -Infinity differ by NaN, which is no difference either.
  return options.sort((a, b) => a.leastLoss - b.leastLoss || b.points - a.points || a.partner - b.partner)
}

/** From slack to points: coins are worth less than one point all together, so rounding down is safe. */
function lossBound({ ids, seed }: Problem, plan: Proven): (a: number, b: number, points: number) => number {
  const { exclusions, unrestricted } = plan.certificate
  if (exclusions.pairs.length + exclusions.seats.length > 0) return () => -Infinity
  const { scale, bonus, y, home, parent, z } = unrestricted ?? plan.certificate
  const nesting = nestingOf({ parent: Int32Array.from(parent), z: Float64Array.from(z) })
  const tieBreak = tieBreakFor(ids.length + 1)
  return (a, b, points) => {
    const coin = coinOf(lotOf(seed, ids[a]!), lotOf(seed, ids[b]!), tieBreak)
    const needed = scale * (points * tieBreak.unit + coin + bonus)
    const slack = y[a]! + y[b]! + sharedPrice(nesting, home[a]! + 1, home[b]! + 1) - needed
    // Prices bound the highest total; a fair plan has given up some of that already.
    return Math.floor(slack / (scale * tieBreak.unit)) - plan.priceOfFairness
  }
}

/** What changes if two people are put together: the plan with that pin, and how far it falls behind. */
export type Loss = {
  plan: Plan
  /** People placed fewer. */
  placed: number
  /** Points in total; negative where the total rises, as fairness need not hold for a pin. */
  points: number
}

/**
 * The exact price of a pin, by solving again.
 *
 * @throws RangeError when the pair may not be pinned
 */
export function lossOf(problem: Problem, plan: Plan, pin: readonly [number, number]): Loss {
  const pinned = findPlan({ ...problem, pins: [...problem.pins, pin] })
  return {
    plan: pinned,
    placed: pinned.unplaced.length - plan.unplaced.length,
    points: plan.total - pinned.total,
  }
}
