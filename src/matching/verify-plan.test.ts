import { describe, expect, test, vi } from 'vitest'
import { findPlan, type Plan } from './plan.ts'
import { aProblem } from './testing/a-problem.ts'
import { points, somePeople } from './testing/people.ts'
import { verifyPlan } from './verify-plan.ts'

describe('a plan is refused', () => {
  const people = somePeople(31, 2)
  const problem = aProblem(31, {
    score: (a, b) => points(people[a]!, people[b]!),
    pins: [[0, 9]],
    bans: [[1, 3]],
    willing: [0, 4, 8],
    worstFirst: true,
  })
  const valid = (): Plan => JSON.parse(JSON.stringify(findPlan(problem)))
  const changes: [string, (plan: Plan) => void, string][] = [
    ['when it forgets someone', (p) => void p.pairs.pop(), '2 people are forgotten'],
    ['when someone occurs twice', (p) => void p.pairs.push([30, 31]), 'occurs twice'],
    ['when the total is overstated', (p) => void p.total++, 'the total is'],
    ['when the worst pair is embellished', (p) => void p.worst!++, 'the worst pair has'],
    ['when the price of fairness is hidden', (p) => void p.priceOfFairness--, 'fairness costs'],
    [
      'when nothing shows the worst is best',
      (p) => {
        p.certificate.fairness = null
      },
      'nothing shows',
    ],
    [
      'when nothing shows a trio is needed',
      (p) => {
        p.certificate.seat = null
      },
      'nothing shows',
    ],
    [
      'when a price is off',
      (p) => {
        ;(p.certificate.y as number[])[12]! += 1
      },
      'worth',
    ],
    [
      'when the bonus lets points outdo people',
      (p) => {
        p.certificate.bonus = 1
      },
      'bonus is too small',
    ],
    [
      'when the trio is turned',
      (p) => {
        const { centre, ends, endsMayMeet } = p.trio!
        p.trio = { centre: ends[0], ends: [centre, ends[1]], endsMayMeet }
      },
      '',
    ],
    [
      'when it hides that the ends of its trio may meet',
      (p) => {
        p.trio!.endsMayMeet = !p.trio!.endsMayMeet
      },
      'forbidden',
    ],
  ]

  test.each(changes)('%s', (_, change, reason) => {
    const plan = valid()
    expect(verifyPlan(problem, plan)).toEqual({ ok: true })

    change(plan)

    expect(verifyPlan(problem, plan)).toEqual({ ok: false, reason: expect.stringContaining(reason) })
  })

  test('when two pairs exchange partners', () => {
    const plan = valid()
    const [[a, b], [c, d]] = [plan.pairs[2]!, plan.pairs[3]!]
    const exchanged: [number, number][] = [
      [a, Math.max(a, d)],
      [Math.min(b, c), Math.max(b, c)],
    ]

    plan.pairs = [...plan.pairs.slice(0, 2), ...exchanged, ...plan.pairs.slice(4)]

    expect(verifyPlan(problem, plan).ok).toBe(false)
  })

  test('when better pairs are left out as if for a trio', () => {
    const score = (a: number, b: number) => (a + b === 3 ? 9000 : 10)
    const poor = findPlan(aProblem(4, { score, bans: [[0, 3]] }))

    poor.certificate.exclusions = { pairs: [[0, 3]], seats: [] }

    expect(verifyPlan(aProblem(4, { score }), poor)).toEqual({
      ok: false,
      reason: 'pairs are left out without a trio',
    })
  })
})

test('to check a plan is to ask for every score about once', () => {
  const people = somePeople(61, 3)
  const score = vi.fn((a: number, b: number) => points(people[a]!, people[b]!))
  const problem = aProblem(61, { score, willing: people.map((_, i) => i), worstFirst: true })
  const plan = findPlan(problem)
  score.mockClear()

  verifyPlan(problem, plan)

  const meetings = plan.pairs.length + 2
  expect(plan.trio).not.toBe(null)
  expect(score.mock.calls.length).toBe((61 * 60) / 2 + 2 * meetings + 1)
})
