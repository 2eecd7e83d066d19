import { describe, expect, test } from 'vitest'
import { type Crowd, type CrowdPlan, solveCrowd } from './crowd.ts'
import { drawFrom } from './draw.ts'
import { FORBIDDEN } from './problem.ts'
import { solve } from './solve.ts'
import { aCrowd, graphOfCrowd } from './testing/a-crowd.ts'
import { verify } from './verify.ts'

/** Checks the proof over every pair there is, and against solving with all of them. */
function proven(crowd: Crowd): CrowdPlan {
  const plan = solveCrowd(crowd)
  const graph = graphOfCrowd(crowd)
  const best = solve(graph, { objective: 'cardinality' })
  const lonelyPair = crowd.n % 2 === 1 && best.mate[crowd.n] !== -1 ? 1 : 0
  expect(plan).toMatchObject({ within: 0, cardinality: best.cardinality - lonelyPair, weight: best.weight })
  const { cardinality, weight } = best
  const claim = { cardinality, weight, mate: plan.certificate!.mate, certificate: plan.certificate! }
  expect(verify(graph, claim)).toEqual({ ok: true, proves: 'cardinality' })
  return plan
}

describe('a crowd', () => {
  test.each([2, 3, 10, 57, 200, 331])('of %i is paired as well as if all pairs had been listed', (n) => {
    expect(proven(aCrowd(n, n)).mate).toHaveLength(n)
  })

  test('of small groups that may not all be placed is still proven', () => {
    for (let seed = 0; seed < 60; seed++) {
      const draw = drawFrom(seed)
      const n = 1 + draw(40)
      const group = Int32Array.from({ length: n }, () => draw(9))
      // Only groups with numbers close together may meet, within a group nobody may.
      const score = (a: number, b: number) => {
        const apart = Math.abs(group[a]! - group[b]!)
        return apart === 1 || apart === 2 ? ((a * b) % 7) * 100 : FORBIDDEN
      }

      proven({ n, seed, score, kindOf: group, mostBetween: () => 600 })
    }
  })

  test('in which everybody is of a kind of their own is proven as well', () => {
    const n = 1200
    const score = (a: number, b: number) => ((a * 7919 + b * 7919 + Math.imul(a, b)) >>> 0) % 9000
    const kindOf = Int32Array.from({ length: n }, (_, person) => person)

    const plan = solveCrowd({ n, seed: 1, score, kindOf, mostBetween: (a, b) => (a === b ? 0 : score(a, b)) })

    expect(plan).toMatchObject({ cardinality: n / 2, within: 0 })
  })

  test('of nobody has no pairs', () => {
    expect(solveCrowd(aCrowd(0, 1))).toMatchObject({ cardinality: 0, weight: 0, within: 0 })
  })

  test('gets the same plan each time', () => {
    expect(solveCrowd(aCrowd(150, 9))).toEqual(solveCrowd(aCrowd(150, 9)))
  })
})

test('stopped early, a plan is as close to the best as it says', () => {
  const crowd = aCrowd(400, 3)
  const best = solveCrowd(crowd)
  const seen: number[] = []

  const plan = solveCrowd(crowd, {
    onPass({ within }) {
      seen.push(within)
      return false
    },
  })

  expect(seen).toEqual([plan.within])
  expect(plan.within).toBeGreaterThan(0)
  expect(plan.certificate).toBe(null)
  expect(plan.weight).toBeLessThanOrEqual(best.weight)
  expect(plan.weight + plan.within).toBeGreaterThanOrEqual(best.weight)
})
