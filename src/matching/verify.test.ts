import { describe, expect, test } from 'vitest'
import { drawFrom } from './draw.ts'
import type { Graph, Result } from './graph.ts'
import { solve } from './solve.ts'
import { everyPair, nestedRings } from './testing/families.ts'
import { verify } from './verify.ts'

/** The same result with plain arrays, free to be changed. */
function copied({ cardinality, weight, mate, certificate }: Result) {
  return {
    cardinality,
    weight,
    mate: Array.from(mate),
    certificate: {
      scale: certificate.scale,
      bonus: certificate.bonus,
      mate: Array.from(certificate.mate),
      y: Array.from(certificate.y),
      home: Array.from(certificate.home),
      parent: Array.from(certificate.parent),
      z: Array.from(certificate.z),
    },
  }
}

type Copy = ReturnType<typeof copied>

const triangle: Graph = { n: 3, u: [0, 1, 0], v: [1, 2, 2], w: [5, 5, 5] }

describe('a proof', () => {
  test('of a triangle needs its odd set', () => {
    const result = copied(solve(triangle, { objective: 'weight' }))

    expect(result.certificate).toEqual({
      scale: 2,
      bonus: 0,
      mate: result.mate,
      y: [0, 0, 0],
      home: [0, 0, 0],
      parent: [-1],
      z: [10],
    })
  })

  test('written as JSON and read again still holds', () => {
    const graph = nestedRings(20)

    const read = JSON.parse(JSON.stringify(copied(solve(graph, { objective: 'cardinality' }))))

    expect(verify(graph, read)).toEqual({ ok: true, proves: 'cardinality' })
  })
})

describe('a proof is refused', () => {
  const graph = nestedRings(12)
  const valid = () => copied(solve(graph, { objective: 'weight' }))

  const changes: [string, (copy: Copy) => void, string][] = [
    [
      'when a vertex is paired with itself',
      (c) => {
        c.mate[0] = 0
      },
      'its own mate',
    ],
    [
      'when mates disagree',
      (c) => {
        c.mate[1] = c.mate[1] === 5 ? 6 : 5
      },
      'mate',
    ],
    [
      'when a mate is no vertex',
      (c) => {
        c.mate[0] = 99
      },
      'mate of 0 is no vertex',
    ],
    ['when the weight is overstated', (c) => void c.weight++, 'the pairs weigh'],
    ['when a pair is left uncounted', (c) => void c.cardinality--, 'pairs, not'],
    [
      'when a price is negative',
      (c) => {
        c.certificate.y[0] = -2
      },
      'y of 0',
    ],
    [
      'when a price is not whole',
      (c) => {
        c.certificate.z[0]! += 0.5
      },
      'z of 0',
    ],
    [
      'when the price of an odd set is negative',
      (c) => {
        c.certificate.z[0] = -1
      },
      'z of 0',
    ],
    [
      'when odd sets run in a circle',
      (c) => {
        c.certificate.parent[0] = 0
      },
      'in a circle',
    ],
    [
      'when an odd set is even',
      (c) => {
        c.certificate.home[0] = -1
      },
      'vertices',
    ],
    [
      'when the scale is nothing',
      (c) => {
        c.certificate.scale = 0
      },
      'scale',
    ],
    [
      'when the bonus is too small to mean most pairs',
      (c) => {
        c.certificate.bonus = 1
      },
      '',
    ],
    ['when a list is short', (c) => void c.certificate.y.pop(), 'entries'],
  ]

  test.each(changes)('%s', (_, change, reason) => {
    const copy = valid()

    change(copy)

    expect(verify(graph, copy)).toEqual({ ok: false, reason: expect.stringContaining(reason) })
  })

  test('when the matching is good but not the best', () => {
    const path = { n: 4, u: [0, 1, 2], v: [1, 2, 3], w: [3, 4, 3] }
    const best = copied(solve(path, { objective: 'weight' }))

    const mate = [-1, 2, 1, -1]
    const worse = { cardinality: 1, weight: 4, mate, certificate: { ...best.certificate, mate } }

    expect(verify(path, worse)).toEqual({ ok: false, reason: 'worth 8, but the prices add up to 12' })
  })

  test('when a pair is no edge', () => {
    const pairs = { n: 4, u: [0], v: [1], w: [1] }
    const copy = copied(solve(pairs, { objective: 'weight' }))

    copy.mate = [1, 0, 3, 2]
    copy.certificate.mate = copy.mate

    expect(verify(pairs, copy)).toEqual({ ok: false, reason: '2 and its mate are not joined by an edge' })
  })

  test('when an edge that is not chosen weighs less than nothing: the bonus would not outdo it', () => {
    const nobody = { scale: 2, bonus: 1, mate: [-1, -1], y: [0, 0], home: [-1, -1], parent: [], z: [] }
    const none = { cardinality: 0, weight: 0, mate: nobody.mate, certificate: nobody }

    const verdict = verify({ n: 2, u: [0], v: [1], w: [-1000] }, none)

    expect(verdict).toEqual({ ok: false, reason: 'edge 0 has no whole weight' })
  })

  test('when the graph has edges without a weight', () => {
    const result = copied(solve({ n: 3, u: [0], v: [1], w: [1] }, { objective: 'weight' }))

    const verdict = verify({ n: 3, u: [0, 1], v: [1, 2], w: [1] }, result)

    expect(verdict).toEqual({ ok: false, reason: 'u, v and w differ in length' })
  })

  test('when any single price is off by one', () => {
    const round = everyPair(40, 3)
    const draw = drawFrom(1)
    for (let i = 0; i < 300; i++) {
      const copy = copied(solve(round, { objective: i % 2 === 0 ? 'cardinality' : 'weight' }))
      const { y, z } = copy.certificate

      const prices = z.length > 0 && draw(3) === 0 ? z : y
      prices[draw(prices.length)]! += draw(2) === 0 ? 1 : -1

      expect(verify(round, copy).ok).toBe(false)
    }
  })
})
