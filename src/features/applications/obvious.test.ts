import { expect, test } from 'vitest'
import type { Application } from './application.ts'
import { problemKinds } from './checks.ts'
import { pairKey } from './duplicates.ts'
import { obviousPlan, type Plan } from './mends.ts'
import { type Choice, chosenAmong, obviousRows } from './obvious.ts'
import { realApplications } from './real-file.ts'

const applications = await realApplications()
const perPage = 25

/** Accepts a choice of rows as the desk does, and says what is then true. */
function accepted(
  now: readonly Application[],
  settled: ReadonlySet<string>,
  choice: (keys: string[]) => Choice,
) {
  const byId = new Map(now.map((one) => [one.id, one]))
  const rows = obviousRows(obviousPlan(now, settled), problemKinds, byId)
  const chosen = chosenAmong(rows, choice(rows.map(({ key }) => key)))
  const plan: Plan = obviousPlan(now, settled, (question) => !chosen.accepted.has(question))
  const after = new Map(byId)
  for (const { applicationId, after: patch } of plan.mends)
    after.set(applicationId, { ...(after.get(applicationId) as Application), ...patch })
  const pairs = plan.verdicts.map(({ first, second }) => pairKey(first, second))
  return { rows, chosen, plan, now: [...after.values()], settled: new Set([...settled, ...pairs]) }
}

test('accepted page by page, it comes to the same as accepted at once', () => {
  const atOnce = accepted(applications, new Set(), (keys) => ({ shown: keys, ticked: keys, isAll: false }))

  let step = accepted(applications, new Set(), () => ({ shown: [], ticked: [], isAll: false }))
  const pages: number[] = []
  while (step.rows.length > 0) {
    step = accepted(step.now, step.settled, (keys) => {
      const page = keys.slice(0, perPage)
      pages.push(page.length)
      return { shown: page, ticked: page, isAll: false }
    })
    if (pages.at(-1) === 0) break
  }

  expect(pages).toEqual([25, 25, 25, 25, 25, 15, 0])
  expect(step.now).toEqual(atOnce.now)
  expect(step.settled).toEqual(atOnce.settled)
})

test('a row that is not ticked is left out with all its questions, and rows of other pages are neither', () => {
  const { rows, chosen, plan } = accepted(applications, new Set(), ([first = '', second = '']) => ({
    shown: [first, second],
    ticked: [second],
    isAll: false,
  }))

  expect(chosen.leftOut).toEqual(rows[0]?.questions)
  expect([...chosen.accepted]).toEqual(rows[1]?.questions)
  expect(plan.mends).toEqual(rows[1]?.mends)
})
