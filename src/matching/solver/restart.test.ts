import { expect, test } from 'vitest'
import { drawFrom } from '../draw.ts'
import { bonusFor, type Graph, type Objective, SCALE } from '../graph.ts'
import { solve } from '../solve.ts'
import { verify } from '../verify.ts'
import { adjacencyOf, edgesOf } from './adjacency.ts'
import { optimise } from './optimise.ts'
import { restartFrom } from './restart.ts'

/** Solves `changed` from the optimum of `graph` and checks the proof. The largest weight must stay. */
function provenFrom(graph: Graph, changed: Graph, objective: Objective): void {
  const { certificate } = solve(graph, { objective })
  const bonus = bonusFor(graph, objective)
  const { mate, home, parent, z } = certificate
  const former = {
    mate: Int32Array.from(mate),
    y: Float64Array.from(certificate.y, (price) => price - bonus),
    home: Int32Array.from(home),
    parent: Int32Array.from(parent),
    z: Float64Array.from(z),
  }
  const adjacency = adjacencyOf(edgesOf(changed))

  const { y, ...found } = optimise(adjacency, -bonus, restartFrom(adjacency, -bonus, former))

  const pairs = Array.from(changed.w, (_, e) => e).filter((e) => found.mate[changed.u[e]!] === changed.v[e])
  const result = {
    cardinality: pairs.length,
    weight: pairs.reduce((sum, e) => sum + changed.w[e]!, 0),
    mate: found.mate,
    certificate: { scale: SCALE, bonus, ...found, y: y.map((price) => price + bonus) },
  }
  expect(verify(changed, result)).toEqual({ ok: true, proves: objective })
}

test('the optimum of a graph whose weights changed is found from the former one', () => {
  for (let seed = 0; seed < 2000; seed++) {
    const draw = drawFrom(seed)
    const n = 3 + draw(30)
    const most = [1, 5, 1000][draw(3)]!
    const graph = { n, u: [0], v: [1], w: [most] }
    for (let i = 0; i < 3 * n; i++) {
      const a = draw(n)
      const b = draw(n)
      const isKnown = graph.u.some((u, e) => (u === a && graph.v[e] === b) || (u === b && graph.v[e] === a))
      if (a === b || isKnown) continue
      graph.u.push(a)
      graph.v.push(b)
      graph.w.push(draw(most + 1))
    }
    const changed = { ...graph, w: graph.w.map((w, e) => (e > 0 && draw(4) === 0 ? draw(most + 1) : w)) }

    provenFrom(graph, changed, 'weight')
    provenFrom(graph, changed, 'cardinality')
  }
})

test('someone who was alone and found a partner in a placed tree is left alone with that tree', () => {
  const graph = {
    n: 12,
    u: [8, 9, 7, 3, 8, 6, 7, 3, 3, 9, 8, 9, 11, 7, 10, 4, 10, 2, 0, 0, 9, 11, 7, 7],
    v: [10, 3, 10, 0, 7, 4, 1, 4, 11, 0, 3, 6, 2, 9, 6, 0, 3, 8, 7, 6, 4, 8, 4, 5],
    w: [0, 5, 2, 4, 3, 4, 3, 4, 2, 4, 3, 3, 2, 3, 2, 4, 5, 4, 0, 2, 2, 4, 0, 5],
  }
  const w = [3, 5, 2, 4, 3, 4, 3, 4, 2, 4, 3, 3, 2, 3, 2, 4, 0, 4, 0, 4, 2, 4, 2, 5]

  provenFrom(graph, { ...graph, w }, 'weight')
})
