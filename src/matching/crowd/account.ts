import { type Certificate, SCALE } from '../graph.ts'
import type { Optimum } from '../solver/read-off.ts'
import { TooMuch } from '../too-much.ts'
import { type Candidates, raisedIn } from './candidates.ts'
import { type Crowd, type CrowdOptions, type CrowdPlan, checkCrowd } from './crowd.ts'
import { type Kinds, kindsOf, mostOf } from './kinds.ts'
import { BLOCK } from './line-up.ts'

/** Bytes for each person, measured with some room to spare. */
const PER_PERSON = 3000
const MOST_BYTES = 2 ** 32

/** How things stand, what is known about how much better they could be, and whether to go on. */
export type Account = Pick<CrowdPlan, 'cardinality' | 'weight' | 'passes' | 'scores'> & {
  n: number
  options: CrowdOptions
  /** The largest score there can be. */
  largest: number
  /** What a pair is worth beyond its points, so that one pair more is worth more than any points. */
  bonus: number
  /** No plan has more pairs than this. */
  mostPairs: number
  /** No plan with as many pairs as this one has more points than this. */
  mostPoints: number
  startedAt: number
  /** Whether kinds are so small that they rule little out by themselves. */
  isMixed: boolean
  /** Number of the next look. */
  looks: number
  isStopped: boolean
}

/**
 * @throws RangeError when the crowd is none, or too large for exact numbers
 * @throws TooMuch when more memory would be taken than is allowed
 */
export function accountOf(crowd: Crowd, options: CrowdOptions): Account {
  const { n } = crowd
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`n is ${n}, not a count`)
  // Before anything is asked of so many people.
  needsBytes(PER_PERSON * n, options)
  checkCrowd(crowd)
  const kinds = kindsOf(crowd)
  const { largest, total } = mostOfAll(crowd, kinds)
  const bonus = Math.floor((n + 1) / 2) * largest + 1
  if (2 * SCALE * (bonus + largest) >= 2 ** 53)
    throw new RangeError(`${n} people are too many for exact numbers`)
  return {
    n,
    options,
    largest,
    bonus,
    cardinality: 0,
    weight: 0,
    passes: 0,
    scores: 0,
    mostPairs: Math.floor(n / 2),
    mostPoints: Math.floor(total / 2),
    startedAt: options.time?.now() ?? 0,
    isMixed: n < BLOCK * kinds.count,
    looks: 0,
    isStopped: false,
  }
}

function needsBytes(needed: number, { mostBytes = MOST_BYTES }: CrowdOptions): void {
  if (!(needed <= mostBytes)) throw new TooMuch('bytes', needed, mostBytes)
}

/** The largest score, and the sum of what each person could score at most. O(kinds^2) */
function mostOfAll(crowd: Crowd, kinds: Kinds): { largest: number; total: number } {
  const most = new Int32Array(kinds.count)
  for (let kind = 0; kind < kinds.count; kind++) {
    for (let other = kind; other < kinds.count; other++) {
      const points = mostOf(crowd, kinds, kind, other)
      if (points > most[kind]!) most[kind] = points
      if (points > most[other]!) most[other] = points
    }
  }
  let largest = most.reduce((highest, each) => Math.max(highest, each), 0)
  let total = most.reduce((sum, each, kind) => sum + each * (kinds.start[kind + 1]! - kinds.start[kind]!), 0)
  // A raised pair adds no more than all its points to what its two people could score.
  const { size, w } = raisedIn(crowd)
  for (let at = 0; at < size; at++) {
    largest = Math.max(largest, w[at]!)
    total += 2 * w[at]!
  }
  return { largest, total }
}

/** Counts the pairs and points of a matching among candidates. */
export function noteMatching(account: Account, { size, u, v, w }: Candidates, mate: Int32Array): void {
  account.cardinality = 0
  account.weight = 0
  for (let at = 0; at < size; at++) {
    if (mate[u[at]!] !== v[at] || v[at] === account.n) continue
    account.cardinality++
    account.weight += w[at]!
  }
}

/**
 * Weak duality: what all pairs together are short of is all that another plan can gain, however many of them
 * it has; and to have one pair more, it must gain what two people lose who stay alone at the floor.
 */
export function noteBound(account: Account, short: number, floor: number): void {
  const { cardinality, weight } = account
  account.mostPoints = Math.min(account.mostPoints, weight + Math.floor(short / SCALE))
  if (floor === 0) return
  const more = Math.floor((SCALE * weight + short) / (-2 * floor))
  account.mostPairs = Math.min(account.mostPairs, cardinality + more)
}

export const morePairs = ({ mostPairs, cardinality }: Account) => mostPairs - cardinality
export const within = ({ mostPoints, weight }: Account) => mostPoints - weight

/**
 * Tells how far the present pass is and hears whether to go on.
 *
 * @throws TooMuch when more time has been taken than is allowed
 */
export function report(account: Account, share: number): void {
  const { options, cardinality, weight, passes } = account
  const { time, onProgress } = options
  const taken = time === undefined ? 0 : time.now() - account.startedAt
  if (time !== undefined && taken > time.most) throw new TooMuch('milliseconds', taken, time.most)
  const progress = {
    cardinality,
    weight,
    morePairs: morePairs(account),
    within: within(account),
    passes,
    share,
  }
  if (onProgress?.(progress) === false) account.isStopped = true
}

export function planOf(account: Account, optimum: Optimum, isProven: boolean): CrowdPlan {
  const { n, bonus, cardinality, weight, passes, scores } = account
  const mate = optimum.mate.slice(0, n).map((partner) => (partner === n ? -1 : partner))
  return {
    mate,
    cardinality,
    weight,
    morePairs: isProven ? 0 : morePairs(account),
    within: isProven ? 0 : within(account),
    passes,
    scores,
    certificate: isProven ? certificateOf(optimum, bonus) : null,
  }
}

/** Prices of a certificate start at 0, ours at half of the bonus below. */
function certificateOf({ mate, y, home, parent, z }: Optimum, bonus: number): Certificate {
  return { scale: SCALE, bonus, mate, y: y.map((price) => price + (SCALE * bonus) / 2), home, parent, z }
}
