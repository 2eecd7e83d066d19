import fc from 'fast-check'
import highsLoader from 'highs'
import { describe, expect, test } from 'vitest'
import { drawFrom } from './draw.ts'
import type { Graph, Objective } from './graph.ts'
import { solve } from './solve.ts'
import { bestByTrying } from './testing/brute-force.ts'
import {
  chain,
  clique,
  complete,
  everyPair,
  nestedRings,
  prism,
  randomSparse,
  smallSteps,
  triangles,
} from './testing/families.ts'
import { verify } from './verify.ts'

const objectives: Objective[] = ['cardinality', 'weight']

/** Solves, checks the proof, and returns what was found. */
function proven(graph: Graph, objective: Objective): { cardinality: number; weight: number } {
  const result = solve(graph, { objective })
  expect(verify(graph, result)).toEqual({ ok: true, proves: objective })
  return { cardinality: result.cardinality, weight: result.weight }
}

/** A graph of 1 to `most` vertices: sparse or dense, with few or many different weights. */
function someGraph(seed: number, most: number): Graph {
  const draw = drawFrom(seed)
  const n = 1 + draw(most)
  const density = 1 + draw(10)
  const weights = [1, 2, 4, 10, 100, 1_000_000][draw(6)]!
  const graph = { n, u: [] as number[], v: [] as number[], w: [] as number[] }
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      if (draw(10) >= density) continue
      graph.u.push(a)
      graph.v.push(b)
      graph.w.push(draw(weights + 1))
    }
  }
  return graph
}

describe('small graphs', () => {
  test('nothing beats the matching found, by trying all', () => {
    for (let seed = 0; seed < 6000; seed++) {
      const graph = someGraph(seed, seed % 10 === 0 ? 12 : 9)
      for (const objective of objectives) {
        const found = proven(graph, objective)

        const best = bestByTrying(graph, objective)

        if (objective === 'cardinality') expect(found).toEqual(best)
        else expect(found.weight).toBe(best.weight)
      }
    }
  })

  test('a graph without edges leaves everybody alone', () => {
    const none = { n: 3, u: [], v: [], w: [] }

    expect(solve(none, { objective: 'cardinality' }).mate).toEqual(Int32Array.of(-1, -1, -1))
    expect(solve({ ...none, n: 0 }, { objective: 'weight' }).cardinality).toBe(0)
  })

  test('sparse and middling graphs: the proof holds for each of thousands', () => {
    for (let seed = 0; seed < 3000; seed++) {
      const n = 10 + (seed % 40)
      const m = Math.min(4 * n, (n * (n - 1)) / 2)
      const graph = randomSparse(n, m, [1, 6, 1000][seed % 3]!, seed)
      for (const objective of objectives) proven(graph, objective)
    }
  })

  test('someone who was alone and found a partner can still be reached by others', () => {
    const graph = {
      n: 17,
      u: [6, 8, 1, 7, 4, 6, 15, 12, 16, 10, 4, 5, 15, 15, 9, 11, 2, 2],
      v: [9, 7, 13, 10, 5, 8, 3, 0, 4, 3, 11, 13, 0, 12, 14, 1, 14, 16],
      w: [241, 582, 990, 191, 962, 741, 917, 637, 834, 526, 829, 932, 998, 933, 581, 947, 650, 551],
    }

    expect(proven(graph, 'weight')).toEqual({ cardinality: 8, weight: 5849 })
  })

  test('edges that are worth nothing still count as pairs when pairs come first', () => {
    const path = { n: 4, u: [0, 1, 2], v: [1, 2, 3], w: [0, 9, 0] }

    expect(proven(path, 'cardinality')).toEqual({ cardinality: 2, weight: 0 })
    expect(proven(path, 'weight')).toEqual({ cardinality: 1, weight: 9 })
  })
})

describe('against an integer programme', () => {
  test('HiGHS finds the same optimum', async () => {
    const highs = await highsLoader()
    for (let seed = 0; seed < 40; seed++) {
      const graph = someGraph(seed + 50_000, seed % 20 === 0 ? 60 : 24)
      if (graph.w.length === 0) continue

      const found = proven(graph, 'weight')

      const solution = highs.solve(programmeOf(graph))
      expect(Math.round(solution.ObjectiveValue)).toBe(found.weight)
    }
  })
})

/** CPLEX LP format: one binary variable per edge, one constraint per vertex. */
function programmeOf({ n, u, v, w }: Graph): string {
  const edges = Array.from({ length: w.length }, (_, e) => e)
  const at = Array.from({ length: n }, (_, vertex) => edges.filter((e) => u[e] === vertex || v[e] === vertex))
  const rows = at.filter((row) => row.length > 0).map((row) => `${row.map((e) => `x${e}`).join(' + ')} <= 1`)
  return [
    `Maximize obj: ${edges.map((e) => `${w[e]} x${e}`).join(' + ')}`,
    `Subject To ${rows.join('\n ')}`,
    `Binary ${edges.map((e) => `x${e}`).join(' ')}`,
    'End',
  ].join('\n')
}

describe('hard families', () => {
  const families: [string, Graph][] = [
    ['all weights equal', complete(61, 1, 1)],
    ['many ties', complete(121, 3, 2)],
    ['a row of triangles', triangles(300)],
    ['triangles tied at all corners', prism(301)],
    ['a clique with thorns', clique(16)],
    ['sparse and all tied', randomSparse(900, 1300, 0, 8)],
    ['a chain', chain(501)],
    ['nested odd rings', nestedRings(150)],
    ['small steps', smallSteps(700, 3, 3)],
    ['sparse with large weights', randomSparse(600, 2400, 1_000_000, 4)],
    ['very sparse', randomSparse(800, 900, 50, 5)],
    ['a round of 150 people', everyPair(150, 6)],
  ]

  test.each(families)('%s: the proof holds', (_, graph) => {
    for (const objective of objectives) proven(graph, objective)
  })

  test('dense graphs, odd, even and lopsided: the proof holds', () => {
    for (let seed = 0; seed < 24; seed++) {
      const draw = drawFrom(seed)
      const n = 100 + draw(60)
      const all = complete(n, [1, 3, 100, 1_000_000][seed % 4]!, seed)
      const few = draw(3) === 0 ? 0 : 30 + draw(20)
      const edges = Array.from(all.w, (_, e) => e)
      // The few may meet anyone, the others only one of the few.
      const kept = few === 0 ? edges : edges.filter((e) => Math.min(all.u[e]!, all.v[e]!) < few)
      const graph = {
        n,
        u: kept.map((e) => all.u[e]!),
        v: kept.map((e) => all.v[e]!),
        w: kept.map((e) => all.w[e]!),
      }

      expect(proven(graph, 'cardinality').cardinality).toBe(few === 0 ? Math.floor(n / 2) : few)
      proven(graph, 'weight')
    }
  })

  test('weights at the upper limit stay exact', () => {
    const graph = complete(40, 1_000_000, 7)
    const scale = 2 ** 22

    const plain = proven(graph, 'cardinality')
    const large = proven({ ...graph, w: Array.from(graph.w, (w) => w * scale) }, 'cardinality')

    expect(large).toEqual({ cardinality: plain.cardinality, weight: plain.weight * scale })
  })
})

describe('at the limit of exact numbers', () => {
  const largest = 2 ** 51 - 1
  /** Pairs of strangers: all of them are chosen. */
  const strangers = (w: number[]): Graph => ({
    n: 2 * w.length,
    u: w.map((_, i) => 2 * i),
    v: w.map((_, i) => 2 * i + 1),
    w,
  })

  test('the proof holds for the largest weights there may be', () => {
    for (let seed = 0; seed < 500; seed++) {
      const graph = complete(4 + (seed % 5), [0, 1, 7, 1_000_000][seed % 4]!, seed)

      proven({ ...graph, w: Array.from(graph.w, (w) => largest - w) }, 'weight')
    }
  })

  test('a weight above is refused', () => {
    expect(() => solve(strangers([largest + 1]), { objective: 'weight' })).toThrow('are too large')
  })

  test('pairs may weigh up to 2^53 - 1 together', () => {
    const four = [largest, largest, largest, largest]

    expect(proven(strangers([...four, 3]), 'weight').weight).toBe(Number.MAX_SAFE_INTEGER)
    expect(() => solve(strangers([...four, 4]), { objective: 'weight' })).toThrow(
      'the 5 best pairs weigh more together than can be counted exactly',
    )
  })

  test('edges that are not chosen may weigh what they like', () => {
    const star = { n: 9, u: new Array(8).fill(0), v: [1, 2, 3, 4, 5, 6, 7, 8], w: new Array(8).fill(largest) }

    expect(proven(star, 'weight')).toEqual({ cardinality: 1, weight: largest })
  })
})

describe('what must not matter', () => {
  const seeds = fc.integer({ min: 0, max: 2 ** 31 })

  test('the names of the vertices and the order of the edges', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const graph = someGraph(seed, 30)
        const draw = drawFrom(seed + 1)
        const order = Array.from({ length: graph.n }, (_, v) => v).sort(() => draw(3) - 1)
        const edges = Array.from(graph.w, (_, e) => e).reverse()

        const renamed = {
          n: graph.n,
          u: edges.map((e) => order[graph.v[e]!]!),
          v: edges.map((e) => order[graph.u[e]!]!),
          w: edges.map((e) => graph.w[e]!),
        }

        for (const objective of objectives) {
          expect(proven(renamed, objective).weight).toBe(proven(graph, objective).weight)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('a constant added to every weight, when pairs come first', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 5000 }), (seed, constant) => {
        const graph = someGraph(seed, 30)

        const raised = { ...graph, w: Array.from(graph.w, (w) => w + constant) }

        const { cardinality, weight } = proven(graph, 'cardinality')
        expect(proven(raised, 'cardinality')).toEqual({
          cardinality,
          weight: weight + constant * cardinality,
        })
      }),
      { numRuns: 150 },
    )
  })

  test('lighter edges between two who have a heavier one', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const graph = someGraph(seed, 30)
        const draw = drawFrom(seed + 1)
        const again = Array.from(graph.w, (_, e) => e).filter(() => draw(2) === 0)

        const doubled = {
          n: graph.n,
          u: [...again.map((e) => graph.v[e]!), ...Array.from(graph.u)],
          v: [...again.map((e) => graph.u[e]!), ...Array.from(graph.v)],
          w: [...again.map((e) => draw(graph.w[e]! + 1)), ...Array.from(graph.w)],
        }

        for (const objective of objectives) {
          expect(proven(doubled, objective).weight).toBe(proven(graph, objective).weight)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('whoever has no edge', () => {
    const graph = everyPair(60, 1)

    const found = proven({ ...graph, n: 90 }, 'cardinality')

    expect(found).toEqual(proven(graph, 'cardinality'))
  })

  test('how often it is asked', () => {
    const graph = complete(80, 4, 9)

    expect(solve(graph, { objective: 'cardinality' })).toEqual(solve(graph, { objective: 'cardinality' }))
  })
})

test.each([
  ['a loop', { n: 2, u: [1], v: [1], w: [1] }, 'edge 0 joins 1 and 1'],
  ['an end that is no vertex', { n: 2, u: [0, 0], v: [1, 2], w: [1, 1] }, 'edge 1 joins 0 and 2'],
  ['an end between two vertices', { n: 3, u: [0.5], v: [1], w: [1] }, 'edge 0 joins 0.5 and 1'],
  ['a negative weight', { n: 2, u: [0], v: [1], w: [-1] }, 'edge 0 weighs -1'],
  ['half a point', { n: 2, u: [0], v: [1], w: [0.5] }, 'edge 0 weighs 0.5'],
  ['no number', { n: 2, u: [0], v: [1], w: [Number.NaN] }, 'edge 0 weighs NaN'],
  ['arrays of different length', { n: 2, u: [0], v: [1], w: [] }, 'u, v and w differ in length'],
  [
    'weights too large to be exact',
    { n: 4, u: [0], v: [1], w: [2 ** 52] },
    'weights up to 4503599627370496 are too large',
  ],
])('%s is refused', (_, graph, reason) => {
  expect(() => solve(graph, { objective: 'cardinality' })).toThrow(reason)
})

test('an objective that there is none of is refused', () => {
  const objective = 'pairs' as Objective

  expect(() => solve(complete(4, 4, 1), { objective })).toThrow('objective is pairs')
})
