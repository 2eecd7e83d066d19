import { MOST_POINTS } from './tie-break.ts'

/** The score of two people who must not meet. */
export const FORBIDDEN = -1

/** One pool of people. Indices are positions in `ids`. */
export type Problem = {
  /** Stable and distinct; tie-breaks use them, never the input order. */
  ids: readonly string[]
  /** A whole number of points 0..20000, or `FORBIDDEN`; symmetric and pure. */
  score(a: number, b: number): number
  /** Pairs that must stand: disjoint, none of them forbidden or banned. */
  pins: readonly (readonly [number, number])[]
  /** Pairs that must not be. */
  bans: readonly (readonly [number, number])[]
  /** People who would take two partners, so that an odd one out is not alone. */
  willing: readonly number[]
  /** Settles ties: 32 bits. Another seed is another, equally good, plan. */
  seed: number
  /** Makes the worst-served pair as good as possible before the total. */
  worstFirst: boolean
}

/** One number per unordered pair. */
export function pairKey(n: number, a: number, b: number): number {
  return a < b ? a * n + b : b * n + a
}

export function bannedKeys({ ids, bans }: Problem): Set<number> {
  return new Set(bans.map(([a, b]) => pairKey(ids.length, a, b)))
}

/**
 * The points of two people, or `FORBIDDEN`.
 *
 * @throws RangeError when `score` answers anything else
 */
export function pointsOf(problem: Problem, a: number, b: number): number {
  const points = problem.score(a, b)
  if (points === FORBIDDEN) return FORBIDDEN
  if (Number.isInteger(points) && points >= 0 && points <= MOST_POINTS) return points
  throw new RangeError(`score(${a}, ${b}) is ${points}, not 0 to ${MOST_POINTS} or FORBIDDEN`)
}

/** @throws RangeError when the problem contradicts itself, with the first reason found */
export function checkProblem(problem: Problem): void {
  const { ids, pins, bans, willing, seed } = problem
  if (new Set(ids).size !== ids.length) throw new RangeError('two people have the same id')
  if (!Number.isInteger(seed)) throw new RangeError(`seed is ${seed}, not a whole number`)
  const isPerson = (index: number) => Number.isInteger(index) && index >= 0 && index < ids.length
  for (const person of [...pins.flat(), ...bans.flat(), ...willing]) {
    if (!isPerson(person)) throw new RangeError(`${person} is nobody's position`)
  }
  const banned = bannedKeys(problem)
  const pinned = new Set<number>()
  for (const [a, b] of pins) {
    if (a === b) throw new RangeError(`${a} is pinned to itself`)
    if (pinned.has(a) || pinned.has(b)) throw new RangeError(`pin ${a} ${b} meets another pin`)
    if (banned.has(pairKey(ids.length, a, b))) throw new RangeError(`pair ${a} ${b} is pinned and banned`)
    if (pointsOf(problem, a, b) === FORBIDDEN) throw new RangeError(`pin ${a} ${b} is forbidden`)
    pinned.add(a)
    pinned.add(b)
  }
}
