import type { Adjacency } from './solver/adjacency.ts'

const NONE = -1
const FREE = 0
const PLUS = 1
const MINUS = -1

/** One alternating tree at a time over the edges that are worth enough. */
type Search = {
  graph: Adjacency
  /** Least `worth` of an arc that counts. */
  least: number
  mate: Int32Array
  label: Int8Array
  /** Plus vertex before a minus vertex. */
  from: Int32Array
  /** The edge that turned a minus vertex into a plus one. */
  bridgeNear: Int32Array
  bridgeFar: Int32Array
  /** Union-find of the vertices of merged odd cycles; the root is the base. */
  merged: Int32Array
  queue: number[]
  minus: number[]
  visited: Int32Array
  stamp: number
}

/**
 * Adds pairs to a matching until none can be added, or until it is certain that more than `alone` vertices
 * stay alone.
 *
 * @param least arcs of less worth do not exist
 * @param mate a matching of the remaining edges to start from; improved in place
 * @returns the vertices whose removal leaves so many odd components that more than `alone` vertices must stay
 *   alone (Tutte and Berge), or `undefined` when at most `alone` do. O(n m) at worst, little more than O(m)
 *   from a good start.
 * @source H. N. Gabow, "An efficient implementation of Edmonds' algorithm for maximum matching on graphs"
 *   (1976)
 */
export function completeMatching(
  graph: Adjacency,
  least: number,
  mate: Int32Array,
  alone: number,
): number[] | undefined {
  const s = newSearch(graph, least, mate)
  pairGreedily(s)
  const barrier: number[] = []
  let failed = 0
  for (let root = 0; root < graph.n; root++) {
    if (mate[root] !== NONE) continue
    if (growFrom(s, root)) {
      forget(s)
      continue
    }
    // Labels stay: nothing outside this tree can reach its plus vertices any more.
    failed++
    barrier.push(...s.minus.filter((v) => s.label[v] === MINUS))
    if (failed > alone) return barrier
  }
  return undefined
}

/**
 * Who competes with an unpaired vertex of a maximum matching: all that could be unpaired in its place, itself
 * included, in ascending order.
 */
export function rivalsOf(graph: Adjacency, mate: Int32Array, vertex: number): number[] {
  const s = newSearch(graph, 0, mate)
  growFrom(s, vertex)
  return s.queue.sort((a, b) => a - b)
}

function newSearch(graph: Adjacency, least: number, mate: Int32Array): Search {
  const { n } = graph
  return {
    graph,
    least,
    mate,
    label: new Int8Array(n),
    from: new Int32Array(n),
    bridgeNear: new Int32Array(n).fill(NONE),
    bridgeFar: new Int32Array(n),
    merged: Int32Array.from({ length: n }, (_, v) => v),
    queue: [],
    minus: [],
    visited: new Int32Array(n),
    stamp: 0,
  }
}

function pairGreedily({ graph, least, mate }: Search): void {
  const { n, start, to, worth } = graph
  for (let v = 0; v < n; v++) {
    for (let arc = start[v]!; mate[v] === NONE && arc < start[v + 1]!; arc++) {
      const other = to[arc]!
      if (mate[other] !== NONE || worth[arc]! < least) continue
      mate[v] = other
      mate[other] = v
    }
  }
}

/** @returns whether the root found a partner; if not, the labels and `minus` describe its tree */
function growFrom(s: Search, root: number): boolean {
  const { graph, least, mate, label, queue } = s
  const { start, to, worth } = graph
  queue.length = 0
  s.minus.length = 0
  label[root] = PLUS
  queue.push(root)
  for (let next = 0; next < queue.length; next++) {
    const v = queue[next]!
    for (let arc = start[v]!, stop = start[v + 1]!; arc < stop; arc++) {
      const other = to[arc]!
      if (worth[arc]! < least || label[other] === MINUS) continue
      if (label[other] === PLUS) {
        if (find(s, v) !== find(s, other)) mergeCycle(s, v, other)
      } else if (mate[other] === NONE) {
        mate[other] = v
        rematch(s, v, other)
        return true
      } else {
        label[other] = MINUS
        s.from[other] = v
        s.minus.push(other)
        label[mate[other]!] = PLUS
        queue.push(mate[other]!)
      }
    }
  }
  return false
}

function find({ merged }: Search, vertex: number): number {
  let v = vertex
  while (merged[v] !== v) {
    merged[v] = merged[merged[v]!]!
    v = merged[v]!
  }
  return v
}

function mergeCycle(s: Search, a: number, b: number): void {
  const base = commonBase(s, find(s, a), find(s, b))
  climb(s, base, a, b)
  climb(s, base, b, a)
}

function commonBase(s: Search, one: number, other: number): number {
  const stamp = ++s.stamp
  let a = one
  let b = other
  for (;;) {
    if (s.visited[a] === stamp) return a
    s.visited[a] = stamp
    const partner = s.mate[a]!
    const up = partner === NONE ? NONE : find(s, s.from[partner]!)
    if (b === NONE) a = up
    else {
      a = b
      b = up
    }
  }
}

function climb(s: Search, base: number, near: number, far: number): void {
  for (let v = find(s, near); v !== base; ) {
    const minus = s.mate[v]!
    s.label[minus] = PLUS
    s.bridgeNear[minus] = near
    s.bridgeFar[minus] = far
    s.queue.push(minus)
    s.merged[v] = base
    s.merged[minus] = base
    v = find(s, s.from[minus]!)
  }
}

/** Gives v the partner `to` and shifts the pairs on its way to the root: Gabow's procedure R. */
function rematch({ mate, from, bridgeNear, bridgeFar }: Search, v: number, to: number): void {
  const waiting = [v, to]
  while (waiting.length > 0) {
    const far = waiting.pop()!
    const near = waiting.pop()!
    const left = mate[near]!
    mate[near] = far
    if (left === NONE || mate[left] !== near) continue
    if (bridgeNear[near] === NONE) {
      mate[left] = from[left]!
      waiting.push(from[left]!, left)
    } else {
      waiting.push(bridgeFar[near]!, bridgeNear[near]!, bridgeNear[near]!, bridgeFar[near]!)
    }
  }
}

function forget({ label, merged, bridgeNear, queue, minus }: Search): void {
  for (const list of [queue, minus]) {
    for (const v of list) {
      label[v] = FREE
      merged[v] = v
      bridgeNear[v] = NONE
    }
  }
}
