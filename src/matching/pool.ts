import { addEdge, type EdgeList, emptyEdges } from './edge-list.ts'
import type { Graph } from './graph.ts'
import { bannedKeys, FORBIDDEN, type Problem, pairKey, pointsOf } from './problem.ts'
import { type Adjacency, adjacencyOf, edgesOf } from './solver/adjacency.ts'
import { coinOf, lotOf, type TieBreak, tieBreakFor } from './tie-break.ts'

/**
 * A problem as a graph. Vertices are people in the order of their ids, so that the plan does not depend on
 * the order of the input, and perhaps one more, the *seat*: anyone who is paired with it sits third with a pair.
 */
export type Pool = {
  problem: Problem
  /** Position in `ids` of each vertex. */
  people: Int32Array
  /** Vertex of each position. */
  vertexOf: Int32Array
  /** By position: the number behind a person's coins. */
  lots: number[]
  /** Positions. */
  pinned: Set<number>
  banned: Set<number>
  tieBreak: TieBreak
  /** Vertices, the seat included. */
  n: number
  edges: EdgeList
  /** The seat's vertex, or -1. */
  seat: number
  /** For edges to the seat, from `firstSeatEdge` on: the position of the centre of the trio. */
  centres: number[]
  firstSeatEdge: number
}

/** Pairs that are left out on top of the problem's own bans: see `trio.ts`. */
export type Exclusions = {
  pairs: [number, number][]
  /** Centre and end of edges to the seat. */
  seats: [number, number][]
}

export const NO_EXCLUSIONS: Exclusions = { pairs: [], seats: [] }

/**
 * Every pair that may be, by asking for the score of each once. People who are pinned have no edge.
 *
 * @param onShare the share of pairs asked for, 0 to 1, after each person
 * @throws RangeError when a score is no score
 */
export function poolOf(problem: Problem, onShare: (share: number) => void = () => {}): Pool {
  const { ids } = problem
  const people = Int32Array.from(ids.keys()).sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1))
  const vertexOf = new Int32Array(ids.length)
  people.forEach((person, vertex) => {
    vertexOf[person] = vertex
  })
  const pool: Pool = {
    problem,
    people,
    vertexOf,
    lots: ids.map((id) => lotOf(problem.seed, id)),
    pinned: new Set(problem.pins.flat()),
    banned: bannedKeys(problem),
    tieBreak: tieBreakFor(ids.length + 1),
    n: ids.length,
    edges: emptyEdges(64),
    seat: -1,
    centres: [],
    firstSeatEdge: 0,
  }
  onShare(0)
  for (let u = 0; u < people.length; u++) {
    for (let v = u + 1; v < people.length; v++) addPair(pool, u, v)
    // Anyone who comes later has fewer pairs left to be asked for.
    onShare(1 - (1 - (u + 1) / people.length) ** 2)
  }
  pool.firstSeatEdge = pool.edges.size
  return pool
}

function addPair(pool: Pool, u: number, v: number): void {
  const { problem, people, pinned, banned } = pool
  const a = people[u]!
  const b = people[v]!
  if (pinned.has(a) || pinned.has(b)) return
  const points = pointsOf(problem, a, b)
  if (points === FORBIDDEN || banned.has(pairKey(people.length, a, b))) return
  addEdge(pool.edges, u, v, points, weightOf(pool, a, b, points))
}

function weightOf({ lots, tieBreak }: Pool, a: number, b: number, points: number): number {
  return points * tieBreak.unit + coinOf(lots[a]!, lots[b]!, tieBreak)
}

/** A way to the seat: the best centre for one person, so far. */
type Way = { points: number; weight: number; centre: number }

/** The same pool with the seat, joined to each person by the willing centre who is best for them. */
export function withSeat(pool: Pool, exclusions: Exclusions): Pool {
  const { people, edges } = pool
  const n = people.length
  const apart = new Set(exclusions.pairs.map(([a, b]) => pairKey(n, a, b)))
  const kept = emptyEdges(edges.size + n)
  for (let e = 0; e < edges.size; e++) {
    const u = edges.u[e]!
    const v = edges.v[e]!
    if (apart.size > 0 && apart.has(pairKey(n, people[u]!, people[v]!))) continue
    addEdge(kept, u, v, edges.points[e]!, edges.weight[e]!)
  }
  const seated: Pool = { ...pool, n: n + 1, edges: kept, seat: n, centres: [], firstSeatEdge: kept.size }
  for (const [vertex, { points, weight, centre }] of waysToSeat(pool, exclusions).entries()) {
    if (centre === -1) continue
    addEdge(kept, vertex, seated.seat, points, weight)
    seated.centres.push(centre)
  }
  return seated
}

function waysToSeat(pool: Pool, exclusions: Exclusions): Way[] {
  const { problem, people, edges, pinned, banned } = pool
  const n = people.length
  const willing = new Set(problem.willing)
  // Ordered pairs: centre first.
  const excluded = new Set(exclusions.seats.map(([centre, end]) => centre * n + end))
  const ways = Array.from({ length: n }, (): Way => ({ points: FORBIDDEN, weight: -1, centre: -1 }))
  const offer = (centre: number, end: number, points: number, weight: number) => {
    const isBetter =
      weight > ways[end]!.weight && willing.has(centre) && !excluded.has(centre * n + people[end]!)
    if (isBetter) ways[end] = { points, weight, centre }
  }
  for (let e = 0; e < edges.size; e++) {
    const u = edges.u[e]!
    const v = edges.v[e]!
    offer(people[u]!, v, edges.points[e]!, edges.weight[e]!)
    offer(people[v]!, u, edges.points[e]!, edges.weight[e]!)
  }
  for (const centre of [...willing].filter((person) => pinned.has(person))) {
    for (const [end, person] of people.entries()) {
      if (pinned.has(person) || banned.has(pairKey(n, centre, person))) continue
      const points = pointsOf(problem, centre, person)
      if (points !== FORBIDDEN) offer(centre, end, points, weightOf(pool, centre, person, points))
    }
  }
  return ways
}

/** The edges worth at least so many points, weighed with their coins. */
export function graphOf({ n, edges }: Pool, atLeast: number): Graph {
  const { size, u, v, weight } = edges
  if (atLeast === 0) return { n, u: u.subarray(0, size), v: v.subarray(0, size), w: weight.subarray(0, size) }
  const kept = emptyEdges(64)
  for (let e = 0; e < size; e++) {
    const points = edges.points[e]!
    if (points >= atLeast) addEdge(kept, edges.u[e]!, edges.v[e]!, points, edges.weight[e]!)
  }
  return {
    n,
    u: kept.u.subarray(0, kept.size),
    v: kept.v.subarray(0, kept.size),
    w: kept.weight.subarray(0, kept.size),
  }
}

/** The same edges with their points alone as weights. */
export function adjacencyByPoints({ n, edges }: Pool): Adjacency {
  const { size, u, v, points } = edges
  return adjacencyOf(
    edgesOf({ n, u: u.subarray(0, size), v: v.subarray(0, size), w: points.subarray(0, size) }),
  )
}

/** The edges worth at least so many points, between positions; a seat is the position after the last. */
export function graphOfPoints({ n, edges, people }: Pool, atLeast: number): Graph {
  const { size, u, v, points } = edges
  const positionOf = (vertex: number) => people[vertex] ?? vertex
  const kept = emptyEdges(size)
  for (let e = 0; e < size; e++) {
    const a = positionOf(u[e]!)
    const b = positionOf(v[e]!)
    if (points[e]! >= atLeast) addEdge(kept, Math.min(a, b), Math.max(a, b), points[e]!, 0)
  }
  return {
    n,
    u: kept.u.subarray(0, kept.size),
    v: kept.v.subarray(0, kept.size),
    w: kept.points.subarray(0, kept.size),
  }
}
