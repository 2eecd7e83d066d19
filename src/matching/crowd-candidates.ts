import type { Crowd } from './crowd.ts'
import { addEdge, type EdgeList } from './edge-list.ts'
import { FORBIDDEN } from './problem.ts'

/** Scores asked for, and candidates kept, for each person. */
const LOOK = 100
const KEEP = 8
/** The same for people who found nobody. */
const KEEP_FOR_LONELY = 24

/** The best few of some partners drawn for each person. O(n) scores. */
export function seekCandidates(crowd: Crowd, edges: EdgeList): void {
  const { n, seed } = crowd
  const known = knownPairs(edges)
  let state = seed >>> 0
  for (let a = 0; a < n; a++) {
    const drawn = new Set<number>()
    for (let i = 0; i < LOOK; i++) {
      // The usual 32-bit linear congruential generator; its upper bits are good enough for a first guess.
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      drawn.add(Math.floor((state / 2 ** 32) * n))
    }
    keepBest(crowd, a, drawn, KEEP, edges, known)
  }
}

/** Scores everybody for each person without a partner. @returns whether that brought any new pair */
export function seekForTheLonely(crowd: Crowd, mate: Int32Array, edges: EdgeList): boolean {
  const before = edges.size
  const known = knownPairs(edges)
  const everybody = Array.from({ length: crowd.n }, (_, person) => person)
  for (let a = 0; a < crowd.n; a++) {
    if (mate[a] === -1) keepBest(crowd, a, everybody, KEEP_FOR_LONELY, edges, known)
  }
  return edges.size > before
}

/** By person: the partners with a higher number. */
function knownPairs({ size, u, v }: EdgeList): Map<number, Set<number>> {
  const known = new Map<number, Set<number>>()
  for (let e = 0; e < size; e++) isNew(known, u[e]!, v[e]!)
  return known
}

function isNew(known: Map<number, Set<number>>, a: number, b: number): boolean {
  const low = Math.min(a, b)
  const high = Math.max(a, b)
  const partners = known.get(low)
  if (partners === undefined) known.set(low, new Set([high]))
  else if (partners.has(high)) return false
  else partners.add(high)
  return true
}

function keepBest(
  crowd: Crowd,
  a: number,
  others: Iterable<number>,
  keep: number,
  edges: EdgeList,
  known: Map<number, Set<number>>,
): void {
  const found: { b: number; points: number }[] = []
  for (const b of others) {
    const points = a === b ? FORBIDDEN : crowd.score(a, b)
    if (points !== FORBIDDEN) found.push({ b, points })
  }
  found.sort((x, y) => y.points - x.points || x.b - y.b)
  for (const { b, points } of found.slice(0, keep)) {
    if (isNew(known, a, b)) addEdge(edges, a, b, points, points)
  }
}
