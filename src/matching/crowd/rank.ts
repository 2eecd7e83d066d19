import { SCALE } from '../graph.ts'
import { FORBIDDEN } from '../problem.ts'
import { MOST_POINTS } from '../tie-break.ts'
import { mostSaid } from './crowd.ts'
import { type Kinds, mostOf } from './kinds.ts'
import type { Look, Ranks } from './looking.ts'

/** Promises are sorted roughly, into this many drawers, each for a range this wide. */
const DRAWERS = 512
const WIDTH = (4 * SCALE * MOST_POINTS) / DRAWERS

export function ranksFor({ count, traits }: Kinds): Ranks {
  const width = traits.reduce((most, each) => Math.max(most, each), 0) + 1
  return {
    count: 0,
    other: new Int32Array(count),
    promise: new Float64Array(count),
    limit: new Float64Array(count * width),
    width,
    best: new Float64Array(count),
    drawer: new Int32Array(DRAWERS + 1),
  }
}

/** For those of a kind who have at least this price. O(kinds) */
export function rankOthers({ crowd, kinds, line, near, isHalf, ranks }: Look, kind: number, price: number) {
  const { best, drawer, other: others, promise } = ranks
  const first = isHalf ? kind : 0
  let highest = -Infinity
  for (let other = first; other < kinds.count; other++) {
    const most = mostOf(crowd, kinds, kind, other)
    const here = most === FORBIDDEN ? -Infinity : SCALE * most - line.price[kinds.start[other]!]!
    best[other] = here <= price - near ? -Infinity : here
    if (best[other]! > highest) highest = best[other]!
  }
  drawer.fill(0)
  for (let other = first; other < kinds.count; other++) {
    if (best[other] !== -Infinity) drawer[drawerOf(highest - best[other]!) + 1]!++
  }
  for (let at = 0; at < DRAWERS; at++) drawer[at + 1]! += drawer[at]!
  ranks.count = drawer[DRAWERS]!
  for (let other = first; other < kinds.count; other++) {
    if (best[other] !== -Infinity) others[drawer[drawerOf(highest - best[other]!)]!++] = other
  }
  let after = -Infinity
  for (let rank = ranks.count - 1; rank >= 0; rank--) {
    after = Math.max(after, best[others[rank]!]!)
    promise[rank] = after
  }
  ranks.limit.fill(Number.NaN, 0, ranks.count * ranks.width)
}

const drawerOf = (below: number) => Math.min(DRAWERS - 1, Math.floor(below / WIDTH))

/** Prices that add up to this pay for any pair of these kinds that shares so many traits. */
export function limitOf({ crowd, kinds, ranks }: Look, kind: number, rank: number, shared: number): number {
  const at = rank * ranks.width + shared
  const known = ranks.limit[at]!
  if (!Number.isNaN(known)) return known
  const most = mostSaid(crowd, kinds.name[kind]!, kinds.name[ranks.other[rank]!]!, shared)
  const limit = most === FORBIDDEN ? -Infinity : SCALE * most
  ranks.limit[at] = limit
  return limit
}
