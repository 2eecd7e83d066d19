import { bannedKeys, FORBIDDEN, type Problem, pairKey, pointsOf } from '../problem.ts'
import type { Crowd } from './crowd.ts'

/** A problem with so many people that nobody lists its pairs, and what rules most of them out: by position in `ids`. */
export type CrowdProblem = Problem & Pick<Crowd, 'kindOf' | 'traitsOf' | 'mostBetween' | 'raised'>

/** Left out so that the two ends of a trio may meet, by position; of a seat, the centre and the end. */
export type Left = {
  pairs: readonly (readonly [number, number])[]
  seats: readonly (readonly [number, number])[]
}

/** The people that a matching is about, as vertices of a crowd: those who are not pinned, and perhaps the seat of a trio. */
export type Field = {
  problem: CrowdProblem
  /** Position of each vertex. */
  order: Int32Array
  /** By vertex, the willing person who would be the best centre for it in a trio; null without a seat. */
  seat: Seat | null
  left: Left
}

type Seat = { points: Int32Array; centre: Int32Array }

/** Which pairs are open: those with enough points, and whether they count by points or all the same. */
export type Terms = { atLeast: number; alike: boolean }

export const ALL: Terms = { atLeast: 0, alike: false }

/** @param order positions of those who are not pinned */
export function fieldOf(problem: CrowdProblem, order: Int32Array, hasSeat: boolean, left: Left): Field {
  const field = { problem, order, seat: null, left }
  return hasSeat ? { ...field, seat: seatFor(field) } : field
}

/** Everyone who is not pinned, in the order of the problem. */
export function freeIn({ ids, pins }: Problem): Int32Array {
  const pinned = new Set(pins.flat())
  return Int32Array.from(ids.keys()).filter((position) => !pinned.has(position))
}

/** A field as a crowd: all its pairs that are open, without a list of them. */
export function crowdOf({ problem, order, seat, left }: Field, { atLeast, alike }: Terms): Crowd {
  const { kindOf, traitsOf, mostBetween, raised = [] } = problem
  const people = order.length
  const points = pointsIn(problem, left.pairs)
  const seatKind =
    seat === null ? -1 : 1 + order.reduce((most, position) => Math.max(most, kindOf[position]!), 0)
  const seatMost = seatMostByKind(seat, order, kindOf)
  const open = (score: number) => (score === FORBIDDEN || score < atLeast ? FORBIDDEN : alike ? 1 : score)
  const kinds = Int32Array.from(order, (position) => kindOf[position]!)
  const traits = Int32Array.from(order, (position) => traitsOf?.[position] ?? 0)
  const vertexOf = new Map(Array.from(order, (position, vertex) => [position, vertex]))
  return {
    n: people + (seat === null ? 0 : 1),
    kindOf: seat === null ? kinds : withLast(kinds, seatKind),
    traitsOf: seat === null ? traits : withLast(traits, 0),
    score(a, b) {
      if (a < people && b < people) return open(points(order[a]!, order[b]!))
      return open(seat!.points[Math.min(a, b)]!)
    },
    mostBetween(kind, other, shared) {
      if (kind === seatKind && other === seatKind) return FORBIDDEN
      if (kind === seatKind || other === seatKind)
        return open(seatMost.get(kind === seatKind ? other : kind)!)
      return open(mostBetween(kind, other, shared))
    },
    raised: raised.flatMap(([a, b]) => {
      const two = [vertexOf.get(a) ?? -1, vertexOf.get(b) ?? -1] as const
      return two.includes(-1) ? [] : [two]
    }),
  }
}

function withLast(list: Int32Array, last: number): Int32Array {
  const longer = new Int32Array(list.length + 1)
  longer.set(list)
  longer[list.length] = last
  return longer
}

function seatMostByKind(
  seat: Seat | null,
  order: Int32Array,
  kindOf: ArrayLike<number>,
): Map<number, number> {
  const most = new Map<number, number>()
  for (const [vertex, position] of order.entries()) {
    const kind = kindOf[position]!
    most.set(kind, Math.max(most.get(kind) ?? FORBIDDEN, seat?.points[vertex] ?? FORBIDDEN))
  }
  return most
}

/** Points of two positions who may meet; bans and what is left out are looked up for those alone who have any. */
function pointsIn(problem: Problem, left: Left['pairs']): (a: number, b: number) => number {
  const { ids, bans } = problem
  const apart = bannedKeys(problem)
  for (const [a, b] of left) apart.add(pairKey(ids.length, a, b))
  const isNamed = new Uint8Array(ids.length)
  for (const position of [...bans.flat(), ...left.flat()]) isNamed[position] = 1
  return (a, b) => {
    if (isNamed[a] === 1 && isNamed[b] === 1 && apart.has(pairKey(ids.length, a, b))) return FORBIDDEN
    return pointsOf(problem, a, b)
  }
}

/**
 * The best centre for each person, of those who are willing, pinned or not. Kinds are gone through, so that few
 * scores are asked for. O(n kinds) and the scores
 */
function seatFor({ problem, order, left }: Field): Seat {
  const excluded = new Set(left.seats.map(([centre, end]) => centre * problem.ids.length + end))
  const points = pointsIn(problem, [])
  const willing = Int32Array.from(new Set(problem.willing)).sort()
  const best = bestAmong(problem, willing)
  const seat = {
    points: new Int32Array(order.length).fill(FORBIDDEN),
    centre: new Int32Array(order.length).fill(-1),
  }
  for (const [vertex, end] of order.entries()) {
    const found = best(end, (centre) =>
      excluded.has(centre * problem.ids.length + end) ? FORBIDDEN : points(centre, end),
    )
    seat.points[vertex] = found.points
    seat.centre[vertex] = found.person
  }
  return seat
}

/** For one person the best of some others, the first of equals. Raised pairs count as well. */
export function bestAmong(problem: CrowdProblem, others: Int32Array) {
  const { kindOf, traitsOf, mostBetween, raised = [] } = problem
  const byKind = new Map<number, number[]>()
  for (const position of others) {
    const alike = byKind.get(kindOf[position]!)
    if (alike) alike.push(position)
    else byKind.set(kindOf[position]!, [position])
  }
  const groups = [...byKind].map(([kind, people]) => ({ kind, people, traits: mostTraits(people, traitsOf) }))
  const ranked = rankedBy(groups, mostBetween)
  const isOther = new Set(others)
  const raisedOf = new Map<number, number[]>()
  for (const [a, b] of [...raised, ...raised.map(([a, b]) => [b, a] as const)]) {
    if (isOther.has(b)) raisedOf.set(a, [...(raisedOf.get(a) ?? []), b])
  }
  return (person: number, score: (other: number) => number): { points: number; person: number } => {
    const best = { points: FORBIDDEN, person: -1 }
    const offer = (other: number) => {
      const points = other === person ? FORBIDDEN : score(other)
      if (points < best.points || points === FORBIDDEN || (points === best.points && other > best.person))
        return
      best.points = points
      best.person = other
    }
    for (const other of raisedOf.get(person) ?? []) offer(other)
    const ranks = ranked(kindOf[person]!)
    for (let rank = ranks.length - 1; rank >= 0; rank--) {
      const most = Math.floor(ranks[rank]! / MOST_GROUPS)
      if (most <= best.points) break
      for (const other of groups[LAST_GROUP - (ranks[rank]! % MOST_GROUPS)]!.people) offer(other)
    }
    return best
  }
}

type Group = { kind: number; people: number[]; traits: number }

const MOST_GROUPS = 2 ** 26
const LAST_GROUP = MOST_GROUPS - 1
/** Ranks that are kept at a time: each kind has as many as there are groups. */
const MOST_RANKS = 2 ** 24

/**
 * For a kind the groups that it may meet, the most promising last and of equals the first: what they promise, times the
 * number of groups there could be, and the place of the group counted from behind.
 */
function rankedBy(
  groups: readonly Group[],
  mostBetween: Crowd['mostBetween'],
): (kind: number) => Float64Array {
  const known = new Map<number, Float64Array>()
  return (kind) => {
    const ranks = known.get(kind) ?? ranksOf(kind)
    if (known.size * groups.length > MOST_RANKS) known.clear()
    known.set(kind, ranks)
    return ranks
  }

  function ranksOf(kind: number): Float64Array {
    const ranks = Float64Array.from(groups, ({ kind: other, traits }, at) => {
      const most = mostBetween(kind, other, traits)
      return most === FORBIDDEN ? -1 : most * MOST_GROUPS + LAST_GROUP - at
    })
    return ranks.filter((rank) => rank >= 0).sort()
  }
}

function mostTraits(people: readonly number[], traitsOf: ArrayLike<number> | undefined): number {
  return people.reduce((most, position) => Math.max(most, onesIn(traitsOf?.[position] ?? 0)), 0)
}

function onesIn(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}
