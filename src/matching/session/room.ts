import { NONE } from '../solver/state.ts'
import { farDegrees } from './far.ts'
import { dissolveAll, type Live, MOST_VERTICES, stateFrom } from './live.ts'
import { type Rows, roomFor, widened } from './rows.ts'

/** Makes room for more arcs in every row. O(n + m), needed ever more rarely. */
export function widenRows(live: Live): void {
  const { graph } = live.state
  live.rows = renumbered(live, live.rows.room)
  // The search goes on with the graph that it knows.
  Object.assign(graph, live.rows.graph)
  live.rows.graph = graph
}

/** Makes room for more vertices as well. Opens all odd sets, since their numbers start behind the vertices. */
export function makeRoom(live: Live): void {
  dissolveAll(live)
  const { count, state } = live
  const room = roomFor(count)
  const standing = new Uint8Array(room)
  standing.set(live.standing.subarray(0, count))
  const y = new Float64Array(room)
  const mate = new Int32Array(room).fill(NONE)
  y.set(state.y.subarray(0, count))
  mate.set(state.out.subarray(0, count))
  live.rows = renumbered(live, room)
  live.standing = standing
  live.state = stateFrom(live.rows, { y, mate }, standing, state.floor)
}

/** Wider rows, and the numbers of all arcs that are remembered put right. */
function renumbered(live: Live, room: number): Rows {
  const { count, rows, far, forbidden } = live
  const wider = widened(rows, count, room, farDegrees(far))
  const moved = (v: number, arc: number) =>
    arc === NONE ? NONE : arc - rows.graph.start[v]! + wider.graph.start[v]!
  const all = (arcs: Int32Array) =>
    new Int32Array(room).fill(NONE).map((_, v) => (v < count ? moved(v, arcs[v]!) : NONE))
  live.pinnedArc = all(live.pinnedArc)
  live.mateArc = all(live.mateArc)
  live.keptArc = all(live.keptArc)
  for (const [key, [there, back]] of forbidden) {
    const a = Math.floor(key / MOST_VERTICES)
    forbidden.set(key, [moved(a, there), moved(key % MOST_VERTICES, back)])
  }
  return wider
}
