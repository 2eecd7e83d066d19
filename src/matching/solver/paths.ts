import { mergedInto, NONE, type State, topOf } from './state.ts'

/** Rematchings put off, as pairs of vertices. Empty between calls. */
const waiting: number[] = []

/**
 * Gives vertex v, in a plus node, the partner `to`, and shifts the pairs on the alternating path from there
 * to the root.
 *
 * Works on any set of nodes whose labels are in place: on the top nodes of a tree, and on the children of an
 * odd set, whose labels are those of the moment it was made. A node that a bridge made plus is reached over
 * both ends of the bridge.
 *
 * @param to `NONE` to leave v without a partner
 * @source H. N. Gabow, "An efficient implementation of Edmonds' algorithm for maximum matching on graphs"
 *   (1976), procedure R
 */
export function rematch(s: State, v: number, to: number): void {
  const { base, out, entry, from, bridgeNear, bridgeFar } = s
  let near = v
  let far = to
  for (;;) {
    const node = topOf(s, near)
    const left = out[node]!
    base[node] = near
    out[node] = far
    const minus = left === NONE ? NONE : topOf(s, left)
    if (minus !== NONE && out[minus] !== NONE && topOf(s, out[minus]!) === node) {
      if (bridgeNear[node] === NONE) {
        base[minus] = entry[minus]!
        out[minus] = from[minus]!
        near = from[minus]!
        far = entry[minus]!
      } else {
        waiting.push(bridgeFar[node]!, bridgeNear[node]!)
        near = bridgeNear[node]!
        far = bridgeFar[node]!
      }
      continue
    }
    if (waiting.length === 0) return
    far = waiting.pop()!
    near = waiting.pop()!
  }
}

/** The merged set one matched edge and one tree edge nearer the root, or `NONE` from the root itself. */
function stepUp(s: State, base: number): number {
  const partner = s.out[base]!
  return partner === NONE ? NONE : mergedInto(s, topOf(s, s.from[topOf(s, partner)]!))
}

/**
 * Where the ways to the root from two merged sets of one tree meet.
 *
 * Walks both ways in turns, so that it costs no more than the cycle it finds. O(cycle)
 */
export function commonBase(s: State, one: number, other: number): number {
  const stamp = ++s.stamp
  let a = one
  let b = other
  for (;;) {
    if (a !== NONE) {
      if (s.visited[a] === stamp) return a
      s.visited[a] = stamp
      a = stepUp(s, a)
    }
    const swap = a
    a = b
    b = swap
    if (a === NONE) {
      a = b
      b = NONE
    }
  }
}
