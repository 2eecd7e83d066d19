import { expect, test } from 'vitest'
import { sampleGraphs } from './samples.ts'
import { solve } from './solve.ts'

test('samples are graphs of the size that was asked for', () => {
  const samples = sampleGraphs(10).map(({ name, graph }) => ({ name, graph: graph() }))

  expect(samples.map(({ name, graph }) => [name, graph.n, graph.w.length])).toEqual([
    ['every pair of 10', 10, 45],
    ['every pair of 10, 10 weights', 10, 45],
    ['100, 10 edges each', 100, 500],
    ['100 in triangles, all tied', 99, 131],
  ])
  for (const { graph } of samples)
    expect(solve(graph, { objective: 'weight' }).cardinality).toBeGreaterThan(0)
})

test.each([9, 10.5, Number.NaN, -10])('samples of size %d are refused', (size) => {
  expect(() => sampleGraphs(size)).toThrow(`size is ${size}, not 10 or more`)
})
