/**
 * What will happen, and when: a 4-ary heap of (time, vertex or node, arc), smallest time first.
 *
 * An entry is a reminder to look, not a promise: anyone who takes it out checks what is still true. So nothing
 * is ever removed or moved.
 */
export type Queue = {
  size: number
  time: Float64Array
  who: Int32Array
  /** An arc of `who`; negative numbers are kinds of reminder without one. */
  arc: Int32Array
}

export function emptyQueue(): Queue {
  return { size: 0, time: new Float64Array(64), who: new Int32Array(64), arc: new Int32Array(64) }
}

/** O(log size). */
export function remind(q: Queue, time: number, who: number, arc: number): void {
  if (q.size === q.time.length) widen(q)
  const { time: times, who: whos, arc: arcs } = q
  let at = q.size++
  while (at > 0) {
    const up = (at - 1) >> 2
    if (times[up]! <= time) break
    times[at] = times[up]!
    whos[at] = whos[up]!
    arcs[at] = arcs[up]!
    at = up
  }
  times[at] = time
  whos[at] = who
  arcs[at] = arc
}

/** Drops the first entry; read it at index 0 before. O(log size). */
export function dropFirst(q: Queue): void {
  const size = --q.size
  if (size === 0) return
  const { time: times, who: whos, arc: arcs } = q
  const time = times[size]!
  let at = 0
  for (;;) {
    const first = 4 * at + 1
    if (first >= size) break
    let least = first
    let leastTime = times[first]!
    const end = Math.min(first + 4, size)
    for (let child = first + 1; child < end; child++) {
      const childTime = times[child]!
      if (childTime < leastTime) {
        leastTime = childTime
        least = child
      }
    }
    if (leastTime >= time) break
    times[at] = leastTime
    whos[at] = whos[least]!
    arcs[at] = arcs[least]!
    at = least
  }
  times[at] = time
  whos[at] = whos[size]!
  arcs[at] = arcs[size]!
}

function widen(q: Queue): void {
  const time = new Float64Array(2 * q.time.length)
  const who = new Int32Array(time.length)
  const arc = new Int32Array(time.length)
  time.set(q.time)
  who.set(q.who)
  arc.set(q.arc)
  q.time = time
  q.who = who
  q.arc = arc
}
