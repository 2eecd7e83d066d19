import type { Draw } from '../../src/matching/draw.ts'

/** What comes to be served: when, and how much work it is. Seconds. */
export type Work = {
  at: number
  takes: number
  /** Goes before all that is not. */
  isUrgent?: boolean
}

export type Served = {
  /** How long each waited, in the order of `Work`. Seconds. */
  waits: Float64Array
  /** When each was done. */
  ends: Float64Array
  /** The most that waited at a time. */
  longest: number
}

/** Nothing is begun between these two. Seconds. */
export type Outage = { from: number; until: number }

/**
 * A queue with some servers, first come, first served, urgent work before the rest; what is begun is finished.
 *
 * @param works in order of `at`
 */
export function serve(works: readonly Work[], servers: number, outage?: Outage): Served {
  const [waits, ends] = [new Float64Array(works.length), new Float64Array(works.length)]
  const free = new Float64Array(servers)
  const urgent = line()
  const usual = line()
  let [come, longest] = [0, 0]
  while (come < works.length || urgent.length() + usual.length() > 0) {
    const server = firstOf(free)
    const isIdle = urgent.length() + usual.length() === 0
    let now = Math.max(free[server] as number, isIdle ? (works[come] as Work).at : 0)
    if (outage && now >= outage.from && now < outage.until) now = outage.until
    for (; come < works.length && (works[come] as Work).at <= now; come += 1)
      ((works[come] as Work).isUrgent ? urgent : usual).join(come)
    longest = Math.max(longest, urgent.length() + usual.length())
    const next = (urgent.length() > 0 ? urgent : usual).leave()
    const { at, takes } = works[next] as Work
    waits[next] = now - at
    ends[next] = now + takes
    free[server] = now + takes
  }
  return { waits, ends, longest }
}

/** A line that is joined at its end and left at its front. */
function line() {
  const who: number[] = []
  let front = 0
  return {
    length: () => who.length - front,
    join: (one: number) => who.push(one),
    leave: () => who[front++] as number,
  }
}

const firstOf = (free: Float64Array) =>
  free.reduce((best, at, server) => (at < (free[best] as number) ? server : best), 0)

/** Between 0 and 1, both left out. */
const share = (draw: Draw) => (draw(1e9) + 0.5) / 1e9

/** As independent events come: the time to the next, or how long one takes, where the mean is this. */
export const exponential = (draw: Draw, mean: number) => -mean * Math.log(share(draw))

/**
 * Times at which people come who know nothing of each other.
 *
 * @param perSecond at a time
 * @param most of `perSecond`
 */
export function arrivals(
  draw: Draw,
  seconds: number,
  perSecond: (at: number) => number,
  most: number,
): number[] {
  const times: number[] = []
  for (let at = exponential(draw, 1 / most); at < seconds; at += exponential(draw, 1 / most))
    if (share(draw) < perSecond(at) / most) times.push(at)
  return times
}

/** @param part 0.99 for what 99 of 100 waited at most */
export const quantile = (sorted: Float64Array, part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0

/** Mean wait at servers whose work takes exponential times, by Erlang's formula (1917). Seconds. */
export function erlangWait(perSecond: number, takes: number, servers: number): number {
  const load = perSecond * takes
  let blocked = 1
  for (let count = 1; count <= servers; count += 1) blocked = (load * blocked) / (count + load * blocked)
  const waiting = blocked / (1 - (load / servers) * (1 - blocked))
  return (waiting * takes) / (servers - load)
}
