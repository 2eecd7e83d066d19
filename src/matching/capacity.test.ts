import highsLoader from 'highs'
import { describe, expect, test } from 'vitest'
import { type CapacityObjective, type CapacityResult, solveWithCapacities } from './capacity.ts'
import { drawFrom } from './draw.ts'
import type { Graph } from './graph.ts'
import { solve } from './solve.ts'
import { bestChoiceByTrying, type Choice } from './testing/choice-by-trying.ts'
import { complete, everyPair, randomSparse } from './testing/families.ts'
import { verifyWithCapacities } from './verify-capacity.ts'

const objectives: CapacityObjective[] = ['people', 'pairs', 'weight']

function proven(graph: Graph, capacity: number[], objective: CapacityObjective): CapacityResult {
  const result = solveWithCapacities(graph, capacity, { objective })
  expect(verifyWithCapacities(graph, capacity, result)).toEqual({ ok: true, proves: objective })
  return result
}

/** What the objective is about; where weight is all, the same weight may take more or fewer pairs. */
function worthOf({ placed, pairs, weight }: Choice, objective: CapacityObjective): Partial<Choice> {
  if (objective === 'people') return { placed, pairs, weight }
  return objective === 'pairs' ? { pairs, weight } : { weight }
}

/** A graph of 2 to `most` vertices and at most `edges` edges. */
function someGraph(seed: number, most: number, edges: number): { graph: Graph; capacity: number[] } {
  const draw = drawFrom(seed)
  const n = 2 + draw(most - 1)
  const m = draw(Math.min(edges, (n * (n - 1)) / 2) + 1)
  const graph = randomSparse(n, m, [0, 1, 3, 10][draw(4)]!, seed)
  const largest = [2, 2, 3, 5][draw(4)]!
  return { graph, capacity: Array.from({ length: n }, () => draw(largest + 1)) }
}

describe('people who would take two partners', () => {
  /** A star of three around 0, who likes 3 best, and a friend of 3's. */
  const graph = { n: 5, u: [0, 0, 0, 3], v: [1, 2, 3, 4], w: [5, 6, 90, 1] }
  const capacity = [2, 1, 1, 1, 1]

  test('take a second only so that nobody is left alone', () => {
    const { partners, placed, pairs, weight } = proven(graph, capacity, 'people')

    expect({ partners, placed, pairs, weight }).toEqual({
      partners: [[1, 2], [0], [0], [4], [3]],
      placed: 5,
      pairs: 3,
      weight: 12,
    })
  })

  test('take whom they like best where weight is all', () => {
    const { partners, weight } = proven(graph, capacity, 'weight')

    expect({ partners, weight }).toEqual({ partners: [[2, 3], [], [0], [0], []], weight: 96 })
  })

  test('do not meet the same person twice', () => {
    const two = { n: 2, u: [0], v: [1], w: [7] }

    for (const objective of objectives) {
      expect(proven(two, [2, 2], objective)).toMatchObject({ partners: [[1], [0]], pairs: 1, weight: 7 })
    }
  })
})

describe('by trying all choices', () => {
  test.each(objectives)('there is none with better %s', (objective) => {
    for (let seed = 0; seed < 4000; seed++) {
      const { graph, capacity } = someGraph(seed, 8, seed % 20 === 0 ? 14 : 10)

      const found = proven(graph, capacity, objective)

      const best = bestChoiceByTrying(graph, capacity, objective)
      expect({ seed, ...worthOf(found, objective) }).toEqual({ seed, ...worthOf(best, objective) })
    }
  })
})

describe('against an integer programme', () => {
  test.each(objectives)(
    'HiGHS finds the same %s',
    async (objective) => {
      const highs = await highsLoader()
      for (let seed = 0; seed < 25; seed++) {
        const { graph, capacity } = someGraph(seed + 9000, 30, 120)
        if (graph.w.length === 0) continue

        const found = proven(graph, capacity, objective)

        const solution = highs.solve(programmeOf(graph, capacity, objective), { mip_rel_gap: 0 })
        const [person, pair] = prizesOf(graph, objective)
        const value = person * found.placed + pair * found.pairs + found.weight
        expect({ seed, value: Math.round(solution.ObjectiveValue) }).toEqual({ seed, value })
      }
    },
    60_000,
  )
})

/** What a person placed and a pair count for, besides the weights of at most 10. */
function prizesOf({ n }: Graph, objective: CapacityObjective): [number, number] {
  const price = 10 * n + 1
  return { people: [n * 5 * price, -price], pairs: [0, 50 * n], weight: [0, 0] }[objective] as [
    number,
    number,
  ]
}

/** CPLEX LP format: a binary variable for each edge and each person placed. */
function programmeOf(graph: Graph, capacity: number[], objective: CapacityObjective): string {
  const { n, u, v, w } = graph
  const [person, pair] = prizesOf(graph, objective)
  const edges = Array.from({ length: w.length }, (_, e) => e)
  const people = Array.from({ length: n }, (_, vertex) => vertex)
  const at = people.map((vertex) => edges.filter((e) => u[e] === vertex || v[e] === vertex))
  const sums = at.map((row) => row.map((e) => `x${e}`).join(' + '))
  const touched = people.filter((vertex) => at[vertex]!.length > 0)
  const terms = [
    ...edges.map((e) => `${pair + w[e]!} x${e}`),
    ...touched.map((vertex) => `${person} p${vertex}`),
  ]
  const rows = touched.flatMap((vertex) => [
    `${sums[vertex]} <= ${capacity[vertex]}`,
    `${sums[vertex]} - p${vertex} >= 0`,
  ])
  const names = [...edges.map((e) => `x${e}`), ...touched.map((vertex) => `p${vertex}`)]
  return [
    `Maximize obj: ${terms.join(' + ').replaceAll('+ -', '- ')}`,
    `Subject To ${rows.join('\n ')}`,
    `Binary ${names.join(' ')}`,
    'End',
  ].join('\n')
}

describe('what must not matter', () => {
  test('with one place each it is an ordinary matching', () => {
    const graph = everyPair(60, 1)
    const ones = new Array<number>(60).fill(1)

    for (const objective of ['pairs', 'weight'] as const) {
      const plain = solve(graph, { objective: objective === 'pairs' ? 'cardinality' : 'weight' })

      const { pairs, weight } = proven(graph, ones, objective)

      expect([pairs, weight]).toEqual([plain.cardinality, plain.weight])
    }
  })

  test('more places than there are others', () => {
    const graph = complete(9, 50, 2)

    const { pairs, weight } = proven(graph, new Array<number>(9).fill(1_000_000), 'weight')

    expect([pairs, weight]).toEqual([36, Array.from(graph.w).reduce((sum, each) => sum + each)])
  })

  test('who has no place', () => {
    expect(proven(complete(5, 9, 1), [0, 0, 0, 0, 0], 'people')).toMatchObject({ placed: 0, pairs: 0 })
  })
})

describe('a result is refused', () => {
  const { graph, capacity } = { graph: complete(7, 30, 4), capacity: [2, 2, 1, 2, 1, 1, 3] }
  const changes: [string, (result: CapacityResult) => void, string][] = [
    ['when someone has too many partners', (r) => void r.partners[2]!.push(6), '2 has'],
    ['when only one knows of a pair', (r) => void r.partners[0]!.pop(), 'the other way round'],
    ['when the weight is embellished', (r) => void r.weight++, 'the pairs weigh'],
    ['when pairs are', (r) => void r.pairs++, 'there are'],
    ['when people are', (r) => void r.placed++, 'are placed'],
    ['when a partner is nobody', (r) => void r.partners[0]!.splice(0, 1, -1), 'no vertex'],
    [
      'when a price is off',
      (r) => {
        ;(r.certificate.y as Float64Array)[1]! += 1
      },
      'worth',
    ],
    [
      'when it leaves out a pair',
      (r) => {
        const b = r.partners[0]!.shift()!
        r.partners[b] = r.partners[b]!.filter((one) => one !== 0)
        r.pairs--
        r.weight -= graph.w[Array.from(graph.u).findIndex((one, e) => one === 0 && graph.v[e] === b)]!
        r.placed = r.partners.filter((each) => each.length > 0).length
      },
      'not excluded',
    ],
  ]

  test.each(objectives.flatMap((objective) => changes.map((change) => [...change, objective] as const)))(
    '%s',
    (_name, change, reason, objective) => {
      const result = proven(graph, capacity, objective)

      change(result)

      const verdict = verifyWithCapacities(graph, capacity, result)
      expect(verdict).toEqual({ ok: false, reason: expect.stringContaining(reason) })
    },
  )

  test('when it is said to be about something else', () => {
    const result = proven(graph, capacity, 'weight')

    expect(verifyWithCapacities(graph, capacity, { ...result, objective: 'pairs' }).ok).toBe(false)
    expect(verifyWithCapacities(graph, capacity, { ...result, objective: 'people' }).ok).toBe(false)
    const objective = 'happiness' as CapacityObjective
    expect(verifyWithCapacities(graph, capacity, { ...result, objective }).ok).toBe(false)
  })
})

const pair = { n: 2, u: [0], v: [1], w: [1] }
test.each<[string, Graph, number[], string]>([
  ['a capacity too few', pair, [1], 'there are 1 capacities for 2 vertices'],
  ['half a place', pair, [1, 0.5], 'capacity of 1 is 0.5'],
  ['a negative place', pair, [-1, 1], 'capacity of 0 is -1'],
  ['more places than can be counted exactly', pair, [2 ** 53, 1], 'capacity of 0 is 9007199254740992'],
  ['an end between two vertices', { n: 3, u: [0.5], v: [1], w: [1] }, [1, 1, 1], 'edge 0 joins 0.5 and 1'],
  ['a pair given twice', { n: 2, u: [0, 1], v: [1, 0], w: [1, 2] }, [2, 2], 'edge 1 joins 1 and 0 again'],
  ['a loop', { n: 2, u: [1], v: [1], w: [1] }, [1, 1], 'edge 0 joins 1 and 1'],
  ['weights too large to be exact', { ...pair, w: [2 ** 49] }, [2, 2], 'too large'],
])('%s is refused', (_, graph, capacity, reason) => {
  expect(() => solveWithCapacities(graph, capacity, { objective: 'people' })).toThrow(reason)
})

test('an objective that there is none of is refused', () => {
  const objective = 'cardinality' as CapacityObjective

  expect(() => solveWithCapacities(pair, [1, 1], { objective })).toThrow('objective is cardinality')
})
