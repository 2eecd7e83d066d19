import { describe, expect, test } from 'vitest'
import { lossOf, optionsOf } from './explain.ts'
import { lossesOf, type PinLoss } from './explain-losses.ts'
import { findPlan } from './plan.ts'
import type { Problem } from './problem.ts'
import { aProblem, someProblem } from './testing/a-problem.ts'
import { points, somePeople } from './testing/people.ts'

test('the partners someone could have come with what each would cost the others', () => {
  const table: Record<string, number> = {
    '0-1': 9000,
    '0-2': 8000,
    '0-3': 100,
    '1-2': 100,
    '1-3': 8000,
    '2-3': 9000,
  }
  const problem = aProblem(4, { score: (a, b) => table[`${Math.min(a, b)}-${Math.max(a, b)}`]! })
  const plan = findPlan(problem)

  const options = optionsOf(problem, plan, 0)

  expect(options.map(({ partner, points }) => [partner, points])).toEqual([
    [1, 9000],
    [2, 8000],
    [3, 100],
  ])
  expect(options[0]!.leastLoss).toBe(0)
  expect(lossOf(problem, plan, [0, 2])).toEqual({ plan: expect.anything(), placed: 0, points: 2000 })
  expect(lossOf(problem, plan, [0, 3]).points).toBe(17_800)
})

test('the bound never promises more loss than there is', () => {
  for (const worstFirst of [false, true]) {
    for (const size of [20, 21]) {
      const people = somePeople(size, 4)
      const problem = aProblem(size, {
        score: (a, b) => points(people[a]!, people[b]!),
        pins: [[3, 8]],
        bans: [[0, 1]],
        worstFirst,
      })
      const plan = findPlan(problem)
      for (const { partner, leastLoss } of optionsOf(problem, plan, 0)) {
        const { placed, points } = lossOf(problem, plan, [0, partner])

        if (placed === 0) expect(points).toBeGreaterThanOrEqual(leastLoss)
      }
    }
  }
})

test('nor where pairs were left out so that the ends of a trio may meet', () => {
  let seen = 0
  for (let seed = 0; seed < 1500; seed++) {
    const problem = someProblem(seed)
    const plan = findPlan(problem)
    const { pairs, seats } = plan.certificate.exclusions
    if (pairs.length + seats.length === 0) continue
    for (const person of problem.ids.keys()) {
      if (problem.pins.flat().includes(person)) continue
      for (const { partner, leastLoss } of optionsOf(problem, plan, person)) {
        const { placed, points } = lossOf(problem, plan, [person, partner])

        if (placed === 0) expect(points).toBeGreaterThanOrEqual(leastLoss)
        seen++
      }
    }
  }
  expect(seen).toBeGreaterThan(1000)
})

test('someone who is pinned has no options', () => {
  const problem = aProblem(4, { pins: [[0, 1]] })

  expect(() => optionsOf(problem, findPlan(problem), 0)).toThrow('0 is pinned')
  expect(() => optionsOf(problem, findPlan(problem), 4)).toThrow("4 is nobody's position")
})

describe('the exact prices of many pins', () => {
  /** What one whole new plan for each pin says. */
  function oneByOne(problem: Problem, person: number, partners: number[]): PinLoss[] {
    const plan = findPlan(problem)
    return partners.map((partner) => {
      const { plan: pinned, placed, points } = lossOf(problem, plan, [person, partner])
      return { partner, placed, points, worst: pinned.worst!, pairs: pinned.pairs, trio: pinned.trio }
    })
  }

  function someoneFree({ ids, pins }: Problem): number {
    const taken = new Set(pins.flat())
    return ids.findIndex((_, person) => !taken.has(person))
  }

  function pricesIn(problem: Problem): { person: number; partners: number[]; losses: PinLoss[] } {
    const plan = findPlan(problem)
    const person = someoneFree(problem)
    if (person === -1) return { person, partners: [], losses: [] }
    const partners = optionsOf(problem, plan, person).map(({ partner }) => partner)
    return { person, partners, losses: lossesOf(problem, plan, person, partners) }
  }

  test('are those of a whole plan for each, with trios, pins and bans, in small pools', () => {
    for (let seed = 0; seed < 300; seed++) {
      const problem = { ...someProblem(seed), worstFirst: false }

      const { person, partners, losses } = pricesIn(problem)

      expect(losses).toEqual(oneByOne(problem, person, partners))
    }
  })

  test('are those of a whole plan for each in larger pools, odd and even', () => {
    for (const size of [24, 25]) {
      const people = somePeople(size, 7)
      const problem = aProblem(size, {
        score: (a, b) => points(people[a]!, people[b]!),
        pins: [[3, 8]],
        bans: [[0, 1]],
        willing: [2, 3, 9],
      })

      const { person, partners, losses } = pricesIn(problem)

      expect(losses).toEqual(oneByOne(problem, person, partners))
    }
  })

  test('keep the worst pair of the plan as it is, where nobody is left alone for that', () => {
    for (let seed = 0; seed < 300; seed++) {
      const problem = { ...someProblem(seed), willing: [], worstFirst: true }
      const plan = findPlan(problem)
      const free = plan.pairs.filter(([a]) => !problem.pins.flat().includes(a))
      const least = Math.min(...free.map(([a, b]) => problem.score(a, b)))

      const { person, losses } = pricesIn(problem)

      for (const loss of losses) {
        const pins = [...problem.pins, [person, loss.partner] as const]
        const isPin = (a: number, b: number) => pins.some((pin) => pin.includes(a) && pin.includes(b))
        const unfair = { ...problem, pins, worstFirst: false }
        const isEnough = (a: number, b: number) => problem.score(a, b) >= least || isPin(a, b)
        const fair = {
          ...unfair,
          score: (a: number, b: number) => (isEnough(a, b) ? problem.score(a, b) : -1),
        }
        const [kept, given] = [findPlan(fair), findPlan(unfair)]
        const isKept = kept.pairs.length >= Math.min(plan.pairs.length, given.pairs.length)
        expect(loss.pairs).toEqual((isKept ? kept : given).pairs)
      }
    }
  })

  test('of pins that cannot be are refused', () => {
    const problem = aProblem(6, {
      pins: [[0, 1]],
      bans: [[2, 3]],
      score: (a, b) => (a + b === 7 ? -1 : 5000),
    })
    const plan = findPlan(problem)

    expect(() => lossesOf(problem, plan, 0, [2])).toThrow('0 is pinned')
    expect(() => lossesOf(problem, plan, 2, [4, 1])).toThrow('1 is pinned')
    expect(() => lossesOf(problem, plan, 2, [3])).toThrow('2 and 3 may not be paired')
    expect(() => lossesOf(problem, plan, 2, [5])).toThrow('2 and 5 may not be paired')
    expect(() => lossesOf(problem, plan, 2, [2])).toThrow('2 and 2 may not be paired')
    expect(() => lossesOf(problem, plan, 2, [6])).toThrow("6 is nobody's position")
  })
})
