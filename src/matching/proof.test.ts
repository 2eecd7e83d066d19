import { describe, expect, test } from 'vitest'
import { drawFrom } from './draw.ts'
import { graphText, readGraph } from './graph-text.ts'
import { findPlan } from './plan.ts'
import { FORBIDDEN } from './problem.ts'
import { proofOf } from './proof.ts'
import { plainResult, verifyText } from './solve-text.ts'
import { aProblem, someProblem } from './testing/a-problem.ts'
import { points, somePeople } from './testing/people.ts'
import { verify } from './verify.ts'

const round = (size: number, seed: number) => {
  const people = somePeople(size, seed)
  return aProblem(size, {
    score: (a, b) => points(people[a]!, people[b]!),
    pins: [[0, size - 2]],
    bans: [[1, 3]],
    willing: [0, 4, 8],
    worstFirst: true,
  })
}

test('a plan is proven by two files without people in them', () => {
  const table: Record<string, number> = { '0-1': 900, '0-2': 200, '1-3': 200, '2-3': 100, '4-5': 5 }
  const problem = aProblem(7, {
    score: (a, b) => table[`${Math.min(a, b)}-${Math.max(a, b)}`] ?? FORBIDDEN,
    pins: [[5, 4]],
    worstFirst: true,
  })

  const { graph, result } = proofOf(problem, findPlan(problem))

  expect(graphText(graph)).toBe('7 4\n0 1 900\n0 2 200\n1 3 200\n5 4 5\n')
  expect(plainResult(graph, result)).toEqual({
    n: 7,
    m: 4,
    cardinality: 3,
    weight: 405,
    mate: [2, 3, 0, 1, 5, 4, -1],
    certificate: expect.objectContaining({ mate: [2, 3, 0, 1, 5, 4, -1] }),
    ms: { read: 0, solve: 0, verify: 0 },
  })
})

describe('any plan', () => {
  const problems = [
    ...Array.from({ length: 1500 }, (_, seed) => someProblem(seed)),
    ...[20, 31, 60, 61].map((size) => round(size, size)),
  ]

  test('is proven by what is read back from its files', () => {
    for (const problem of problems) {
      const plan = findPlan(problem)

      const { graph, result } = proofOf(problem, plan)

      const text = graphText(graph)
      expect(readGraph(text)).toEqual({ ...graph, w: Int32Array.from(graph.w) })
      const json = JSON.stringify(plainResult(graph, result))
      expect(verifyText(text, json)).toEqual({ ok: true, proves: 'cardinality' })
    }
  })

  test('has its pairs, its total and its seat in the proof', () => {
    for (const problem of problems) {
      const plan = findPlan(problem)

      const { graph, result } = proofOf(problem, plan)

      expect(graph.n).toBe(problem.ids.length + (plan.trio === null ? 0 : 1))
      expect(result.weight).toBe(plan.total)
      for (const [a, b] of plan.pairs) expect([result.mate[a], result.mate[b]]).toEqual([b, a])
      if (plan.trio !== null) expect(plan.trio.ends).toContain(result.mate[problem.ids.length])
    }
  })

  test('is proven no longer when anything in the result is changed', () => {
    const draw = drawFrom(3)
    for (const problem of problems) {
      const { graph, result } = proofOf(problem, findPlan(problem))
      const { y, mate } = result.certificate
      const at = draw(graph.n)

      const dearer = Array.from(y, (price, v) => (v === at ? price + 1 : price))
      const apart = Array.from(mate, (partner, v) => (v === at || partner === at ? -1 : partner))

      expect(verify(graph, { ...result, certificate: { ...result.certificate, y: dearer } }).ok).toBe(false)
      expect(verify(graph, { ...result, weight: result.weight + 1 }).ok).toBe(false)
      if (mate[at] === -1) continue
      const less = { ...result, cardinality: result.cardinality - 1, mate: apart }
      expect(verify(graph, { ...less, certificate: { ...result.certificate, mate: apart } }).ok).toBe(false)
    }
  })
})

test('a plan of other people is not proven', () => {
  const plan = findPlan(round(20, 1))

  expect(() => proofOf(round(20, 2), plan)).toThrow('the plan is not a best one of this problem')
})
