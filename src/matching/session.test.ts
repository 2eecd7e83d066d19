import { describe, expect, test } from 'vitest'
import { type Draw, drawFrom } from './draw.ts'
import type { Graph, Objective } from './graph.ts'
import { openSession, type Resolved, type Session } from './session.ts'
import { solve } from './solve.ts'
import { verify } from './verify.ts'

const objectives: Objective[] = ['cardinality', 'weight']

/** 2 to `most` vertices, sparse or dense, connected or not, with few or many different weights. */
function someGraph(
  draw: Draw,
  most: number,
  largest: number,
): Graph & { u: number[]; v: number[]; w: number[] } {
  const n = 2 + draw(most - 1)
  const density = 1 + draw(8)
  const graph = { n, u: [] as number[], v: [] as number[], w: [] as number[] }
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      if (draw(8) >= density) continue
      graph.u.push(a)
      graph.v.push(b)
      graph.w.push(draw(largest + 1))
    }
  }
  return graph
}

/** The plainest session there is: it solves anew each time. Ids, edges and wishes as a person would note them. */
type Notes = {
  n: number
  weights: Map<string, number>
  gone: Set<number>
  pinned: Map<number, number>
  forbidden: Set<string>
}

const key = (a: number, b: number) => `${Math.min(a, b)}-${Math.max(a, b)}`

function notesOf({ n, u, v, w }: Graph): Notes {
  const weights = new Map<string, number>()
  for (let e = 0; e < w.length; e++) weights.set(key(u[e]!, v[e]!), w[e]!)
  return { n, weights, gone: new Set(), pinned: new Map(), forbidden: new Set() }
}

/** The graph that a session should have, with a bonus on the pairs of a matching. */
function graphOf(
  { n, weights, gone, pinned, forbidden }: Notes,
  living: ArrayLike<number>,
  bonus: number,
): Graph {
  const graph = { n, u: [] as number[], v: [] as number[], w: [] as number[] }
  for (const [pair, weight] of weights) {
    const [a, b] = pair.split('-').map(Number) as [number, number]
    const isTaken = (pinned.has(a) || pinned.has(b)) && pinned.get(a) !== b
    if (gone.has(a) || gone.has(b) || forbidden.has(pair) || isTaken) continue
    graph.u.push(a)
    graph.v.push(b)
    graph.w.push(weight + (living[a] === b ? bonus : 0))
  }
  return graph
}

const sorted = ({ n, u, v, w }: Graph) => ({
  n,
  edges: Array.from(w, (weight, e) => `${key(u[e]!, v[e]!)}: ${weight}`).sort(),
})

/** One random change, in the session and in the notes. */
function change(session: Session, notes: Notes, draw: Draw, largest: number): void {
  const { n, weights, gone, pinned, forbidden } = notes
  const a = draw(n)
  const b = draw(n)
  const kind = draw(9)
  const isJoined = weights.has(key(a, b))
  const isFree = (v: number) => !gone.has(v) && !pinned.has(v)
  if (kind === 0 && !gone.has(a) && draw(2) === 0) {
    session.drop(a)
    gone.add(a)
    const partner = pinned.get(a)
    if (partner !== undefined) {
      pinned.delete(a)
      pinned.delete(partner)
    }
  } else if (kind === 1 && gone.has(a)) {
    session.restore(a)
    gone.delete(a)
  } else if (kind === 2 && a !== b && isJoined && isFree(a) && isFree(b) && !forbidden.has(key(a, b))) {
    session.pin(a, b)
    pinned.set(a, b)
    pinned.set(b, a)
  } else if (kind === 3 && pinned.has(a)) {
    session.unpin(a, pinned.get(a)!)
    pinned.delete(pinned.get(a)!)
    pinned.delete(a)
  } else if (kind === 4 && isJoined && !forbidden.has(key(a, b)) && pinned.get(a) !== b) {
    session.forbid(a, b)
    forbidden.add(key(a, b))
  } else if (kind === 5 && forbidden.size > 0) {
    const [first] = forbidden
    const [x, y] = first!.split('-').map(Number) as [number, number]
    session.allow(y, x)
    forbidden.delete(first!)
  } else if (kind === 6 && n < 60) {
    const to = Array.from({ length: n }, (_, v) => v).filter(() => draw(3) === 0)
    const w = to.map(() => draw(largest + 1))
    expect(session.add(to, w)).toBe(n)
    for (const [at, other] of to.entries()) weights.set(key(n, other), w[at]!)
    notes.n++
  } else if (a !== b) {
    const weight = draw(largest + 1)
    session.setWeight(a, b, weight)
    weights.set(key(a, b), weight)
  }
}

/** Changes a graph a few times over and compares each result with that of solving it anew. */
function livesThrough(seed: number, most: number, objective: Objective): void {
  const draw = drawFrom(seed)
  const largest = [1, 5, 100, 1_000_000][draw(4)]!
  const graph = someGraph(draw, most, largest)
  const notes = notesOf(graph)
  const session = openSession(graph, { objective })
  let before: Resolved = session.result
  expect(verify(graph, before)).toEqual({ ok: true, proves: objective })
  for (let round = 0; round < 6; round++) {
    for (let changes = draw(5); changes >= 0; changes--) change(session, notes, draw, largest)
    const keepBonus = [0, 0, 1, 7, largest, 3 * largest][draw(6)]!

    const result = session.resolve({ keepBonus })

    const expected = graphOf(notes, before.mate, keepBonus)
    expect(sorted(session.graph())).toEqual(sorted(expected))
    expect(verify(expected, result)).toEqual({ ok: true, proves: objective })
    const { cardinality, weight } = solve(expected, { objective })
    expect(result.weight).toBe(weight)
    if (objective === 'cardinality') expect(result.cardinality).toBe(cardinality)
    for (const [a, b] of notes.pinned) expect(result.mate[a]).toBe(b)
    const vertices = Array.from({ length: session.n }, (_, v) => v)
    expect([...result.changed]).toEqual(vertices.filter((v) => result.mate[v] !== (before.mate[v] ?? -1)))
    const kept = vertices.filter((v) => result.mate[v]! > v && result.mate[v] === before.mate[v]).length
    expect([result.kept, result.total]).toEqual([kept, weight - kept * keepBonus])
    before = result
  }
}

describe('whatever changes', () => {
  test.each(objectives)('%s: each result is that of solving anew', (objective) => {
    for (let seed = 0; seed < Number(process.env.RUNS ?? 400); seed++)
      livesThrough(seed, [6, 12, 40][seed % 3]!, objective)
  })
})
