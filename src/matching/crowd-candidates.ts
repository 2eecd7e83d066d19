import type { Crowd } from './crowd.ts'
import { addEdge, type EdgeList } from './edge-list.ts'
import { FORBIDDEN } from './problem.ts'

/** Scores asked for, and candidates kept, for each person. */
const LOOK = 100
const KEEP = 8
/** One in so many people is promising to a kind. */
const PROMISING = 12
const MOST_KINDS = 1000
/** The same for people who found nobody. */
const KEEP_FOR_LONELY = 24

/**
 * The best few of some partners drawn for each person: half of them from the kinds that can score most with
 * theirs, half from all, so that nobody's hopes rest on the same few. O(n) scores, O(kinds^2 log kinds).
 */
export function seekCandidates(crowd: Crowd, edges: EdgeList): void {
  const { n, seed } = crowd
  const known = knownPairs(edges)
  const promising = promisingPeople(crowd)
  const draw = drawFrom(seed)
  for (let a = 0; a < n; a++) {
    const people = promising.get(crowd.kindOf[a]!)!
    const drawn = new Set<number>()
    for (let i = 0; i < LOOK / 2; i++) drawn.add(draw(n)).add(people[draw(people.length)]!)
    keepBest(crowd, a, drawn, KEEP, edges, known)
  }
}

/** The usual 32-bit linear congruential generator; its upper bits are good enough for a first guess. */
function drawFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** For each kind, the people of the kinds it can score most with; with very many kinds, everybody. */
function promisingPeople({ n, kindOf, mostBetween }: Crowd): Map<number, number[]> {
  const people = new Map<number, number[]>()
  for (let person = 0; person < n; person++) {
    const kind = kindOf[person]!
    if (!people.has(kind)) people.set(kind, [])
    people.get(kind)!.push(person)
  }
  const kinds = [...people.keys()]
  if (kinds.length > MOST_KINDS) {
    const everybody = [...people.values()].flat()
    return new Map(kinds.map((kind) => [kind, everybody]))
  }
  const promising = new Map<number, number[]>()
  for (const kind of kinds) {
    const best = kinds
      .map((other) => ({ other, most: mostBetween(kind, other) }))
      .sort((a, b) => b.most - a.most || a.other - b.other)
    const found: number[] = []
    for (const { other } of best) {
      if (found.length >= n / PROMISING) break
      for (const person of people.get(other)!) found.push(person)
    }
    promising.set(kind, found)
  }
  return promising
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
