import { expect, test } from 'vitest'
import { findPlan } from '../plan.ts'
import type { Problem } from '../problem.ts'
import { someProblem } from '../testing/a-problem.ts'
import { bestPlanByTrying } from '../testing/plan-by-trying.ts'
import type { CrowdProblem } from './people.ts'
import { type CrowdPlanOfPeople, findCrowdPlan } from './plan-crowd.ts'
import { verifyCrowdPlan } from './verify-plan-crowd.ts'

/** Everyone of one kind, of which only the largest score is known. */
function inCrowd(problem: Problem): CrowdProblem {
  return { ...problem, kindOf: problem.ids.map(() => 0), mostBetween: () => 20_000 }
}

function proven(problem: CrowdProblem): CrowdPlanOfPeople {
  const plan = findCrowdPlan(problem)
  expect(verifyCrowdPlan(problem, JSON.parse(JSON.stringify(plan)))).toEqual({ ok: true })
  return plan
}

const placedIn = ({ pairs, trio }: Pick<CrowdPlanOfPeople, 'pairs' | 'trio'>) =>
  2 * pairs.length + (trio ? 3 : 0)

/** Of the worst pair that nobody has pinned. */
function worstFree(problem: Problem, { pairs, trio }: Pick<CrowdPlanOfPeople, 'pairs' | 'trio'>): number {
  const met: [number, number][] = [
    ...pairs,
    ...(trio ? trio.ends.map((end): [number, number] => [trio.centre, end]) : []),
  ]
  const isPinned = (two: readonly number[]) =>
    problem.pins.some((pin) => pin.every((one) => two.includes(one)))
  return Math.min(...met.filter((two) => !isPinned(two)).map(([a, b]) => problem.score(a, b)))
}

test('is as good as the best plan that trying everything finds, with pins, bans and trios', () => {
  for (let seed = 0; seed < 2000; seed++) {
    const problem = someProblem(seed)

    const plan = proven(inCrowd(problem))

    const { placed, worst, total } = bestPlanByTrying(problem)
    const own = { placed: placedIn(plan), worst: worstFree(problem, plan), total: plan.total }
    expect({ seed, ...own }).toEqual({ seed, placed, worst: problem.worstFirst ? worst : own.worst, total })
  }
})

test('agrees with the plan over a list of all pairs', () => {
  for (let seed = 0; seed < 300; seed++) {
    const problem = someProblem(seed)

    const [large, small] = [proven(inCrowd(problem)), findPlan(problem)]

    const seen = ({
      total,
      worst,
      priceOfFairness,
      trio,
      unplaced,
    }: Omit<CrowdPlanOfPeople, 'certificate'>) => [
      total,
      worst,
      priceOfFairness,
      trio?.endsMayMeet,
      unplaced.length,
    ]
    expect([seed, ...seen(large)]).toEqual([seed, ...seen(small)])
  }
})
