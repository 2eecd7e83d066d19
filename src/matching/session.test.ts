import { describe, expect, test } from 'vitest'
import { type Draw, drawFrom } from './draw.ts'
import type { Graph, Objective } from './graph.ts'
import { openSession, type Resolved, type Session } from './session.ts'
import { solve } from './solve.ts'
import { complete, everyPair } from './testing/families.ts'
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
function livesThrough(graph: Graph, largest: number, draw: Draw, objective: Objective, rounds = 6): void {
  const notes = notesOf(graph)
  const session = openSession(graph, { objective })
  let before: Resolved = session.result
  expect(verify(graph, before)).toEqual({ ok: true, proves: objective })
  for (let round = 0; round < rounds; round++) {
    for (let changes = draw(5); changes >= 0; changes--) change(session, notes, draw, largest)
    const wanted = [0, 0, 1, 7, largest, 3 * largest, Infinity][draw(7)]!

    const result = session.resolve({ keepBonus: wanted })

    const { keepBonus } = result
    if (wanted !== Infinity) expect(keepBonus).toBe(wanted)
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
    const living = Array.from(expected.u).filter((a, e) => before.mate[a] === expected.v[e]).length
    if (wanted === Infinity && objective === 'weight') expect(kept).toBe(living)
    before = result
  }
}

describe('whatever changes, each result is that of solving anew', () => {
  test.each(objectives)('%s: in small graphs', (objective) => {
    for (let seed = 0; seed < 250; seed++) {
      const draw = drawFrom(seed)
      const largest = [1, 5, 100, 1_000_000][draw(4)]!

      livesThrough(someGraph(draw, [6, 12, 40][seed % 3]!, largest), largest, draw, objective)
    }
  })

  test.each(objectives)('%s: in a graph that grows for long', (objective) => {
    livesThrough({ n: 2, u: [0], v: [1], w: [3] }, 8, drawFrom(1), objective, 90)
  })

  test.each(objectives)('%s: in pools in which nearly everybody may meet anybody', (objective) => {
    for (let seed = 0; seed < 2; seed++) {
      const largest = [3, 10_000][seed % 2]!

      livesThrough(complete(104 + seed, largest, seed), largest, drawFrom(seed), objective)
    }
  })
})

/** Two who are not partners drop out of a solved session. */
function dropTwo(session: Session, draw: Draw): { gone: number[]; freed: number[] } {
  const { mate } = session.result
  const paired = Array.from(mate.keys()).filter((v) => mate[v] !== -1)
  const a = paired[draw(paired.length)]!
  const others = paired.filter((v) => v !== a && v !== mate[a])
  const b = others[draw(others.length)]!
  for (const v of [a, b]) session.drop(v)
  return { gone: [a, b], freed: [mate[a]!, mate[b]!] }
}

describe('living pairs', () => {
  test('are left alone by a large bonus when those who are free can be paired with each other', () => {
    const session = openSession(complete(120, 1000, 5), { objective: 'cardinality' })
    const draw = drawFrom(5)
    for (let round = 0; round < 20; round++) {
      const { gone, freed } = dropTwo(session, draw)

      const { mate, changed, kept, total, weight, keepBonus } = session.resolve({ keepBonus: Infinity })

      expect(mate[freed[0]!]).toBe(freed[1])
      expect([...changed].sort()).toEqual([...gone, ...freed].sort())
      expect(weight).toBe(total + kept * keepBonus)
      for (const v of gone) session.restore(v)
      session.resolve({ keepBonus: Infinity })
    }
  })

  test('are broken all the same when someone would stay alone', () => {
    const path = { n: 6, u: [0, 1, 2, 3, 4], v: [1, 2, 3, 4, 5], w: [9, 1, 9, 1, 9] }
    const session = openSession(path, { objective: 'cardinality' })
    session.drop(0)
    session.drop(5)

    const { mate, changed } = session.resolve({ keepBonus: Infinity })

    expect([...mate]).toEqual([-1, 2, 1, 4, 3, -1])
    expect([...changed]).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('stand when the weight counts alone, even if others stay alone for that', () => {
    const path = { n: 6, u: [0, 1, 2, 3, 4], v: [1, 2, 3, 4, 5], w: [9, 8, 9, 8, 9] }
    const session = openSession(path, { objective: 'weight' })
    session.drop(0)
    session.drop(5)

    expect([...session.resolve({ keepBonus: Infinity }).mate]).toEqual([-1, -1, 3, 2, -1, -1])
    expect([...session.resolve().mate]).toEqual([-1, 2, 1, 4, 3, -1])
  })
})

test('where one matching is better than all others, the session finds the one that solving anew finds', () => {
  const { u, v, w, n } = everyPair(60, 3)
  const draw = drawFrom(3)
  // Coins beside the points: that two matchings weigh the same would be a great chance.
  const session = openSession(
    { n, u, v, w: Array.from(w, (weight) => weight * 2 ** 20 + draw(2 ** 15)) },
    { objective: 'cardinality' },
  )
  const gone: number[] = []
  for (let round = 0; round < 40; round++) {
    gone.push(...dropTwo(session, draw).gone)
    if (gone.length > 20) for (const one of gone.splice(0, 9)) session.restore(one)

    const { mate } = session.resolve()

    expect(mate).toEqual(solve(session.graph(), { objective: 'cardinality' }).mate)
  }
})

test('a result is not touched by what comes later', () => {
  const session = openSession(complete(30, 100, 1), { objective: 'cardinality' })
  const graph = session.graph()
  const { result } = session

  session.drop(3)
  session.setWeight(1, 2, 5000)
  session.resolve({ keepBonus: 10 })

  expect(verify(graph, result)).toEqual({ ok: true, proves: 'cardinality' })
  expect(session.result).not.toBe(result)
})

test('a session may start with nobody and grow', () => {
  const session = openSession({ n: 0, u: [], v: [], w: [] }, { objective: 'cardinality' })
  for (let v = 0; v < 80; v++) {
    const to = Array.from({ length: v }, (_, other) => other)

    session.add(
      to,
      to.map((other) => (other * 7 + v) % 50),
    )
  }

  expect(session.resolve().cardinality).toBe(40)
  expect(verify(session.graph(), session.result)).toEqual({ ok: true, proves: 'cardinality' })
})
