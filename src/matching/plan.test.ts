import { describe, expect, test } from 'vitest'
import { drawFrom } from './draw.ts'
import { findPlan, type Plan, type Progress, Stopped } from './plan.ts'
import { FORBIDDEN, type Problem } from './problem.ts'
import { aProblem, someProblem } from './testing/a-problem.ts'
import { points, somePeople } from './testing/people.ts'
import { bestPlanByTrying } from './testing/plan-by-trying.ts'
import { TooMuch } from './too-much.ts'
import { verifyPlan } from './verify-plan.ts'

/** Points by pair, `0-1: 70`; pairs that are not named may not meet. */
function pointsOf(table: Record<string, number>): Problem['score'] {
  return (a, b) => table[`${Math.min(a, b)}-${Math.max(a, b)}`] ?? FORBIDDEN
}

function proven(problem: Problem): Plan {
  const plan = findPlan(problem)
  expect(verifyPlan(problem, plan)).toEqual({ ok: true })
  return plan
}

const seenBy = ({ pairs, trio, unplaced, total, worst, priceOfFairness }: Plan) => ({
  pairs,
  trio,
  unplaced,
  total,
  worst,
  priceOfFairness,
})

describe('a plan', () => {
  test('places everybody before it looks at points', () => {
    const problem = aProblem(4, { score: pointsOf({ '0-1': 1, '1-2': 9000, '2-3': 1 }) })

    const plan = proven(problem)

    expect(seenBy(plan)).toEqual({
      pairs: [
        [0, 1],
        [2, 3],
      ],
      trio: null,
      unplaced: [],
      total: 2,
      worst: 1,
      priceOfFairness: 0,
    })
  })

  test('gives up points for the worst pair when asked, and says how many', () => {
    const score = pointsOf({ '0-1': 9000, '2-3': 1000, '0-2': 4000, '1-3': 4000 })

    const best = proven(aProblem(4, { score }))
    const fair = proven(aProblem(4, { score, worstFirst: true }))

    expect([best.total, best.worst, best.priceOfFairness]).toEqual([10_000, 1000, 0])
    expect([fair.total, fair.worst, fair.priceOfFairness]).toEqual([8000, 4000, 2000])
  })

  test('keeps pins and bans', () => {
    const problem = aProblem(6, {
      pins: [[5, 0]],
      bans: [
        [1, 2],
        [4, 3],
      ],
    })

    const { pairs } = proven(problem)

    expect(pairs).toContainEqual([0, 5])
    expect(pairs).not.toContainEqual([1, 2])
    expect(pairs).toHaveLength(3)
  })

  test('of nobody is empty', () => {
    expect(seenBy(proven(aProblem(0)))).toEqual({
      pairs: [],
      trio: null,
      unplaced: [],
      total: 0,
      worst: null,
      priceOfFairness: 0,
    })
  })
})

describe('an odd one out', () => {
  test('sits third with a willing pair', () => {
    const plan = proven(aProblem(3, { willing: [1] }))

    expect(seenBy(plan)).toEqual({
      pairs: [],
      trio: { centre: 1, ends: [0, 2], endsMayMeet: true },
      unplaced: [],
      total: 10_000,
      worst: 5000,
      priceOfFairness: 0,
    })
  })

  test('stays alone when nobody is willing', () => {
    const { trio, unplaced } = proven(aProblem(3))

    expect(trio).toBe(null)
    expect(unplaced).toEqual([{ person: expect.any(Number), blocking: [], rivals: [0, 1, 2] }])
  })

  test('may join a pinned pair', () => {
    const plan = proven(aProblem(3, { pins: [[0, 1]], willing: [0] }))

    expect(plan.trio).toEqual({ centre: 0, ends: [1, 2], endsMayMeet: true })
  })

  test('does not meet someone they must not meet by way of the trio', () => {
    const problem = aProblem(5, {
      willing: [0],
      pins: [[0, 1]],
      bans: [
        [1, 2],
        [1, 3],
      ],
    })

    const { trio } = proven(problem)

    expect(trio).toEqual({ centre: 0, ends: [1, 4], endsMayMeet: true })
  })

  test('whose trio has ends that must not meet is told apart', () => {
    const apart = aProblem(3, { score: pointsOf({ '0-1': 1, '1-2': 1 }), willing: [1] })

    const { trio } = proven(apart)

    expect(trio).toEqual({ centre: 1, ends: [0, 2], endsMayMeet: false })
  })

  test('is not made a third where pairs place everybody', () => {
    expect(proven(aProblem(4, { willing: [0, 1, 2, 3] })).trio).toBe(null)
  })
})

describe('someone without a partner', () => {
  test('is told who their only possible partners are, and who else needs them', () => {
    const problem = aProblem(5, { score: pointsOf({ '0-1': 10, '0-2': 20, '0-3': 30, '3-4': 40 }) })

    const { unplaced } = proven(problem)

    expect(unplaced).toEqual([{ person: 1, blocking: [0], rivals: [1, 2] }].map((one) => ({ ...one })))
  })

  test('is told about partners that a pin has taken', () => {
    const problem = aProblem(3, { score: pointsOf({ '0-1': 10, '0-2': 20 }), pins: [[0, 1]] })

    expect(proven(problem).unplaced).toEqual([{ person: 2, blocking: [0], rivals: [2] }])
  })

  test('is told about partners that were left out for the sake of a trio', () => {
    const problem = aProblem(4, {
      score: pointsOf({ '0-1': 1, '0-2': 5, '0-3': 1 }),
      bans: [
        [1, 2],
        [2, 3],
      ],
      willing: [0],
    })

    const { trio, unplaced } = proven(problem)

    expect(trio).toEqual({ centre: 0, ends: [1, 3], endsMayMeet: false })
    expect(unplaced).toEqual([{ person: 2, blocking: [0], rivals: [1, 2, 3] }])
  })

  test('is told when there is nobody', () => {
    const problem = aProblem(3, { score: pointsOf({ '0-1': 10 }) })

    expect(proven(problem).unplaced).toEqual([{ person: 2, blocking: [], rivals: [2] }])
  })
})

describe('by trying all plans', () => {
  test('there is no better one', () => {
    for (let seed = 0; seed < 2500; seed++) {
      const problem = someProblem(seed)
      const best = bestPlanByTrying(problem)

      const plan = proven(problem)

      const placed = problem.ids.length - plan.unplaced.length
      const worst = problem.worstFirst ? worstFree(problem, plan) : best.worst
      expect({ seed, placed, worst, total: plan.total }).toEqual({ seed, ...best })
    }
  })
})

/** Pins stand whatever their points, so the worst pair that counts is the worst of the others. */
function worstFree({ pins, score }: Problem, { pairs, trio }: Plan): number {
  const meetings = [...pairs, ...(trio?.ends ?? []).map((end): [number, number] => [trio!.centre, end])]
  const isPin = ([a, b]: [number, number]) => pins.some((pin) => pin.includes(a) && pin.includes(b))
  return Math.min(...meetings.filter((pair) => !isPin(pair)).map((pair) => score(...pair)))
}

describe('the same people', () => {
  const people = somePeople(61, 5)
  const round = (order: number[], seed: number): Problem =>
    aProblem(order.length, {
      ids: order.map((i) => `id-${i}`),
      // Few different scores, so that many plans are equally good.
      score: (a, b) =>
        points(people[order[a]!]!, people[order[b]!]!) < 0 ? FORBIDDEN : (order[a]! * order[b]!) % 3,
      willing: order.flatMap((i, at) => (i % 4 === 0 ? [at] : [])),
      worstFirst: true,
      seed,
    })
  const byId = ({ ids }: Problem, { pairs, trio }: Plan) => ({
    pairs: pairs.map((pair) => pair.map((i) => ids[i]!).sort()).sort(),
    trio: trio && { centre: ids[trio.centre], ends: trio.ends.map((i) => ids[i]!).sort() },
  })
  const inOrder = people.map((_, i) => i)

  test('get the same plan in whatever order they come', () => {
    const first = round(inOrder, 7)
    const draw = drawFrom(1)
    const expected = byId(first, proven(first))
    for (let i = 0; i < 5; i++) {
      const shuffled = round(
        inOrder
          .map((person) => [draw(1000), person])
          .sort(([a], [b]) => a! - b!)
          .map(([, person]) => person!),
        7,
      )

      expect(byId(shuffled, proven(shuffled))).toEqual(expected)
    }
  })

  test('get another, equally good one with another seed', () => {
    const one = proven(round(inOrder, 7))
    const other = proven(round(inOrder, 8))

    expect(other.pairs).not.toEqual(one.pairs)
    expect([other.total, other.worst]).toEqual([one.total, one.worst])
  })
})

test.each([
  ['two people with one id', { ids: ['a', 'a'] }, 'the same id'],
  [
    'pins that meet',
    {
      pins: [
        [0, 1],
        [1, 2],
      ],
    },
    'pin 1 2 meets another pin',
  ],
  ['a pair pinned and banned', { pins: [[0, 1]], bans: [[1, 0]] }, 'pinned and banned'],
  ['a forbidden pin', { pins: [[0, 1]], score: () => FORBIDDEN }, 'pin 0 1 is forbidden'],
  ['a position of nobody', { willing: [3] }, "3 is nobody's position"],
  ['half a point', { score: () => 0.5 }, 'is 0.5, not 0 to 20000'],
  [
    'a score that depends on who asks',
    { score: (a, b) => (a < b ? 5 : 3) },
    'score(0, 2) is 5 and score(2, 0) is 3',
  ],
  ['a pin of one', { pins: [[0] as unknown as [number, number]] }, 'pin 0 names 1 people, not 2'],
  ['a ban of three', { bans: [[0, 1, 2] as unknown as [number, number]] }, 'ban 0 1 2 names 3 people, not 2'],
  ['an id that is no text', { ids: [1, 2, 3] as unknown as string[] }, 'the id of 0 is no text'],
] as [string, Partial<Problem>, string][])('a problem with %s is refused', (_, changes, reason) => {
  expect(() => findPlan(aProblem(3, changes))).toThrow(reason)
})

describe('while a plan is made', () => {
  test('progress grows from nothing to all', () => {
    const seen: Progress[] = []
    const people = somePeople(101, 3)
    const score = (a: number, b: number) => points(people[a]!, people[b]!)

    findPlan(aProblem(101, { score, willing: [4] }), { onProgress: (progress) => void seen.push(progress) })

    const done = seen.map((progress) => progress.done)
    expect(done).toEqual(done.toSorted((a, b) => a - b))
    expect(done.length).toBeGreaterThan(40)
    expect(seen.at(0)).toEqual({ stage: 'pairs', done: 0, of: 100 })
    expect([...new Set(seen.map(({ stage }) => stage))]).toEqual(['pairs', 'trio', 'reasons'])
    expect(seen.at(-1)).toEqual({ stage: 'reasons', done: 100, of: 100 })
  })

  test('it can be stopped at any moment', () => {
    for (const stop of ['pairs', 'trio', 'reasons']) {
      expect(() => findPlan(aProblem(5), { onProgress: ({ stage }) => stage !== stop })).toThrow(Stopped)
    }
  })
})

describe('more people than there is room for', () => {
  test('are refused before anybody is asked for a score', () => {
    const score = () => expect.fail('asked')
    const plan = () => findPlan(aProblem(7000, { score }))

    expect(plan).toThrow(new TooMuch('pairs', 24_496_500, 18_000_000))
    expect(() => findPlan(aProblem(4), { mostPairs: Number.NaN })).toThrow(TooMuch)
    expect(plan).toThrow('this takes 24496500 pairs, and 18000000 are allowed')
  })

  test('are counted without those who are pinned', () => {
    const pins: [number, number][] = [[0, 3]]

    const plan = findPlan(aProblem(6, { pins }), { mostPairs: 6 })

    expect(plan.unplaced).toEqual([])
    expect(() => findPlan(aProblem(6), { mostPairs: 6 })).toThrow(TooMuch)
  })
})
