import { type Exclusions, NO_EXCLUSIONS, type Pool, withSeat } from './pool.ts'
import { FORBIDDEN, pairKey, pointsOf } from './problem.ts'
import { bestFree, compareSettled, type Settled, settle } from './settle.ts'

export type Seated = Settled & { exclusions: Exclusions }

export type Trio = {
  centre: number
  ends: [number, number]
  /** False where no trio was found whose ends are not forbidden to each other; they are never banned. */
  endsMayMeet: boolean
}

/** Plans tried to find a trio whose ends may meet as well. Real pools need two or three. */
export function mostTries(n: number): number {
  return Math.min(500, Math.max(6, Math.floor(6e6 / (n * n))))
}

/** What a trio's ends are to each other. */
type Ends = 'may meet' | 'forbidden' | 'banned'

/**
 * The best plan in which one person sits third with a pair, if that places more people than pairs alone.
 *
 * One more vertex, the seat, stands for the second place of whichever willing person serves best, so one
 * ordinary matching chooses the odd one out, the centre and all pairs at once. That the two ends may meet too
 * cannot be said in the graph: plans in which they may not are set aside, best first, by leaving out either
 * the seat's edge or the centre's pair.
 *
 * @param least pairs that can be made without a seat
 * @param onTry called before more plans are made
 * @returns `undefined` when a seat does not help
 */
export function bestWithTrio(pool: Pool, least: number, onTry: () => void): Seated | undefined {
  const open = [settleWith(pool, NO_EXCLUSIONS)]
  let fallback: Seated | undefined
  for (let tries = mostTries(pool.n); tries > 0; tries--) {
    const best = open.sort(compareSettled).shift()
    if (best === undefined || best.final.cardinality <= least) break
    const trio = trioOf(best)
    const ends = endsOf(pool, trio.ends)
    if (ends === 'may meet') return best
    if (ends === 'forbidden') fallback ??= best
    onTry()
    const { pairs, seats } = best.exclusions
    const [mate, third] = endsInOrder(best)
    open.push(settleWith(pool, { pairs, seats: [...seats, [trio.centre, third]] }))
    if (pool.pinned.has(trio.centre)) continue
    open.push(settleWith(pool, { pairs: [...pairs, [trio.centre, mate]], seats }))
  }
  return fallback
}

function settleWith(pool: Pool, exclusions: Exclusions): Seated {
  const seated = withSeat(pool, exclusions)
  return { ...settle(seated, bestFree(seated), pool.problem.worstFirst), exclusions }
}

/** The centre's own partner, and the person in the seat. */
function endsInOrder({ pool, final }: Settled): [number, number] {
  const third = final.mate[pool.seat]!
  const centre = centreOf(pool, third)
  return [partnerOf(pool, final.mate, centre), pool.people[third]!]
}

/** @throws RangeError when nobody sits in the seat */
export function trioOf(settled: Settled): Trio {
  const { pool, final } = settled
  const third = final.mate[pool.seat]!
  if (third === -1) throw new RangeError('the seat is empty')
  const [mate, end] = endsInOrder(settled)
  const ends: [number, number] = mate < end ? [mate, end] : [end, mate]
  return { centre: centreOf(pool, third), ends, endsMayMeet: endsOf(pool, ends) === 'may meet' }
}

function centreOf({ edges, firstSeatEdge, centres }: Pool, third: number): number {
  const at = edges.u.subarray(firstSeatEdge, edges.size).indexOf(third)
  return centres[at]!
}

/** By position: whom a person is pinned to, or paired with by a matching. */
export function partnerOf({ problem, people, vertexOf }: Pool, mate: Int32Array, person: number): number {
  const pin = problem.pins.find((pair) => pair.includes(person))
  if (pin !== undefined) return pin[0] === person ? pin[1] : pin[0]
  return people[mate[vertexOf[person]!]!]!
}

function endsOf({ problem, banned }: Pool, [a, b]: [number, number]): Ends {
  if (banned.has(pairKey(problem.ids.length, a, b))) return 'banned'
  return pointsOf(problem, a, b) === FORBIDDEN ? 'forbidden' : 'may meet'
}
