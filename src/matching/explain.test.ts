import { expect, test } from 'vitest'
import { lossOf, optionsOf } from './explain.ts'
import { findPlan } from './plan.ts'
import { aProblem } from './testing/a-problem.ts'
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

test('someone who is pinned has no options', () => {
  const problem = aProblem(4, { pins: [[0, 1]] })

  expect(() => optionsOf(problem, findPlan(problem), 0)).toThrow('0 is pinned')
})
