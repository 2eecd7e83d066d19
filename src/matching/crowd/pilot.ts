import { SCALE } from '../graph.ts'
import { FORBIDDEN, pointsOf } from '../problem.ts'
import { shareSetPrices } from '../solver/restart.ts'
import { addPairs, candidatesFor, solveAmong, startAtHalf, verticesOf } from './candidates.ts'
import type { Crowd } from './crowd.ts'

/** People to ask first, at most and of all: each costs a score with everyone. */
const MOST_ASKED = 300
const SHARE_ASKED = 1 / 8

/**
 * About what everyone will be worth, so that the first candidates are not the same few whom all like best: the best
 * matching of some people, and what these would pay everyone else. O(n), and nothing is proven by it.
 *
 * @source W. Cook, A. Rohe, "Computing minimum-weight perfect matchings" (1999): good first prices
 */
export function pricesByPilot(crowd: Crowd): Float64Array {
  const { n } = crowd
  const count = Math.min(n, MOST_ASKED, 2 * Math.ceil((n * SHARE_ASKED) / 2))
  const asked = Int32Array.from({ length: count }, (_, at) => Math.floor((at * n) / count))
  const y = pricesAmong(crowd, asked)
  return Float64Array.from({ length: n }, (_, person) => {
    let most = 0
    for (let at = 0; at < asked.length; at++) {
      const points = asked[at] === person ? FORBIDDEN : pointsOf(crowd, person, asked[at]!)
      if (points !== FORBIDDEN) most = Math.max(most, SCALE * points - y[at]!)
    }
    return most
  })
}

/** Prices of the best matching among a few, all of whose pairs are listed. */
function pricesAmong(crowd: Crowd, people: Int32Array): Float64Array {
  const pairs: { a: number[]; b: number[]; points: number[] } = { a: [], b: [], points: [] }
  for (let one = 0; one < people.length; one++) {
    for (let other = one + 1; other < people.length; other++) {
      const points = pointsOf(crowd, people[one]!, people[other]!)
      if (points === FORBIDDEN) continue
      pairs.a.push(one)
      pairs.b.push(other)
      pairs.points.push(points)
    }
  }
  const candidates = candidatesFor(people.length)
  addPairs(candidates, pairs)
  const n = people.length
  const { optimum } = solveAmong(candidates, n, new Float64Array(verticesOf(n)), startAtHalf(candidates, n))
  const y = optimum.y.slice()
  shareSetPrices(optimum, y)
  return y
}
