import { type Exclusions, NO_EXCLUSIONS, type Pool, withSeat } from './pool.ts'
import { FORBIDDEN, pairKey, pointsOf } from './problem.ts'
import { openSession, type Session } from './session.ts'
import { coinOf } from './tie-break.ts'
import { mostTries, partnerOf, type Trio } from './trio.ts'

/**
 * A session on the pairs with enough points, and all that one vertex has.
 *
 * @param least points
 */
export function openAmong({ n, edges }: Pool, least: number, vertex: number): Session {
  const { size, u, v, points, weight } = edges
  const graph = { n, u: new Int32Array(size), v: new Int32Array(size), w: new Float64Array(size) }
  let kept = 0
  for (let e = 0; e < size; e++) {
    if (points[e]! < least && u[e] !== vertex && v[e] !== vertex) continue
    graph.u[kept] = u[e]!
    graph.v[kept] = v[e]!
    graph.w[kept++] = weight[e]!
  }
  return openSession(
    { n, u: graph.u.subarray(0, kept), v: graph.v.subarray(0, kept), w: graph.w.subarray(0, kept) },
    { objective: 'cardinality' },
  )
}

/** A session in which someone may sit third with a pair. */
export type Seating = { pool: Pool; session: Session; least: number }

export function openSeating(pool: Pool, least: number, vertex: number): Seating {
  const seated = withSeat(pool, NO_EXCLUSIONS)
  return { pool: seated, session: openAmong(seated, least, vertex), least }
}

export type Seated = {
  mate: Int32Array
  cardinality: number
  weight: number
  trio: Trio
  exclusions: Exclusions
}

/**
 * The best plan with a trio for the pins that are set, if that places more people than so many pairs do.
 *
 * Goes through plans best first until the two ends of the trio may meet as well, as `bestWithTrio` does.
 *
 * @param pin vertices that are pinned on top of the problem's pins
 */
export function bestSeating(seating: Seating, pin: readonly number[], pairs: number): Seated | undefined {
  const { pinned, people } = seating.pool
  const taken = new Set([...pinned, ...pin.map((vertex) => people[vertex]!)])
  const open: Seated[] = []
  const offer = (exclusions: Exclusions) => {
    const seated = seatedWithout(seating, exclusions, pairs)
    if (seated !== undefined) open.push(seated)
  }
  offer(NO_EXCLUSIONS)
  let fallback: Seated | undefined
  for (let tries = mostTries(people.length); tries > 0; tries--) {
    const best = open.sort((a, b) => b.cardinality - a.cardinality || b.weight - a.weight).shift()
    if (best === undefined || best.trio.endsMayMeet) return best ?? fallback
    if (!areBanned(seating.pool, ...best.trio.ends)) fallback ??= best
    const { pairs: apart, seats } = best.exclusions
    const { centre, ends } = best.trio
    const third = people[best.mate[seating.pool.seat]!]!
    const partner = ends[0] === third ? ends[1] : ends[0]
    offer({ pairs: apart, seats: [...seats, [centre, third]] })
    if (!taken.has(centre)) offer({ pairs: [...apart, [centre, partner]], seats })
  }
  return fallback
}

/** @returns `undefined` when that does not place more people than so many pairs do */
function seatedWithout(seating: Seating, exclusions: Exclusions, pairs: number): Seated | undefined {
  const { pool, session } = seating
  const { people, vertexOf, seat } = pool
  const diverted = [...new Set(exclusions.seats.map(([, end]) => end))].map((end) => ({
    vertex: vertexOf[end]!,
    usual: wayOf(seating, end, NO_EXCLUSIONS)?.weight ?? 0,
    now: wayOf(seating, end, exclusions)?.weight,
  }))
  for (const [a, b] of exclusions.pairs) session.forbid(vertexOf[a]!, vertexOf[b]!)
  for (const { vertex, now } of diverted) {
    if (now === undefined) session.forbid(vertex, seat)
    else session.setWeight(vertex, seat, now)
  }
  const { mate, cardinality, weight } = session.resolve()
  for (const [a, b] of exclusions.pairs) session.allow(vertexOf[a]!, vertexOf[b]!)
  for (const { vertex, now, usual } of diverted) {
    if (now === undefined) session.allow(vertex, seat)
    else session.setWeight(vertex, seat, usual)
  }
  if (cardinality <= pairs) return undefined
  // With one pair more than without a seat, someone sits there, and the centre has a partner.
  const third = people[mate[seat]!]!
  const { centre } = wayOf(seating, third, exclusions)!
  const partner = partnerOf(pool, mate, centre)
  const trio = {
    centre,
    ends: (partner < third ? [partner, third] : [third, partner]) as [number, number],
    endsMayMeet: !areBanned(pool, partner, third) && pointsOf(pool.problem, partner, third) !== FORBIDDEN,
  }
  return { mate, cardinality, weight, trio, exclusions }
}

type Way = { centre: number; weight: number }

/** The best centre for one person, by position. O(willing) */
function wayOf({ pool, least }: Seating, end: number, { seats }: Exclusions): Way | undefined {
  const { problem, lots, tieBreak } = pool
  let best: Way | undefined
  for (const centre of problem.willing) {
    if (centre === end || areBanned(pool, centre, end)) continue
    if (seats.some(([c, e]) => c === centre && e === end)) continue
    const points = pointsOf(problem, centre, end)
    const weight = points * tieBreak.unit + coinOf(lots[centre]!, lots[end]!, tieBreak)
    if (points >= least && weight > (best?.weight ?? -1)) best = { centre, weight }
  }
  return best
}

function areBanned({ problem, banned }: Pool, a: number, b: number): boolean {
  return banned.has(pairKey(problem.ids.length, a, b))
}
