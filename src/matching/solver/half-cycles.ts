import { NONE } from './state.ts'

/**
 * Pairs and odd cycles of halves: `next[v]` is the partner of v, or the next vertex of its cycle. In the tree
 * that is being grown, `from` is the plus vertex before a minus vertex.
 */
export type Cycles = { next: Int32Array; from: Int32Array }

/** Gives plus vertex v a new partner and shifts the pairs on its way to the root. */
export function pairUp({ next, from }: Cycles, v: number, partner: number): void {
  let plus = v
  let to = partner
  for (;;) {
    const left = next[plus]!
    next[plus] = to
    if (left === NONE) return
    to = left
    plus = from[left]!
    next[left] = plus
  }
}

/** Pairs the vertices of a cycle except `out`. */
export function openCycle(next: Int32Array, out: number): void {
  let a = next[out]!
  while (a !== out) {
    const b = next[a]!
    const after = next[b]!
    next[a] = b
    next[b] = a
    a = after
  }
}

/**
 * Two plus vertices of the tree met: the path between them becomes a cycle, the rest of the way to the root
 * is shifted.
 */
export function closeCycle(s: Cycles, near: number, far: number): void {
  const { next, from } = s
  const meet = meetingPoint(s, near, far)
  pairUp(s, meet, NONE)
  for (let v = near; v !== meet; ) {
    const minus = next[v]!
    next[minus] = from[minus]!
    v = from[minus]!
  }
  let before = near
  for (let v = far; ; ) {
    const minus = v === meet ? NONE : next[v]!
    next[v] = before
    if (minus === NONE) return
    const up = from[minus]!
    next[minus] = v
    before = minus
    v = up
  }
}

function meetingPoint({ next, from }: Cycles, near: number, far: number): number {
  const onPath = new Set<number>()
  for (let v = near; ; v = from[next[v]!]!) {
    onPath.add(v)
    if (next[v] === NONE) break
  }
  let v = far
  while (!onPath.has(v)) v = from[next[v]!]!
  return v
}

/** Leaves one vertex of each cycle unpaired. */
export function roundCycles(next: Int32Array): void {
  for (let v = 0; v < next.length; v++) {
    if (next[v] === NONE || next[next[v]!] === v) continue
    openCycle(next, v)
    next[v] = NONE
  }
}
