import { checkTotal, type Result, SCALE } from '../graph.ts'
import { lookAt } from '../solver/look-at.ts'
import { nestingOf, sharedPrice } from '../solver/nesting.ts'
import { dissolve } from '../solver/odd-sets.ts'
import type { Optimum } from '../solver/read-off.ts'
import { search } from '../solver/search.ts'
import { NONE, type State, topOf } from '../solver/state.ts'
import { keepLiving } from './keep.ts'
import { GONE, type Live, PINNED } from './live.ts'
import { raise } from './loosen.ts'
import { introduceLonely, lookFurther } from './near.ts'
import { arcTo } from './rows.ts'

/** The best matching of a session's graph as it stands, and what is new in it. */
export type Resolved = Result & {
  /** Sum of the weights of all pairs without the keep bonus; `weight` includes it. */
  total: number
  /** What each living pair weighs more in the graph. */
  keepBonus: number
  /** Living pairs, that is pairs of the result before, that still stand. */
  kept: number
  /** Vertices whose partner is not who it was, or who have none any more, in ascending order. */
  changed: Int32Array
}

/** Goes on from where the search was until everything is as good as can be. */
export function resolveLive(live: Live, keepBonus: number): Resolved {
  keepLiving(live, keepBonus)
  introduceLonely(live)
  do {
    wakeUp(live.state)
    search(live.state)
  } while (lookFurther(live))
  return report(live, lookAt(live.state))
}

/**
 * Sets the clock back and forgets what was to come.
 *
 * Trees start at even prices. The search sees to single vertices; an odd set without a partner is raised as a
 * whole, which its own price pays for.
 */
function wakeUp(s: State): void {
  s.time = 0
  s.queue.size = 0
  s.tight.length = 0
  s.tightDone = 0
  s.putOff.length = 0
  s.changed.length = 0
  s.reachedAt.fill(Infinity)
  s.isPlaced.fill(0)
  for (let v = 0; v < s.graph.n; v++) {
    let node = topOf(s, v)
    const isRoot = s.base[node] === v && s.out[node] === NONE && s.y[v]! > s.floor
    if (!isRoot || s.y[v]! % 2 === 0) continue
    while (node !== v && s.z[node] === 0) {
      dissolve(s, node)
      node = topOf(s, v)
    }
    if (node === v) continue
    raise(s, node, 1)
    s.z[node] = s.z[node]! - 2
  }
}

/** Takes a snapshot, which no later change touches, and remembers who is whose partner. O(n log depth) */
function report(live: Live, optimum: Optimum): Resolved {
  const { count, state, rows, standing, pinnedArc, bonus } = live
  const y = state.y.slice(0, count)
  const mate = optimum.mate.slice(0, count)
  const home = optimum.home.slice(0, count)
  const nesting = nestingOf(optimum)
  let cardinality = 0
  let weight = 0
  let kept = 0
  for (let v = 0; v < count; v++) {
    const pinned = pinnedArc[v]!
    if (standing[v] === PINNED) {
      mate[v] = rows.graph.to[pinned]!
      y[v] = rows.graph.worth[pinned]! / 2
    }
    const partner = mate[v]!
    if (partner <= v) continue
    // A pair is paid for exactly: its prices say what it is worth.
    const paid = y[v]! + state.y[partner]! + sharedPrice(nesting, home[v]! + 1, home[partner]! + 1)
    cardinality++
    weight += (standing[v] === PINNED ? rows.graph.worth[pinned]! : paid) / SCALE
    if (live.mate[v] === partner) kept++
  }
  checkTotal(weight, cardinality)
  for (let v = 0; v < count; v++) y[v] = standing[v] === GONE ? 0 : y[v]! + bonus
  return {
    cardinality,
    weight,
    total: weight - kept * live.keepBonus,
    keepBonus: live.keepBonus,
    kept,
    mate,
    changed: remember(live, mate),
    certificate: { scale: SCALE, bonus, mate, y, home, parent: optimum.parent, z: optimum.z },
  }
}

/** @returns the vertices whose partner is another one than before */
function remember(live: Live, mate: Int32Array): Int32Array {
  const changed: number[] = []
  for (let v = 0; v < mate.length; v++) {
    const partner = mate[v]!
    if (partner === (live.mate[v] ?? NONE)) continue
    changed.push(v)
    live.mateArc[v] = partner === NONE ? NONE : arcTo(live.rows, v, partner)
  }
  live.mate = mate
  return Int32Array.from(changed)
}
