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
export function pointsOf(of: Pick<Problem, 'score'>, a: number, b: number): number {
  const points = of.score(a, b)
  if (!arePoints(points)) throw new RangeError(`score(${a}, ${b}) is ${notPoints(points)}`)
  return points
}

/** Whether a number is one of points, or `FORBIDDEN`. */
export function arePoints(points: number): boolean {
  return Number.isInteger(points) && points >= FORBIDDEN && points <= MOST_POINTS
}

/** Says of something that it is no number of points, and what would be. */
export const notPoints = (points: number) => `${points}, not 0 to ${MOST_POINTS} or FORBIDDEN`

/**
 * Asks for the score of some pairs from both sides. Anyone who scores one way only does so nearly everywhere, so a
 * pair for each person is enough to find out.
 *
 * @throws RangeError when the two sides differ, or a score is none. O(n)
 */
export function checkSymmetry(of: Pick<Problem, 'score'>, n: number): void {
  // Far enough that neighbours who are alike are not asked about each other.
  const step = Math.round(n * 0.618)
  for (let a = 0; a < n; a++) {
    const b = (a + step) % n
    if (a === b) continue
    const [there, back] = [pointsOf(of, a, b), pointsOf(of, b, a)]
    if (there !== back) throw new RangeError(`score(${a}, ${b}) is ${there} and score(${b}, ${a}) is ${back}`)
  }
}

/** @throws RangeError when there is nobody at that position */
export function checkPerson({ ids }: Pick<Problem, 'ids'>, person: number): void {
  if (!(Number.isInteger(person) && person >= 0 && person < ids.length))
    throw new RangeError(`${person} is nobody's position`)
}

/** @throws RangeError when the problem contradicts itself, with the first reason found */
export function checkProblem(problem: Problem): void {
  const { ids, pins, bans, willing, seed } = problem
  const nameless = ids.findIndex((id) => typeof id !== 'string')
  if (nameless !== -1) throw new RangeError(`the id of ${nameless} is no text`)
  if (new Set(ids).size !== ids.length) throw new RangeError('two people have the same id')
  if (!Number.isInteger(seed)) throw new RangeError(`seed is ${seed}, not a whole number`)
  for (const [rule, pairs] of Object.entries({ pin: pins, ban: bans })) {
    const odd = pairs.find((pair: readonly number[]) => pair.length !== 2)
    if (odd !== undefined) throw new RangeError(`${rule} ${odd.join(' ')} names ${odd.length} people, not 2`)
  }
  for (const person of [...pins.flat(), ...bans.flat(), ...willing]) checkPerson(problem, person)
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
