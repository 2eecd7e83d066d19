import { SCALE } from '../graph.ts'
import { NONE } from '../solver/state.ts'
import { graphOf } from './graph-of.ts'
import { dissolveAll, ensureBonus, firstStart, HERE, type Live, PINNED, stateFrom } from './live.ts'
import { pairUp, unpair } from './loosen.ts'
import { bringNear } from './near.ts'
import { arcTo } from './rows.ts'

/** So few free vertices do not make a bonus larger again. */
const FEW = 64

/**
 * Moves the keep bonus to the pairs of the last result that may still be, and makes it so large.
 *
 * The two of a pair share what their edge is worth more, so they stay together at prices that pay for
 * everything else all the more. O(n); when the bonus falls, everything may change, and is solved anew.
 *
 * @throws RangeError when the bonus is none, or numbers would not be exact any more
 */
export function keepLiving(live: Live, bonus: number): void {
  const living = bonus === 0 ? new Int32Array(live.rows.room).fill(NONE) : livingArcs(live)
  const keepBonus = bonus === Infinity ? outweighing(live, living) : bonus
  if (!Number.isSafeInteger(keepBonus) || keepBonus < 0) throw new RangeError(`${keepBonus} is no bonus`)
  ensureBonus(live, live.count, live.largest + keepBonus)
  const before = live.keepBonus
  if (keepBonus === before && living.every((arc, v) => arc === live.keptArc[v])) return
  // An edge worth more inside an odd set would not be tight any more.
  dissolveAll(live)
  const { worth } = live.rows.graph
  const isNew = live.keptArc.map((arc, v) => (keepBonus === before && arc === living[v] ? 0 : 1))
  for (let v = 0; v < live.count; v++) {
    if (isNew[v] === 0) continue
    if (live.keptArc[v] !== NONE) addWorth(worth, live.keptArc[v]!, -before)
    if (living[v] !== NONE) addWorth(worth, living[v]!, keepBonus)
  }
  live.keepBonus = keepBonus
  live.keptArc = living
  if (keepBonus < before) {
    solveAnew(live)
    return
  }
  for (let v = 0; v < live.count; v++) {
    const isStanding = isNew[v] === 0 && live.state.out[v] === live.mate[v]
    if (living[v] !== NONE && !isStanding) settlePair(live, v)
  }
  for (let v = 0; v < live.count; v++) {
    if (living[v] === NONE || live.state.out[v] !== live.mate[v]) checkPair(live, v)
  }
}

/**
 * A keep bonus that no weights outdo: anyone who breaks j pairs, with f vertices free before, makes at most f/2 + j
 * new ones and gains at most so many times the largest weight. The present bonus, if that is enough.
 */
function outweighing(live: Live, living: Int32Array): number {
  let free = FEW
  for (let v = 0; v < live.count; v++) if (live.standing[v] === HERE && living[v] === NONE) free++
  const enough = (Math.floor(free / 2) + 1) * live.largest + 1
  return Math.max(enough, live.keepBonus)
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
function livingArcs({ rows, standing, forbidden, pinnedArc, mate, mateArc, count }: Live): Int32Array {
  const living = new Int32Array(rows.room).fill(NONE)
  for (let v = 0; v < count; v++) {
    const arc = mateArc[v]!
    if (arc === NONE || (forbidden.size > 0 && rows.graph.to[arc] === rows.nobody)) continue
    const isHere = standing[v] === HERE && standing[mate[v]!] === HERE
    if (isHere || (standing[v] === PINNED && pinnedArc[v] === arc)) living[v] = arc
  }
  return living
}

/** Pairs two again, at the prices that make their edge tight; if they are too dear already, takes them apart. */
function settlePair({ state, rows, standing, mate, keptArc }: Live, v: number): void {
  const partner = mate[v]!
  if (partner < v || standing[v] !== HERE) return
  const missing = rows.graph.worth[keptArc[v]!]! - state.y[v]! - state.y[partner]!
  if (missing < 0) {
    if (state.out[v] === partner) unpair(state, v)
    return
  }
  state.y[v] = state.y[v]! + Math.ceil(missing / 2)
  state.y[partner] = state.y[partner]! + Math.floor(missing / 2)
  pairUp(state, v, partner)
}

/** Takes two apart who are a pair for now if their edge has lost a bonus. */
function checkPair({ state, rows }: Live, v: number): void {
  const partner = state.out[v]!
  if (partner < v) return
  const arc = arcTo(rows, v, partner)
  if (state.y[v]! + state.y[partner]! !== rows.graph.worth[arc]!) unpair(state, v)
}
