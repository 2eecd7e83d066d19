import type { Certificate } from '../graph.ts'
import { arePoints, checkSymmetry, notPoints, pointsOf } from '../problem.ts'

/** So many people that nobody wants to write down all possible pairs. */
export type Crowd = {
  n: number
  /** A whole number of points 0..20000, or `FORBIDDEN`; symmetric and pure. Asked for few of all pairs. */
  score(a: number, b: number): number
  /** Kind of each person, whole numbers from 0: people of a kind have much of their scores in common. */
  kindOf: ArrayLike<number>
  /** Up to 32 things that two people may share, such as interests, a bit for each. Left out: nobody has any. */
  traitsOf?: ArrayLike<number>
  /**
   * No two people of these kinds who share so many traits score more; `FORBIDDEN` when none of them may meet.
   * Symmetric in the kinds, and never less for more traits. The closer, the less work.
   */
  mostBetween(kind: number, other: number, shared: number): number
  /** Pairs that may score more than that, each once; left out, there are none. */
  raised?: readonly (readonly [number, number])[]
}

export type CrowdPlan = {
  /** Partner of each person, or -1. */
  mate: Int32Array
  cardinality: number
  weight: number
  /** No plan has more pairs than this one has and so many. */
  morePairs: number
  /**
   * No plan with at least as many pairs has a total that is higher by more than so many points; 0 when this
   * one is proven to be the best.
   */
  within: number
  /** Times that all pairs were gone through for one that could still improve the total. */
  passes: number
  /** Scores that were asked for. */
  scores: number
  /**
   * The proof over all feasible pairs, or null when stopped before. Of an odd crowd it has one vertex more,
   * *nobody*, at position n, who may be paired with anyone for 0 points.
   */
  certificate: Certificate | null
}

export type CrowdProgress = Pick<CrowdPlan, 'cardinality' | 'weight' | 'morePairs' | 'within' | 'passes'> & {
  /** Part of the present pass that is done, 0 to 1; the first is about candidates and proves nothing. */
  share: number
}

export type CrowdOptions = {
  /** Stops once no plan can be better by more than so many points; left out, the best is found. */
  enough?: number
  /** Hears many times a pass how things stand; answer `false` to stop with what is there. */
  onProgress?(progress: CrowdProgress): unknown
  /** Memory to be taken at most, 4 GB when left out. */
  mostBytes?: number
  /** Time to be taken at most, by this clock in milliseconds. Looked at many times a pass, not while solving. */
  time?: { most: number; now(): number }
}

/** @throws RangeError when someone has no kind or traits that are none, or scores differ by who asks. O(n) */
export function checkCrowd(crowd: Crowd): void {
  const { n, kindOf, traitsOf, raised = [] } = crowd
  const odd = raised.find(([a, b]) => !(a < n && b < n && a >= 0 && b >= 0 && a !== b))
  if (odd !== undefined) throw new RangeError(`raised pair ${odd[0]} ${odd[1]} is none`)
  for (const [name, list] of Object.entries({ kindOf, traitsOf: traitsOf ?? kindOf })) {
    if (list.length !== n) throw new RangeError(`${name} has ${list.length} entries for ${n} people`)
  }
  for (let person = 0; person < n; person++) {
    const kind = kindOf[person]!
    if (!Number.isSafeInteger(kind) || kind < 0)
      throw new RangeError(`kind of ${person} is ${kind}, not a whole number of at least 0`)
    const traits = traitsOf?.[person] ?? 0
    if (traits >> 0 !== traits && traits >>> 0 !== traits)
      throw new RangeError(`traits of ${person} are ${traits}, not 32 bits`)
  }
  checkSymmetry(crowd, n)
}

/** What `mostBetween` says. @throws RangeError when that is no number of points */
export function mostSaid(crowd: Crowd, kind: number, other: number, shared: number): number {
  const most = crowd.mostBetween(kind, other, shared)
  if (!arePoints(most))
    throw new RangeError(`mostBetween(${kind}, ${other}, ${shared}) is ${notPoints(most)}`)
  return most
}

/** @throws RangeError that says why the points of two people are none, or more than `mostBetween` said */
export function refuse(crowd: Crowd, a: number, b: number, most: number): never {
  const points = pointsOf(crowd, a, b)
  throw new RangeError(`score(${a}, ${b}) is ${points}, and mostBetween says ${most} at most`)
}
