import { SCALE } from '../graph.ts'
import { NONE } from '../solver/state.ts'
import { graphOf } from './graph-of.ts'
import { dissolveAll, firstStart, HERE, type Live, PINNED, stateFrom } from './live.ts'
import { pairUp, unpair } from './loosen.ts'
import { bringNear } from './near.ts'
import { arcTo } from './rows.ts'

/** So few free vertices do not make a bonus larger again. */
const FEW = 64

/**
 * A keep bonus that no weights outdo: whoever breaks j pairs, with f vertices free before, makes at most f/2 + j
 * new ones and gains at most so many times the largest weight. The present bonus, if that is enough.
 */
export function outweighing(live: Live): number {
  const living = livingArcs(live)
  let free = FEW
  for (let v = 0; v < live.count; v++) if (live.standing[v] === HERE && living[v] === NONE) free++
  const enough = (Math.floor(free / 2) + 1) * live.largest + 1
  return Math.max(enough, live.keepBonus)
}

/**
 * Moves the keep bonus to the pairs of the last result that may still be, and makes it so large.
 *
 * The two of a pair share what their edge is worth more, so they stay together at prices that pay for
 * everything else all the more. O(n); when the bonus falls, everything may change, and is solved anew.
 */
export function keepLiving(live: Live, keepBonus: number): void {
  const living = keepBonus > 0 ? livingArcs(live) : new Int32Array(live.rows.room).fill(NONE)
  const before = live.keepBonus
  const isSame = keepBonus === before && living.every((arc, v) => arc === live.keptArc[v])
  if (isSame) return
  // An edge worth more inside an odd set would not be tight any more.
  dissolveAll(live)
  const { worth } = live.rows.graph
  for (let v = 0; v < live.count; v++) {
    if (live.keptArc[v] !== NONE) addWorth(worth, live.keptArc[v]!, -before)
    if (living[v] !== NONE) addWorth(worth, living[v]!, keepBonus)
  }
  live.keepBonus = keepBonus
  live.keptArc.set(living)
  if (keepBonus < before) {
    solveAnew(live)
    return
  }
  for (let v = 0; v < live.count; v++) settlePair(live, v)
  for (let v = 0; v < live.count; v++) checkPaired(live, v)
}

function solveAnew(live: Live): void {
  const { rows, standing, state } = live
  const start = firstStart(graphOf(live), rows.room, state.floor)
  for (const [v, partner] of start.mate.entries()) if (partner > v) bringNear(live, v, partner)
  live.state = stateFrom(live.rows, start, standing, state.floor)
}

function addWorth(worth: Float64Array, arc: number, points: number): void {
  worth[arc] = worth[arc]! + SCALE * points
}

/** By vertex: the arc to its partner of the last result, if both are still there and may be paired. */
function livingArcs({ rows, standing, pinnedArc, mate, mateArc, count }: Live): Int32Array {
  const living = new Int32Array(rows.room).fill(NONE)
  for (let v = 0; v < count; v++) {
    const arc = mateArc[v]!
    if (arc === NONE || rows.graph.to[arc] === rows.nobody) continue
    const stands = standing[v]!
    const isPinned = stands === PINNED && pinnedArc[v] === arc
    if (isPinned || (stands === HERE && standing[mate[v]!] === HERE)) living[v] = arc
  }
  return living
}

/** Makes the edge of a living pair tight where raising prices does it. */
function settlePair({ state, rows, standing, keptArc }: Live, v: number): void {
  const arc = keptArc[v]!
  if (arc === NONE || standing[v] !== HERE) return
  const partner = rows.graph.to[arc]!
  const missing = rows.graph.worth[arc]! - state.y[v]! - state.y[partner]!
  if (partner < v || missing < 0) return
  state.y[v] = state.y[v]! + Math.ceil(missing / 2)
  state.y[partner] = state.y[partner]! + Math.floor(missing / 2)
  pairUp(state, v, partner)
}

/** Takes a pair apart whose edge is not tight any more. */
function checkPaired({ state, rows, mate, mateArc }: Live, v: number): void {
  const partner = state.out[v]!
  if (partner < v) return
  const arc = mate[v] === partner ? mateArc[v]! : arcTo(rows, v, partner)
  if (state.y[v]! + state.y[partner]! !== rows.graph.worth[arc]!) unpair(state, v)
}
