import { bestSeating, openAmong, openSeating, type Seating } from './explain-seat.ts'
import { type Plan, pairsOf } from './plan.ts'
import { type Pool, poolOf } from './pool.ts'
import { checkPerson, FORBIDDEN, type Problem, pairKey, pointsOf } from './problem.ts'
import type { Session } from './session.ts'
import type { Trio } from './trio.ts'

/** What changes if a person is put together with one other: the best there is then, and how far it falls behind. */
export type PinLoss = {
  /** By position, as all people here. */
  partner: number
  /** People placed fewer. */
  placed: number
  /** Points in total fewer. Negative only where what the plan gave up for fairness is not given up any more. */
  points: number
  /** The fewest points of any pair then, the pins among them; compare with the plan's own. */
  worst: number
  /** Everyone who is placed then, as in a plan. */
  pairs: [number, number][]
  trio: Trio | null
}

/**
 * The exact price of each of several pins, for about the price of one more plan.
 *
 * Keeps one session, sets each pin in turn, and lifts it again. The problem's pins and bans hold, and an odd
 * one out sits third where that places more people, just as in `findPlan`.
 *
 * Where the worst pair comes first, every pair but the pins keeps at least as many points as the worst of
 * them has in the plan, if that can be had without leaving more people alone than must be; then the loss is
 * exact among such plans. If not, fairness is left aside for this pin, and `worst` shows what comes of it.
 * `lossOf` looks instead for the best worst pair that goes with the pin, so the two may differ there. Without
 * `worstFirst` they are the same.
 *
 * @param partners positions; anyone `optionsOf` lists
 * @returns one for each partner, in their order. O(n^2) to open, then far less than a solve for each
 * @throws RangeError when one of the pairs may not be pinned
 */
export function lossesOf(
  problem: Problem,
  plan: Pick<Plan, 'pairs' | 'trio' | 'total'>,
  person: number,
  partners: readonly number[],
): PinLoss[] {
  const pool = poolOf(problem)
  for (const partner of partners) checkPin(pool, person, partner)
  const before = { ...plan, placed: placedIn(plan) }
  const least = problem.worstFirst ? leastFree(problem, plan) : 0
  const fair = pricerOf(pool, person, least)
  const free = least === 0 ? fair : pricerOf(pool, person, 0)
  return partners.map((partner) => {
    let then = bestWith(fair, partner)
    if (then.placed < before.placed && fair !== free) {
      const unfair = bestWith(free, partner)
      if (unfair.placed > then.placed) then = unfair
    }
    const { pairs, trio } = then
    return {
      partner,
      placed: before.placed - then.placed,
      points: before.total - then.total,
      worst: Math.min(...meetings(then).map(([a, b]) => pointsOf(problem, a, b))),
      pairs,
      trio,
    }
  })
}

function checkPin({ problem, pinned, banned }: Pool, person: number, partner: number): void {
  const n = problem.ids.length
  for (const one of [person, partner]) {
    checkPerson(problem, one)
    if (pinned.has(one)) throw new RangeError(`${one} is pinned`)
  }
  const isPossible = person !== partner && pointsOf(problem, person, partner) !== FORBIDDEN
  if (!isPossible || banned.has(pairKey(n, person, partner)))
    throw new RangeError(`${person} and ${partner} may not be paired`)
}

type Groups = Pick<Plan, 'pairs' | 'trio'>

/** All pairs of people who meet, those of a trio included. */
function meetings({ pairs, trio }: Groups): [number, number][] {
  if (trio === null) return pairs
  const { centre, ends } = trio
  return [...pairs, [centre, ends[0]], [centre, ends[1]]]
}

function placedIn({ pairs, trio }: Groups): number {
  return 2 * pairs.length + (trio === null ? 0 : 3)
}

/** The fewest points of a pair that is not pinned: no plan that places as many has more. */
function leastFree(problem: Problem, plan: Groups): number {
  const keyOf = ([a, b]: readonly [number, number]) => pairKey(problem.ids.length, a, b)
  const pins = new Set(problem.pins.map(keyOf))
  const free = meetings(plan).filter((pair) => !pins.has(keyOf(pair)))
  return free.length === 0 ? 0 : Math.min(...free.map(([a, b]) => pointsOf(problem, a, b)))
}

/** Finds the best there is with any one pin for a person, among plans whose other pairs have enough points. */
type Pricer = {
  pool: Pool
  person: number
  least: number
  /** Opened when they are first needed. */
  pairs: Session | undefined
  seating: Seating | undefined
}

function pricerOf(pool: Pool, person: number, least: number): Pricer {
  return { pool, person, least, pairs: undefined, seating: undefined }
}

type Found = Groups & { placed: number; total: number }

function bestWith(pricer: Pricer, partner: number): Found {
  const { pool, person } = pricer
  const { ids, pins, willing } = pool.problem
  const pin: [number, number] = [pool.vertexOf[person]!, pool.vertexOf[partner]!]
  const most = Math.floor(ids.length / 2) - pins.length
  // Pairs alone cannot place an odd number: if a seat places all, there is no more to ask.
  const isOdd = ids.length % 2 === 1
  const all = isOdd && willing.length > 0 ? seatedWith(pricer, pin, most) : undefined
  if (all !== undefined) return all
  pricer.pairs ??= openAmong(pool, pricer.least, pin[0])
  pricer.pairs.pin(...pin)
  const { mate, weight, cardinality } = pricer.pairs.resolve()
  pricer.pairs.unpin(...pin)
  const mayHelp = willing.length > 0 && 2 * (cardinality + pins.length) < ids.length
  const seated = mayHelp ? seatedWith(pricer, pin, cardinality) : undefined
  return seated ?? inPositions(pool, mate, weight, null)
}

/** With a trio, if that places more people than so many pairs do. */
function seatedWith(pricer: Pricer, pin: [number, number], pairs: number): Found | undefined {
  const { pool, least } = pricer
  pricer.seating ??= openSeating(pool, least, pin[0])
  pricer.seating.session.pin(...pin)
  const seated = bestSeating(pricer.seating, pin, pairs)
  pricer.seating.session.unpin(...pin)
  return seated === undefined ? undefined : inPositions(pool, seated.mate, seated.weight, seated.trio)
}

function inPositions(pool: Pool, mate: Int32Array, weight: number, trio: Trio | null): Found {
  const { problem, tieBreak } = pool
  const pinned = problem.pins.reduce((sum, [a, b]) => sum + pointsOf(problem, a, b), 0)
  const groups = { pairs: pairsOf(pool, mate, trio), trio }
  return { ...groups, placed: placedIn(groups), total: pinned + Math.floor(weight / tieBreak.unit) }
}
