import { drawFrom } from './draw.ts'
import type { Graph } from './graph.ts'

/** A graph to try things on: made when asked for, the same on every machine. */
export type Sample = { name: string; graph(): Graph }

/**
 * Graphs of very different kinds: all pairs, all pairs with many ties, sparse with large weights, and odd cycles in
 * a row.
 *
 * @param size vertices of the graphs that have all pairs, at least 10; the sparse ones have ten times as many
 * @throws RangeError when it is less, or no whole number
 */
export function sampleGraphs(size: number): Sample[] {
  if (!Number.isInteger(size) || size < 10) throw new RangeError(`size is ${size}, not 10 or more`)
  const many = 10 * size
  const count = (n: number) => n.toLocaleString('en')
  return [
    { name: `every pair of ${count(size)}`, graph: () => complete(size, 10_000, 1) },
    { name: `every pair of ${count(size)}, 10 weights`, graph: () => complete(size, 10, 1) },
    { name: `${count(many)}, 10 edges each`, graph: () => randomSparse(many, 5 * many, 1_000_000, 1) },
    { name: `${count(many)} in triangles, all tied`, graph: () => triangles(Math.floor(many / 3)) },
  ]
}

/** Each pair once with weights 1..most: many ties when `most` is small. */
export function complete(n: number, most: number, seed: number): Graph {
  const draw = drawFrom(seed)
  const edges = noEdges(n)
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) add(edges, a, b, 1 + draw(most))
  }
  return frozen(edges)
}

/** So many different edges drawn at random, with weights 0..most. `m` well below all pairs. */
export function randomSparse(n: number, m: number, most: number, seed: number): Graph {
  const draw = drawFrom(seed)
  const edges = noEdges(n)
  const seen = new Set<number>()
  while (seen.size < m) {
    const a = draw(n)
    const b = draw(n)
    if (a >= b || seen.has(a * n + b)) continue
    seen.add(a * n + b)
    add(edges, a, b, draw(most + 1))
  }
  return frozen(edges)
}

/** A row of triangles, each tied to the next, all weights equal: every augmenting path may be long. */
export function triangles(count: number): Graph {
  const edges = noEdges(3 * count)
  for (let i = 0; i < count; i++) {
    add(edges, 3 * i, 3 * i + 1, 1)
    add(edges, 3 * i + 1, 3 * i + 2, 1)
    add(edges, 3 * i, 3 * i + 2, 1)
    if (i > 0) add(edges, 3 * i - 1, 3 * i, 1)
  }
  return frozen(edges)
}

type Edges = { n: number; u: number[]; v: number[]; w: number[] }

export const noEdges = (n: number): Edges => ({ n, u: [], v: [], w: [] })

export function add(edges: Edges, a: number, b: number, weight: number): void {
  edges.u.push(a)
  edges.v.push(b)
  edges.w.push(weight)
}

export function frozen({ n, u, v, w }: Edges): Graph {
  return { n, u: Int32Array.from(u), v: Int32Array.from(v), w: Int32Array.from(w) }
}
