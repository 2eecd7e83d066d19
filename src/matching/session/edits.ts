import { SCALE } from '../graph.ts'
import { NONE } from '../solver/state.ts'
import { ensureBonus, GONE, HERE, keyOf, type Live, PINNED } from './live.ts'
import { hide, isNeeded, pairUp, pay, retune, setFree, show, slackOf } from './loosen.ts'
import { bringNear, putEdge } from './near.ts'
import { makeRoom, widenRows } from './room.ts'
import { arcTo, hasRoom, putArc, startRow } from './rows.ts'

function checkVertex({ count }: Live, v: number): void {
  if (!(Number.isInteger(v) && v >= 0 && v < count)) throw new RangeError(`${v} is no vertex`)
}

function checkPair(live: Live, a: number, b: number): void {
  checkVertex(live, a)
  checkVertex(live, b)
  if (a === b) throw new RangeError(`${a} and ${b} are no pair`)
}

function checkIsWeight(weight: number): void {
  if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`${weight} is no weight`)
}

/** Makes sure that numbers stay exact. */
function checkWeight(live: Live, weight: number, count: number): void {
  checkIsWeight(weight)
  const largest = Math.max(live.largest, weight)
  ensureBonus(live, count, largest + live.keepBonus)
  live.largest = largest
}

/** The arcs between two vertices, there and back, forbidden or not. The edge is near from now on. */
function arcsOf(live: Live, a: number, b: number): [number, number] | undefined {
  const shut = live.forbidden.get(keyOf(a, b))
  if (shut !== undefined) return a < b ? shut : [shut[1], shut[0]]
  bringNear(live, a, b)
  const there = arcTo(live.rows, a, b)
  return there === NONE ? undefined : [there, arcTo(live.rows, b, a)]
}

export function dropVertex(live: Live, v: number): void {
  checkVertex(live, v)
  if (live.standing[v] === GONE) throw new RangeError(`${v} is gone`)
  if (live.standing[v] === PINNED) unpinPair(live, v, live.rows.graph.to[live.pinnedArc[v]!]!)
  hide(live.state, v)
  live.standing[v] = GONE
}

export function restoreVertex(live: Live, v: number): void {
  checkVertex(live, v)
  if (live.standing[v] !== GONE) throw new RangeError(`${v} is not gone`)
  show(live, v)
  live.standing[v] = HERE
}

export function pinPair(live: Live, a: number, b: number): void {
  checkPair(live, a, b)
  for (const v of [a, b]) {
    if (live.standing[v] !== HERE)
      throw new RangeError(`${v} is ${live.standing[v] === GONE ? 'gone' : 'pinned'}`)
  }
  const arcs = live.forbidden.has(keyOf(a, b)) ? undefined : arcsOf(live, a, b)
  if (arcs === undefined) throw new RangeError(`${a} and ${b} may not be paired`)
  for (const v of [a, b]) {
    hide(live.state, v)
    live.standing[v] = PINNED
  }
  live.pinnedArc[a] = arcs[0]
  live.pinnedArc[b] = arcs[1]
}

export function unpinPair(live: Live, a: number, b: number): void {
  checkPair(live, a, b)
  const { state, rows, pinnedArc, standing } = live
  const arc = pinnedArc[a]!
  if (arc === NONE || rows.graph.to[arc] !== b) throw new RangeError(`${a} and ${b} are not pinned`)
  for (const v of [a, b]) {
    show(live, v)
    standing[v] = HERE
    pinnedArc[v] = NONE
  }
  if (slackOf(state, a, b, rows.graph.worth[arc]!) === 0) pairUp(state, a, b)
}

export function forbidPair(live: Live, a: number, b: number): void {
  checkPair(live, a, b)
  if (live.forbidden.has(keyOf(a, b))) throw new RangeError(`${a} and ${b} are forbidden`)
  const arcs = arcsOf(live, a, b)
  if (arcs === undefined) throw new RangeError(`${a} and ${b} are not joined`)
  const [there, back] = arcs
  const { state, rows, forbidden, pinnedArc, standing } = live
  if (pinnedArc[a] === there) throw new RangeError(`${a} and ${b} are pinned`)
  const { to, worth } = rows.graph
  const wasNeeded = standing[a] === HERE && standing[b] === HERE && isNeeded(state, a, b, worth[there]!)
  to[there] = rows.nobody
  to[back] = rows.nobody
  forbidden.set(keyOf(a, b), a < b ? [there, back] : [back, there])
  if (wasNeeded) setFree(live, a)
}

export function allowPair(live: Live, a: number, b: number): void {
  checkPair(live, a, b)
  const { rows, forbidden, standing } = live
  const arcs = forbidden.has(keyOf(a, b)) ? arcsOf(live, a, b) : undefined
  if (arcs === undefined) throw new RangeError(`${a} and ${b} are not forbidden`)
  forbidden.delete(keyOf(a, b))
  rows.graph.to[arcs[0]] = b
  rows.graph.to[arcs[1]] = a
  if (standing[a] === HERE && standing[b] === HERE) pay(live, a, b, rows.graph.worth[arcs[0]]!)
}

export function weighPair(live: Live, a: number, b: number, weight: number): void {
  checkPair(live, a, b)
  checkWeight(live, weight, live.count)
  const arcs = arcsOf(live, a, b)
  if (arcs === undefined) {
    join(live, a, b, weight)
    return
  }
  const { state, rows, standing, forbidden } = live
  const { worth } = rows.graph
  const bonus = live.keptArc[a] === arcs[0] ? live.keepBonus : 0
  const before = worth[arcs[0]]!
  const after = SCALE * (weight + bonus)
  const isOpen = standing[a] === HERE && standing[b] === HERE && !forbidden.has(keyOf(a, b))
  const wasNeeded = isOpen && isNeeded(state, a, b, before)
  for (const arc of arcs) worth[arc] = after
  if (wasNeeded && after !== before) retune(live, a, b, after)
  else if (isOpen) pay(live, a, b, after)
}

/** Joins two vertices that were not. */
function join(live: Live, a: number, b: number, weight: number): void {
  putEdge(live, a, b, SCALE * weight)
  const { standing } = live
  if (standing[a] === HERE && standing[b] === HERE) pay(live, a, b, SCALE * weight)
}

export function addVertex(live: Live, to: ArrayLike<number>, w: ArrayLike<number>): number {
  if (to.length !== w.length) throw new RangeError('to and w differ in length')
  const others = Array.from(to)
  for (const other of others) checkVertex(live, other)
  if (new Set(others).size !== others.length) throw new RangeError('a neighbour is given twice')
  const weights = Array.from(w)
  for (const weight of weights) checkIsWeight(weight)
  checkWeight(
    live,
    weights.reduce((most, weight) => Math.max(most, weight), 0),
    live.count + 1,
  )
  const v = live.count
  if (v >= live.rows.nobody) makeRoom(live)
  if (others.some((other) => !hasRoom(live.rows, other)) || !startRow(live.rows, v, others.length)) {
    widenRows(live)
    startRow(live.rows, v, others.length)
  }
  live.count++
  for (const [at, other] of others.entries()) {
    putArc(live.rows, v, other, SCALE * w[at]!)
    putArc(live.rows, other, v, SCALE * w[at]!)
  }
  show(live, v)
  live.standing[v] = HERE
  return v
}
