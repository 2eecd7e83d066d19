import { drawFrom } from '../draw.ts'
import type { Graph } from '../graph.ts'
import { add, frozen, noEdges } from '../samples.ts'
import { points, somePeople } from './people.ts'

export { complete, randomSparse, triangles } from '../samples.ts'

/** Every possible pair of n people. */
export function everyPair(n: number, seed: number): Graph {
  const people = somePeople(n, seed)
  const edges = noEdges(n)
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const weight = points(people[a]!, people[b]!)
      if (weight >= 0) add(edges, a, b, weight)
    }
  }
  return frozen(edges)
}

/** The best `keep` of `look` partners drawn for each of n people. */
export function bestOfSome(n: number, keep: number, look: number, seed: number): Graph {
  const people = somePeople(n, seed)
  const draw = drawFrom(seed + 1)
  const edges = noEdges(n)
  const seen = new Set<number>()
  for (let a = 0; a < n; a++) {
    const found: [number, number][] = []
    for (let i = 0; i < look; i++) {
      const b = draw(n)
      const weight = a === b ? -1 : points(people[a]!, people[b]!)
      if (weight >= 0) found.push([weight, b])
    }
    found.sort((x, y) => y[0] - x[0] || x[1] - y[1])
    for (const [weight, b] of found.slice(0, keep)) {
      const key = a < b ? a * n + b : b * n + a
      if (seen.has(key)) continue
      seen.add(key)
      add(edges, a, b, weight)
    }
  }
  return frozen(edges)
}

/** Points in a square, each joined to its nearest; nearer is worth more. */
export function neighbours(n: number, nearest: number, seed: number): Graph {
  const draw = drawFrom(seed)
  const side = 100_000
  const cells = Math.max(1, Math.floor(Math.sqrt(n / 4)))
  const xs = Array.from({ length: n }, () => draw(side))
  const ys = Array.from({ length: n }, () => draw(side))
  const cellOf = (x: number, y: number) =>
    Math.floor((x * cells) / side) * cells + Math.floor((y * cells) / side)
  const grid: number[][] = Array.from({ length: cells * cells }, () => [])
  for (let v = 0; v < n; v++) grid[cellOf(xs[v]!, ys[v]!)]!.push(v)
  const edges = noEdges(n)
  const seen = new Set<number>()
  for (let v = 0; v < n; v++) {
    const cx = Math.floor((xs[v]! * cells) / side)
    const cy = Math.floor((ys[v]! * cells) / side)
    const near: [number, number][] = []
    for (let x = Math.max(0, cx - 2); x <= Math.min(cells - 1, cx + 2); x++) {
      for (let y = Math.max(0, cy - 2); y <= Math.min(cells - 1, cy + 2); y++) {
        for (const other of grid[x * cells + y]!) {
          if (other !== v) near.push([Math.hypot(xs[v]! - xs[other]!, ys[v]! - ys[other]!), other])
        }
      }
    }
    near.sort((a, b) => a[0] - b[0])
    for (const [distance, other] of near.slice(0, nearest)) {
      const key = Math.min(v, other) * n + Math.max(v, other)
      if (seen.has(key)) continue
      seen.add(key)
      add(edges, v, other, Math.max(0, side - Math.floor(distance)))
    }
  }
  return frozen(edges)
}

/** A row of triangles, each tied to the next at all three corners: many odd cycles through one another. */
export function prism(count: number): Graph {
  const edges = noEdges(3 * count)
  for (let v = 0; v < 3 * count; v++) {
    const first = v - (v % 3)
    if (v > first) add(edges, first, v, 1)
    if (v === first) add(edges, v + 1, v + 2, 1)
    if (v + 3 < 3 * count) add(edges, v, v + 3, 1)
  }
  return frozen(edges)
}

/**
 * Everyone in a clique of 4k, every other of whom is the only hope of one outside: what is paired first
 * inside is wrong.
 *
 * @source a worst case of H. N. Gabow (1976)
 */
export function clique(k: number): Graph {
  const edges = noEdges(6 * k)
  for (let a = 0; a < 4 * k; a++) {
    for (let b = a + 1; b < 4 * k; b++) add(edges, a, b, 1)
    if (a % 2 === 0) add(edges, a, 4 * k + a / 2, 1)
  }
  return frozen(edges)
}

/** A path whose ends are worth least, so that pairs chosen greedily must all be shifted. */
export function chain(n: number): Graph {
  const edges = noEdges(n)
  for (let v = 0; v + 1 < n; v++) add(edges, v, v + 1, 1000 + Math.min(v, n - 2 - v))
  return frozen(edges)
}

/** Odd cycles of growing length around one another, joined at a single vertex each: odd sets nest. */
export function nestedRings(rings: number): Graph {
  const edges = noEdges(2 * rings + 1)
  for (let i = 0; i < rings; i++) {
    const a = 2 * i + 1
    const b = 2 * i + 2
    const weight = 4 * (rings - i)
    add(edges, i === 0 ? 0 : a - 2, a, weight)
    add(edges, i === 0 ? 0 : b - 2, b, weight)
    add(edges, a, b, weight)
  }
  return frozen(edges)
}

/** Nearly equal weights on sparse edges, so that time passes in many small steps. */
export function smallSteps(n: number, degree: number, seed: number): Graph {
  const draw = drawFrom(seed)
  const edges = noEdges(n)
  const seen = new Set<number>()
  for (let a = 0; a < n; a++) {
    for (let i = 0; i < degree; i++) {
      const b = (a + 1 + draw(64)) % n
      const key = Math.min(a, b) * n + Math.max(a, b)
      if (a === b || seen.has(key)) continue
      seen.add(key)
      add(edges, a, b, 100_000 + ((a * 7 + b * 13) % 101))
    }
  }
  return frozen(edges)
}
