import type { Adjacency } from './adjacency.ts'
import { lowerAndPair, type Start } from './greedy.ts'
import type { Optimum } from './read-off.ts'
import { NONE } from './state.ts'

/**
 * A start on a changed graph with the same vertices from the optimum of the former one: most pairs are kept.
 *
 * The price of each odd set goes over to its vertices, half to each, which pays for every edge inside; edges
 * that are still short of their weight raise the price of one end. Pairs that are no longer tight are
 * dissolved. O(n + m)
 */
export function restartFrom(graph: Adjacency, floor: number, former: Optimum): Start {
  const n = graph.n
  const y = former.y.slice()
  const mate = new Int32Array(n).fill(NONE)
  shareSetPrices(former, y)
  for (let v = 0; v < n; v++) raiseToPay(graph, y, v)
  for (let v = 0; v < n; v++) {
    const partner = former.mate[v]!
    if (partner !== NONE && isTightPair(graph, y, v, partner)) mate[v] = partner
  }
  for (let v = 0; v < n; v++) {
    if (mate[v] === NONE && y[v]! > floor) lowerAndPair(graph, floor, y, mate, v)
  }
  return { y, mate }
}

function raiseToPay({ start, to, worth }: Adjacency, y: Float64Array, v: number): void {
  const price = y[v]!
  let short = 0
  for (let arc = start[v]!, end = start[v + 1]!; arc < end; arc++) {
    const missing = worth[arc]! - price - y[to[arc]!]!
    if (missing > short) short = missing
  }
  y[v] = price + short
}

function isTightPair({ start, to, worth }: Adjacency, y: Float64Array, v: number, partner: number): boolean {
  const both = y[v]! + y[partner]!
  for (let arc = start[v]!, end = start[v + 1]!; arc < end; arc++) {
    if (to[arc] === partner && both === worth[arc]!) return true
  }
  return false
}

/** The price of each odd set goes over to its vertices, half to each: they pay for every edge inside by themselves. */
export function shareSetPrices({ home, parent, z }: Optimum, y: Float64Array): void {
  for (let v = 0; v < y.length; v++) {
    for (let b = home[v]!; b !== NONE; b = parent[b]!) y[v] = y[v]! + z[b]! / 2
  }
}
