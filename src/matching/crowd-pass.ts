import type { Crowd } from './crowd.ts'
import { SCALE } from './graph.ts'
import { FORBIDDEN } from './problem.ts'
import { firstOf, noBestEdges, offer } from './solver/best-edges.ts'
import { type Nesting, nestingOf, sharedPrice } from './solver/nesting.ts'
import type { Optimum } from './solver/optimise.ts'

/** Pairs to add at once for each person. */
const MORE = 6

/** Pairs that are paid for with less than this to spare may come up soon. */
const NEAR = SCALE * 100
/** Most such pairs remembered, for each person on average. */
const MOST_NEAR = 60

/** Two people and their points. */
export type Pair = [number, number, number]

export type Unpaid = {
  /** The worst few pairs for each person, to be added. */
  worst: Pair[]
  /** All pairs that were short, and some that nearly were: the first to look at when prices have changed. */
  near: Pair[]
  /** No plan is better by more than so many points. */
  within: number
}

type Pass = {
  crowd: Crowd
  optimum: Optimum
  nesting: Nesting
  near: Pair[]
}

/**
 * Goes through all pairs for those that the prices do not pay for.
 *
 * People of a kind are sorted by price; two kinds are left as soon as the most that they can score is paid
 * for by the two cheapest left. O(n log n + kinds^2 + pairs that are not ruled out)
 */
export function unpaidOfAll(crowd: Crowd, optimum: Optimum): Unpaid {
  const pass: Pass = { crowd, optimum, nesting: nestingOf(optimum), near: [] }
  const kinds = peopleByKind(crowd, optimum.y)
  for (const [at, [kind, people]] of kinds.entries()) {
    for (const [other, others] of kinds.slice(at)) {
      lookBetween(pass, people, others, SCALE * crowd.mostBetween(kind, other))
    }
  }
  return unpaidAmong(crowd.n, pass.near, optimum)
}

/**
 * The same for some pairs only.
 *
 * Whatever pair a better plan has, it brings at most what it is short of, and that is at most half of what
 * the worst pairs of its two people are short of: hence `within`.
 */
export function unpaidAmong(n: number, near: Pair[], optimum: Optimum): Unpaid {
  const nesting = nestingOf(optimum)
  const best = noBestEdges(n, MORE)
  const most = new Float64Array(n)
  for (let at = 0; at < near.length; at++) {
    const [a, b, points] = near[at]!
    const short = shortOf(optimum, nesting, a, b, points)
    if (short <= 0) continue
    most[a] = Math.max(most[a]!, short)
    most[b] = Math.max(most[b]!, short)
    if (short > best.bar[a]!) offer(best, a, at, short)
    if (short > best.bar[b]!) offer(best, b, at, short)
  }
  const chosen = new Set<number>()
  for (let person = 0; person < n; person++) {
    const first = firstOf(best, person)
    for (let at = first; at < first + best.count[person]!; at++) chosen.add(best.edge[at]!)
  }
  const total = most.reduce((sum, each) => sum + each, 0)
  return { worst: [...chosen].map((at) => near[at]!), near, within: Math.ceil(total / (2 * SCALE)) }
}

function shortOf({ y, home }: Optimum, nesting: Nesting, a: number, b: number, points: number): number {
  return SCALE * points - y[a]! - y[b]! - sharedPrice(nesting, home[a]! + 1, home[b]! + 1)
}

function peopleByKind({ n, kindOf }: Crowd, y: Float64Array): [number, number[]][] {
  const kinds = new Map<number, number[]>()
  for (let person = 0; person < n; person++) {
    const people = kinds.get(kindOf[person]!)
    if (people === undefined) kinds.set(kindOf[person]!, [person])
    else people.push(person)
  }
  for (const people of kinds.values()) people.sort((a, b) => y[a]! - y[b]! || a - b)
  return [...kinds]
}

function lookBetween(pass: Pass, people: number[], others: number[], limit: number): void {
  const { crowd, optimum, nesting, near } = pass
  const { y } = optimum
  const mostNear = MOST_NEAR * crowd.n
  const isSameKind = people === others
  for (let i = 0; i < people.length; i++) {
    const a = people[i]!
    const rest = limit - y[a]!
    for (let j = isSameKind ? i + 1 : 0; j < others.length; j++) {
      const b = others[j]!
      if (y[b]! >= rest) {
        if (j === 0) return
        break
      }
      const points = crowd.score(a, b)
      if (points === FORBIDDEN || SCALE * points + NEAR <= y[a]! + y[b]!) continue
      const short = shortOf(optimum, nesting, a, b, points)
      if (short > 0 || (short > -NEAR && near.length < mostNear)) near.push([a, b, points])
    }
  }
}
