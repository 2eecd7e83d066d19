import type { Certificate, Result } from './graph.ts'
import { completeMatching } from './maximum.ts'
import { adjacencyByPoints, type Exclusions, NO_EXCLUSIONS, type Pool, poolOf, withSeat } from './pool.ts'
import { checkProblem, checkSymmetry, type Problem, pointsOf } from './problem.ts'
import { bestFree, pointsOfPairs, type Settled, settle } from './settle.ts'
import { TooMuch } from './too-much.ts'
import { bestWithTrio, type Trio, trioOf } from './trio.ts'
import { type Unplaced, unplacedOf } from './unplaced.ts'

export type Plan = {
  /** Positions i < j, sorted by i. */
  pairs: [number, number][]
  /** Counts apart from pairs: the centre meets both ends. */
  trio: Trio | null
  /** Everyone else, by position, with the reason. */
  unplaced: Unplaced[]
  /** Points over the pairs and the trio's two edges. */
  total: number
  /** The fewest points among those; null when nobody is placed. */
  worst: number | null
  /** Points given up to make the worst pair as good as possible; 0 when that was not asked. */
  priceOfFairness: number
  certificate: PlanCertificate
}

/**
 * The proof of the solve that fixed the plan, over the pairs that were open to it, and what shows that none
 * of the rest was better.
 *
 * Vertices are positions in `ids`; the seat of a trio, if there was one, is the next. Weights are points and
 * coins in one number.
 */
export type PlanCertificate = Certificate & {
  /** Only pairs with at least so many points were open: the worst pair was put first. */
  threshold: number
  /** The proof over all pairs, when `threshold` leaves some out. */
  unrestricted: Certificate | null
  /**
   * People whose removal shows that no threshold above the plan's worst free pair places as many; null when
   * not asked.
   */
  fairness: number[] | null
  /**
   * People whose removal shows that pairs alone place fewer (with a trio), or that a third seat places no
   * more (without).
   */
  seat: number[] | null
  /** Left out so that the two ends of the trio may meet. */
  exclusions: Exclusions
}

/** `stage` is one of `pairs`, `trio`, `reasons`; `done` grows from 0 to `of`, about evenly with time. */
export type Progress = { stage: string; done: number; of: number }

export type PlanOptions = {
  /** Called often while scores are read, and between solves; answer `false` to stop. */
  onProgress?(progress: Progress): unknown
  /** Possible pairs of people who are not pinned, at most; `MOST_PAIRS` when left out. */
  mostPairs?: number
}

/**
 * Every pair of 6,000 people. Such a plan takes 0.9 to 1.4 GB and 7 to 14 seconds, up to 80 bytes a pair; for
 * more people there is `findCrowdPlan`.
 */
export const MOST_PAIRS = 18_000_000

/** The work ended because its `onProgress` answered `false`. */
export class Stopped extends Error {
  override name = 'Stopped'

  constructor() {
    super('stopped before there was a plan')
  }
}

/**
 * Finds the best plan for one pool of people, with its proof.
 *
 * In this order: pins and bans hold; as many people as possible are placed, the odd one out as third with a
 * willing pair; the worst-served pair is as good as possible (`worstFirst`); the total is as high as
 * possible; ties are settled by a coin made of seed and ids. The same people, scores and seed give the same
 * plan in whatever order they come.
 *
 * Asks for every score; memory grows with the number of possible pairs: 1,000 people take well under a second
 * and 50 MB.
 *
 * @throws RangeError when the problem contradicts itself, with the first reason found: an id twice, pins that meet or
 *   may not be, a position of nobody, a score that is none or another one from the other side
 * @throws TooMuch when there are more possible pairs than `mostPairs`, before any score is asked for
 * @throws Stopped when `onProgress` answers `false`
 */
export function findPlan(problem: Problem, { onProgress, mostPairs = MOST_PAIRS }: PlanOptions = {}): Plan {
  checkProblem(problem)
  refuseTooMany(problem, mostPairs)
  checkSymmetry(problem, problem.ids.length)
  const tell = (stage: string, done: number) => {
    if (onProgress?.({ stage, done, of: 100 }) === false) throw new Stopped()
  }
  let read = -1
  const pool = poolOf(problem, (share) => {
    if (Math.floor(40 * share) > read) tell('pairs', ++read)
  })
  const free = bestFree(pool)
  const choice = choose(pool, free, () => tell('trio', 60))
  tell('reasons', 95)
  const plan = planOf(choice)
  tell('reasons', 100)
  return plan
}

function refuseTooMany({ ids, pins }: Problem, most: number): void {
  const free = ids.length - 2 * pins.length
  const pairs = (free * (free - 1)) / 2
  if (!(pairs <= most)) throw new TooMuch('pairs', pairs, most)
}

type Choice = {
  chosen: Settled
  /** The pool of `chosen` with all its pairs, those too that were left out so that a trio's ends may meet. */
  whole: Pool
  seat: number[] | null
  exclusions: Exclusions
}

/** With a trio if someone is left over and that helps. */
function choose(pool: Pool, free: Result, onTry: () => void): Choice {
  onTry()
  const { ids, pins, willing, worstFirst } = pool.problem
  const left = ids.length - 2 * (free.cardinality + pins.length)
  const mayHelp = left > 0 && willing.length > 0
  const seated = mayHelp ? bestWithTrio(pool, free.cardinality, onTry) : undefined
  if (seated !== undefined) {
    const { exclusions } = seated
    const whole = exclusions === NO_EXCLUSIONS ? seated.pool : withSeat(pool, NO_EXCLUSIONS)
    return { chosen: seated, whole, seat: barrierOf(pool, free) ?? null, exclusions }
  }
  return {
    chosen: settle(pool, free, worstFirst),
    whole: pool,
    seat: mayHelp ? (barrierOf(withSeat(pool, NO_EXCLUSIONS), free) ?? null) : null,
    exclusions: NO_EXCLUSIONS,
  }
}

/** Shows that a matching has as many pairs as the pool can have. */
function barrierOf(pool: Pool, { mate, cardinality }: Result): number[] | undefined {
  const start = new Int32Array(pool.n).fill(-1)
  start.set(mate)
  const barrier = completeMatching(adjacencyByPoints(pool), 0, start, pool.n - 2 * cardinality - 1)
  return barrier?.map((vertex) => positionOf(pool, vertex))
}

function positionOf({ people }: Pool, vertex: number): number {
  return vertex < people.length ? people[vertex]! : vertex
}

function planOf({ chosen, whole, seat, exclusions }: Choice): Plan {
  const { pool, free, fairest, final } = chosen
  const { problem } = pool
  const trio = pool.seat === -1 ? null : trioOf(chosen)
  const points = pointsOfPairs(pool, final.mate)
  for (const [a, b] of problem.pins) points.push(pointsOf(problem, a, b))
  const best = pointsOfPairs(pool, free.mate)
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
  return {
    pairs: pairsOf(pool, final.mate, trio),
    trio,
    unplaced: unplacedOf(whole, final.mate),
    total: sum(points),
    worst: points.length === 0 ? null : points.reduce((least, each) => Math.min(least, each)),
    priceOfFairness: sum(best) - sum(pointsOfPairs(pool, final.mate)),
    certificate: {
      ...inPositions(pool, final.certificate),
      threshold: final === free ? 0 : fairest!.threshold,
      unrestricted: final === free ? null : inPositions(pool, free.certificate),
      fairness: fairest === null ? null : fairest.barrier.map((vertex) => positionOf(pool, vertex)),
      seat,
      exclusions,
    },
  }
}

/** Pins and pairs of a matching by position, in the order of a plan, without those of the trio's centre. */
export function pairsOf({ problem, people }: Pool, mate: Int32Array, trio: Trio | null): Plan['pairs'] {
  const pairs = problem.pins.map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]))
  for (const [vertex, a] of people.entries()) {
    const b = people[mate[vertex]!]
    if (b !== undefined && a < b) pairs.push([a, b])
  }
  return pairs.filter((pair) => trio === null || !pair.includes(trio.centre)).sort(([a], [b]) => a - b)
}

/** Plain arrays, so that a plan can be stored as JSON. */
function inPositions(pool: Pool, certificate: Certificate): Certificate {
  const { scale, bonus, mate, y, home, parent, z } = certificate
  const placed = (values: ArrayLike<number>, translate: (value: number) => number) => {
    const result: number[] = Array.from(values)
    for (let vertex = 0; vertex < values.length; vertex++) {
      result[positionOf(pool, vertex)] = translate(values[vertex]!)
    }
    return result
  }
  const same = (value: number) => value
  return {
    scale,
    bonus,
    mate: placed(mate, (vertex) => (vertex === -1 ? -1 : positionOf(pool, vertex))),
    y: placed(y, same),
    home: placed(home, same),
    parent: Array.from(parent),
    z: Array.from(z),
  }
}
