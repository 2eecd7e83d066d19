import type { Graph } from './graph.ts'

/** @throws RangeError when a pair is given twice. O(n + m) */
export function refuseRepeats({ n, u, v }: Graph): void {
  const repeat = firstRepeat(n, u, v)
  if (repeat !== -1) throw new RangeError(`edge ${repeat} joins ${u[repeat]} and ${v[repeat]} again`)
}

/**
 * The first edge whose two ends an earlier edge joins already, or -1. O(n + m)
 *
 * @param u ends, each 0..n-1
 */
export function firstRepeat(n: number, u: ArrayLike<number>, v: ArrayLike<number>): number {
  const start = new Int32Array(n + 1)
  for (let e = 0; e < u.length; e++) start[Math.min(u[e]!, v[e]!) + 1]!++
  for (let vertex = 0; vertex < n; vertex++) start[vertex + 1]! += start[vertex]!
  const edges = new Int32Array(u.length)
  const next = start.slice()
  for (let e = 0; e < u.length; e++) edges[next[Math.min(u[e]!, v[e]!)]!++] = e
  const seenFrom = new Int32Array(n).fill(-1)
  let repeat = u.length
  for (let low = 0; low < n; low++) {
    for (let at = start[low]!; at < start[low + 1]!; at++) {
      const high = Math.max(u[edges[at]!]!, v[edges[at]!]!)
      if (seenFrom[high] === low) repeat = Math.min(repeat, edges[at]!)
      seenFrom[high] = low
    }
  }
  return repeat < u.length ? repeat : -1
}
