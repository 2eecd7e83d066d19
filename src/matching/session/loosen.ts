import type { Adjacency } from '../solver/adjacency.ts'
import { dissolve } from '../solver/odd-sets.ts'
import { FREE, MINUS, NONE, type State, topOf } from '../solver/state.ts'
import type { Live } from './live.ts'

/**
 * Leaves a vertex without a partner and in no odd set, at a price that pays for all its edges.
 *
 * The sets around it are opened with the vertex as the one left over, so that everyone else inside has a
 * partner inside; the vertices take over what the sets paid. At most one other vertex is left alone.
 * O(vertices in those sets, times how deep they nest)
 */
function release(s: State, v: number): void {
  unpair(s, topOf(s, v))
  for (let node = topOf(s, v); node !== v; node = topOf(s, v)) {
    s.base[node] = v
    raise(s, node, s.z[node]! / 2)
    dissolve(s, node)
  }
}

/** Takes the pair of a top node apart, if it has one. */
export function unpair(s: State, node: number): void {
  const partner = s.out[node]!
  if (partner === NONE) return
  s.out[topOf(s, partner)] = NONE
  s.out[node] = NONE
}

/** Two vertices in no odd set, the edge between them tight. */
export function pairUp(s: State, a: number, b: number): void {
  if (s.out[a] === b) return
  unpair(s, a)
  unpair(s, b)
  s.out[a] = b
  s.out[b] = a
}

/** Whether two vertices are each other's partner where they can be told to be: not inside an odd set. */
function arePaired(s: State, a: number, b: number): boolean {
  const node = topOf(s, a)
  return s.base[node] === a && s.out[node] === b
}

/** Raises the price of every vertex of a top node. */
export function raise(s: State, node: number, by: number): void {
  const last = s.lastLeaf[node]!
  for (let v = s.firstLeaf[node]!; ; v = s.nextLeaf[v]!) {
    s.y[v] = s.y[v]! + by
    if (v === last) return
  }
}

/** The lowest price of a vertex in no odd set that pays for all its edges. O(degree) */
function lowestPrice({ state, rows, far }: Live, v: number): number {
  const { graph } = rows
  const price = lowestAmong(state, graph, graph.start[v]!, rows.used[v]!, state.floor)
  if (v >= far.end.length) return price
  return lowestAmong(state, far.graph, far.graph.start[v]!, far.end[v]!, price)
}

function lowestAmong(s: State, { to, worth }: Adjacency, first: number, end: number, least: number): number {
  let price = least
  for (let arc = first; arc < end; arc++) {
    const other = to[arc]!
    if (s.label[other] === MINUS) continue
    const needed = worth[arc]! - s.y[other]!
    if (needed > price) price = needed
  }
  return price
}

/** Takes a vertex out of the search. */
export function hide(s: State, v: number): void {
  release(s, v)
  s.label[v] = MINUS
  s.y[v] = -Infinity
}

/** Brings a vertex back into the search, without a partner. O(degree) */
export function show(live: Live, v: number): void {
  live.state.y[v] = lowestPrice(live, v)
  live.state.label[v] = FREE
}

/**
 * How much the prices pay for an edge beyond its worth; below 0 when it lacks something. O(depth of odd sets)
 */
export function slackOf(s: State, a: number, b: number, worth: number): number {
  let paid = s.y[a]! + s.y[b]!
  if (topOf(s, a) === topOf(s, b)) {
    const stamp = ++s.stamp
    for (let set = s.parent[a]!; set !== NONE; set = s.parent[set]!) s.visited[set] = stamp
    for (let set = s.parent[b]!; set !== NONE; set = s.parent[set]!) {
      if (s.visited[set] === stamp) paid += s.z[set]!
    }
  }
  return paid - worth
}

/** Leaves a vertex without a partner, as cheap as it can be. O(degree, vertices in its odd sets) */
export function setFree(live: Live, v: number): void {
  release(live.state, v)
  live.state.y[v] = lowestPrice(live, v)
}

/** Whether an edge must stay tight for things to be right as they are. */
export function isNeeded(s: State, a: number, b: number, worth: number): boolean {
  if (topOf(s, a) !== topOf(s, b)) return arePaired(s, a, b)
  return slackOf(s, a, b, worth) === 0
}

/** Sees to it that an edge is paid for whose worth may have grown. */
export function pay(live: Live, a: number, b: number, worth: number): void {
  const s = live.state
  if (slackOf(s, a, b, worth) >= 0) return
  // Anyone who has no partner yet loses none.
  setFree(live, s.out[topOf(s, b)] === NONE ? b : a)
}

/**
 * Keeps a pair whose edge has another worth now if one of the two can take the difference; else takes it
 * apart.
 */
export function retune(live: Live, a: number, b: number, worth: number): void {
  const s = live.state
  const v = topOf(s, a) === a ? a : topOf(s, b) === b ? b : NONE
  if (v === NONE) {
    setFree(live, a)
    return
  }
  s.y[v] = lowestPrice(live, v)
  if (slackOf(s, a, b, worth) !== 0) unpair(s, v)
}
