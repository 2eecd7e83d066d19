import { NONE, topOf } from '../solver/state.ts'
import { comingNear, fallen, farArc, removeFar } from './far.ts'
import { HERE, type Live } from './live.ts'
import { pay } from './loosen.ts'
import { widenRows } from './room.ts'
import { hasRoom, putArc } from './rows.ts'

/** Joins two vertices by a near edge. O(1), and now and then O(n + m) */
export function putEdge(live: Live, a: number, b: number, worth: number): void {
  if (!hasRoom(live.rows, a) || !hasRoom(live.rows, b)) widenRows(live)
  putArc(live.rows, a, b, worth)
  putArc(live.rows, b, a, worth)
}

/** Makes the edge between two vertices a near one, if it is far. O(degree) */
export function bringNear(live: Live, a: number, b: number): void {
  const { far } = live
  const there = farArc(far, a, b)
  if (there === NONE) return
  const worth = far.graph.worth[there]!
  removeFar(far, a, there)
  removeFar(far, b, farArc(far, b, a))
  putEdge(live, a, b, worth)
}

/**
 * Before a search: brings edges near between those without a partner. They are the likeliest to meet, however
 * far apart they are. O(degree) each
 */
export function introduceLonely(live: Live): void {
  const { state, far } = live
  const stamp = ++state.stamp
  const lonely: number[] = []
  for (let v = 0; v < far.end.length; v++) {
    const top = topOf(state, v)
    if (state.out[top] !== NONE || state.base[top] !== v || state.y[v]! <= state.floor) continue
    lonely.push(v)
    state.visited[v] = stamp
  }
  for (const v of lonely) {
    const others = far.graph.to.subarray(far.graph.start[v]!, far.end[v]!)
    for (const other of others.filter((one) => state.visited[one] === stamp)) bringNear(live, v, other)
  }
}

/**
 * After a search: takes note of prices that have fallen, and brings edges near that may matter by that.
 *
 * @returns whether one of them was not paid for, so that there is more to search
 */
export function lookFurther(live: Live): boolean {
  const { far, state, standing } = live
  const unpaid: [number, number, number][] = []
  for (const v of fallen(far, state.y)) {
    for (const [other, worth] of comingNear(far, v, state.y[v]!)) {
      bringNear(live, v, other)
      if (standing[other] === HERE && state.y[v]! + state.y[other]! < worth) unpaid.push([v, other, worth])
    }
  }
  for (const [v, other, worth] of unpaid) pay(live, v, other, worth)
  return unpaid.length > 0
}
