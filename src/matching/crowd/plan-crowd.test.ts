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
  for (let seed = 0; seed < 1000; seed++) {
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

/** A plan that leaves people over, some of whom nobody but a few could have been paired with. */
function withReasons(): { problem: CrowdProblem; plan: CrowdPlanOfPeople } {
  for (let seed = 0; ; seed++) {
    const problem = inCrowd(someProblem(seed))
    const plan = findCrowdPlan(problem)
    if (plan.unplaced.some(({ blocking, rivals }) => blocking.length > 0 && rivals.length > 1))
      return { problem, plan }
  }
}

test('a reason that leaves out somebody who could be a partner is refused', () => {
  const { problem, plan } = withReasons()
  const at = plan.unplaced.findIndex(({ blocking, rivals }) => blocking.length > 0 && rivals.length > 1)
  const told = (change: object) => ({
    ...plan,
    unplaced: plan.unplaced.map((each, index) => (index === at ? { ...each, ...change } : each)),
  })
  const { person, blocking, rivals } = plan.unplaced[at]!

  expect(verifyCrowdPlan(problem, plan)).toEqual({ ok: true })
  expect(verifyCrowdPlan(problem, told({ blocking: blocking.slice(1) }))).toEqual({
    ok: false,
    reason: expect.stringContaining(`${blocking[0]} could be paired, which the reason for ${person}`),
  })
  expect(verifyCrowdPlan(problem, told({ rivals: rivals.filter((each) => each !== person) }))).toEqual({
    ok: false,
    reason: `${person} is not among the rivals for a place`,
  })
})

test('prices that leave room for as many pairs do not prove the worst pair', () => {
  const problem = { ...inCrowd(someProblem(11)), worstFirst: true }
  const plan = findCrowdPlan(problem)
  const { certificate } = plan
  const dearer = (more: number) => ({
    ...certificate.fairness!,
    y: Array.from(certificate.fairness!.y, (price) => price + more),
  })
  const lie = (fairness: object) => ({ ...plan, certificate: { ...certificate, fairness } })

  expect(verifyCrowdPlan(problem, plan)).toEqual({ ok: true })
  expect(verifyCrowdPlan(problem, lie(dearer(4)) as CrowdPlanOfPeople)).toEqual({
    ok: false,
    reason: 'the worst pair can be better',
  })
  expect(
    verifyCrowdPlan(problem, lie({ ...dearer(0), y: dearer(0).y.map(() => 0) }) as CrowdPlanOfPeople),
  ).toMatchObject({ ok: false })
})
