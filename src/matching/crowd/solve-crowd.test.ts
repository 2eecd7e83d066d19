import { describe, expect, test } from 'vitest'
import { solve } from '../solve.ts'
import { aCrowd, graphOfCrowd } from '../testing/a-crowd.ts'
import { aRound } from '../testing/a-round.ts'
import { allAlike, shapes } from '../testing/some-crowds.ts'
import { TooMuch } from '../too-much.ts'
import { verify } from '../verify.ts'
import { setsOf } from '../verify-sets.ts'
import type { Crowd, CrowdPlan, CrowdProgress } from './crowd.ts'
import { lookerOf } from './look.ts'
import { solveCrowd, solveCrowdWith } from './solve-crowd.ts'
import { verifyCrowd } from './verify-crowd.ts'

/** Checks the proof over every pair there is, and against solving with all of them. */
function proven(crowd: Crowd): CrowdPlan {
  const plan = solveCrowd(crowd)
  const graph = graphOfCrowd(crowd)
  const best = solve(graph, { objective: 'cardinality' })
  const lonelyPair = crowd.n % 2 === 1 && best.mate[crowd.n] !== -1 ? 1 : 0
  expect(plan).toMatchObject({
    within: 0,
    morePairs: 0,
    cardinality: best.cardinality - lonelyPair,
    weight: best.weight,
  })
  const { cardinality, weight } = best
  const claim = { cardinality, weight, mate: plan.certificate!.mate, certificate: plan.certificate! }
  expect(verify(graph, claim)).toEqual({ ok: true, proves: 'cardinality' })
  expect(verifyCrowd(crowd, plan)).toEqual({ ok: true, proves: 'cardinality' })
  expect(verifyCrowd(crowd, plan, { trustsKinds: false })).toEqual({ ok: true, proves: 'cardinality' })
  return plan
}

describe.each(shapes)('a crowd of $shape', ({ crowd }) => {
  test.each([2, 3, 57, 200])('of %i is paired as well as if all pairs had been listed', (n) => {
    expect(proven(crowd(n, n)).mate).toHaveLength(n)
  })

  test('is so for any few people', () => {
    for (let seed = 0; seed < 12; seed++) proven(crowd(1 + 3 * seed, seed))
  })

  test('gets the same plan each time, and from others who look for pairs', async () => {
    const people = crowd(160, 9)
    const first = lookerOf(people)
    const second = lookerOf(people)
    let asked = 0
    const look = async (question: Parameters<typeof first>[0]) =>
      (asked++ % 2 === 0 ? first : second)(question)

    const plan = solveCrowd(people)

    expect(solveCrowd(people)).toEqual(plan)
    expect(await solveCrowdWith(people, { look, atOnce: 3 })).toEqual(plan)
  })
})

test('a crowd of nobody has no pairs', () => {
  expect(solveCrowd(aCrowd(0, 1))).toMatchObject({ cardinality: 0, weight: 0, within: 0 })
})

test('who is left over of an odd number does not make an odd set of everyone', () => {
  const crowd = aRound(301, 4)

  const { certificate } = proven(crowd)

  const { size } = setsOf(certificate!)!
  expect(Math.max(...size.subarray(1))).toBeLessThan(crowd.n / 4)
})

test('where all are alike, few pairs are looked at again and again', () => {
  const n = 500

  const { scores, cardinality } = solveCrowd(allAlike(n))

  expect(cardinality).toBe(n / 2)
  expect(scores).toBeLessThan(30 * n)
})

describe('stopped early', () => {
  const crowd = aCrowd(600, 1)
  const best = solveCrowd(crowd)

  test('a plan is as close to the best as it says', () => {
    const plan = solveCrowd(crowd, { enough: 3000 })

    expect(plan.certificate).toBe(null)
    expect(plan.morePairs).toBe(0)
    expect(plan.within).toBeGreaterThan(0)
    expect(plan.within).toBeLessThanOrEqual(3000)
    expect(plan.weight).toBeLessThanOrEqual(best.weight)
    expect(plan.weight + plan.within).toBeGreaterThanOrEqual(best.weight)
  })

  test('anywhere, even before the first pass is over, it still says how close it is', () => {
    for (const calls of [1, 2, 4, 7, 9]) {
      const heard: CrowdProgress[] = []
      const onProgress = (progress: CrowdProgress) => heard.push(progress) < calls

      const plan = solveCrowd(crowd, { onProgress })

      expect(heard).toHaveLength(calls)
      expect(plan.certificate).toBe(null)
      expect(plan.weight + plan.within).toBeGreaterThanOrEqual(best.weight)
      expect(plan.cardinality + plan.morePairs).toBeGreaterThanOrEqual(best.cardinality)
    }
  })

  test('never: it hears of every part of every pass, and the bound comes down', () => {
    const heard: CrowdProgress[] = []

    solveCrowd(crowd, { onProgress: (progress) => heard.push(progress) > 0 })

    const ends = heard.filter(({ share }) => share === 1)
    expect(ends.map(({ passes }) => passes)).toEqual(
      Array.from({ length: best.passes + 1 }, (_, pass) => pass),
    )
    const bounds = ends.map(({ weight, within }) => weight + within)
    expect(bounds).toEqual([...bounds].sort((a, b) => b - a))
  })

  test('by others who look for pairs, it waits for nobody', async () => {
    const look = lookerOf(crowd)

    const plan = await solveCrowdWith(
      crowd,
      { look: async (question) => look(question), atOnce: 4 },
      { onProgress: () => false },
    )

    expect(plan.weight + plan.within).toBeGreaterThanOrEqual(best.weight)
  })
})

describe('more than is allowed', () => {
  test('of memory is refused before it is taken', () => {
    const crowd = { ...allAlike(1), n: 100_000_000 }

    expect(() => solveCrowd(crowd)).toThrow(new TooMuch('bytes', 300_000_000_000, 4_294_967_296))
  })

  test('of time is refused when it has been taken', () => {
    let clock = 0
    const time = { most: 5, now: () => clock++ }

    expect(() => solveCrowd(aCrowd(300, 1), { time })).toThrow(new TooMuch('milliseconds', 6, 5))
  })
})

describe('a crowd is refused', () => {
  const people = (change: Partial<Crowd>): Crowd => ({ ...allAlike(8), ...change })

  test.each<[string, Partial<Crowd>, string]>([
    ['of half points', { score: () => 4.5 }, 'is 4.5, not 0 to 20000'],
    ['of no points', { score: () => Number.NaN }, 'is NaN, not 0 to 20000'],
    ['of less than no points', { score: () => -5 }, 'is -5, not 0 to 20000'],
    ['of too many points', { score: () => 20_001 }, 'is 20001, not 0 to 20000'],
    ['who score by who asks', { score: (a, b) => (a < b ? 5 : 3) }, 'score(0, 5) is 5 and score(5, 0) is 3'],
    ['of kinds that promise nothing', { mostBetween: () => Number.NaN }, 'is NaN, not 0 to 20000'],
    ['of kinds that promise too much', { mostBetween: () => 40_000 }, 'is 40000, not 0 to 20000'],
    [
      'whose kinds promise less than they score',
      { mostBetween: () => 4000 },
      'is 5000, and mostBetween says',
    ],
    ['without a kind', { kindOf: [0, 1] }, 'kindOf has 2 entries for 8 people'],
    ['with half a kind', { kindOf: [0, 0, 0, 0, 0, 0, 0, 0.5] }, 'kind of 7 is 0.5'],
    ['with too few traits', { traitsOf: [1] }, 'traitsOf has 1 entries for 8 people'],
    ['with a 33rd trait', { traitsOf: [0, 0, 0, 0, 0, 0, 0, 2 ** 32] }, 'traits of 7 are 4294967296'],
  ])('%s', (_, change, reason) => {
    expect(() => solveCrowd(people(change))).toThrow(RangeError)
    expect(() => solveCrowd(people(change))).toThrow(reason)
  })

  test('that promises too little where few are asked for more', () => {
    const score = (a: number, b: number) => 5000 + Number(a + b === 9)

    expect(() => solveCrowd(people({ score }))).toThrow('is 5001, and mostBetween says 5000 at most')
  })
})

test('no more people are taken than can be counted exactly', () => {
  expect(() => solveCrowd({ ...allAlike(1), n: -1 })).toThrow(RangeError)
  expect(() => solveCrowd({ ...allAlike(1), n: 1.5 })).toThrow('n is 1.5, not a count')
})
