/**
 * For each person, the few pairs whose prices are short of their points by most, offered one at a time.
 */
export type Worst = {
  keep: number
  count: Int32Array
  partner: Int32Array
  points: Int32Array
  short: Float64Array
  /** People for whom a pair was offered that did not fit in. */
  isFull: Uint8Array
  /** People with a pair that odd sets pay for. */
  isLeaning: Uint8Array
}

export function noneSoFar(n: number, keep: number): Worst {
  return {
    keep,
    count: new Int32Array(n),
    partner: new Int32Array(keep * n),
    points: new Int32Array(keep * n),
    short: new Float64Array(keep * n),
    isFull: new Uint8Array(n),
    isLeaning: new Uint8Array(n),
  }
}

export function forgetAll(worst: Worst): void {
  worst.count.fill(0)
  worst.isFull.fill(0)
  worst.isLeaning.fill(0)
}

export function offerPair(worst: Worst, a: number, b: number, points: number, short: number): void {
  offerTo(worst, a, b, points, short)
  offerTo(worst, b, a, points, short)
}

/** Sorted by insertion: most offers come late and are refused at the last place. */
export function offerTo(worst: Worst, own: number, other: number, points: number, short: number): void {
  const { keep, count, partner, short: shorts } = worst
  const first = own * keep
  let at = first + count[own]!
  if (count[own] === keep) {
    worst.isFull[own] = 1
    if (short <= shorts[at - 1]!) return
    at--
  } else {
    count[own]!++
  }
  for (; at > first && shorts[at - 1]! < short; at--) {
    shorts[at] = shorts[at - 1]!
    partner[at] = partner[at - 1]!
    worst.points[at] = worst.points[at - 1]!
  }
  shorts[at] = short
  partner[at] = other
  worst.points[at] = points
}

/** Pairs side by side in arrays of one kind each. */
export type Pairs = { a: Int32Array; b: Int32Array; points: Int32Array; short: Float64Array }

/** Every pair that is among the worst of one of its two people, once. */
export function worstOf(worst: Worst): Pairs {
  const { keep, count, partner, points, short } = worst
  let size = 0
  for (let own = 0; own < count.length; own++) size += count[own]!
  const pairs = {
    a: new Int32Array(size),
    b: new Int32Array(size),
    points: new Int32Array(size),
    short: new Float64Array(size),
  }
  let next = 0
  for (let own = 0; own < count.length; own++) {
    for (let at = own * keep, end = at + count[own]!; at < end; at++) {
      const other = partner[at]!
      if (other < own && has(worst, other, own)) continue
      pairs.a[next] = own
      pairs.b[next] = other
      pairs.points[next] = points[at]!
      pairs.short[next++] = short[at]!
    }
  }
  return {
    a: pairs.a.slice(0, next),
    b: pairs.b.slice(0, next),
    points: pairs.points.slice(0, next),
    short: pairs.short.slice(0, next),
  }
}

export function has({ keep, count, partner }: Worst, own: number, other: number): boolean {
  for (let at = own * keep, end = at + count[own]!; at < end; at++) {
    if (partner[at] === other) return true
  }
  return false
}

/** What a pair must be short by to be among the worst of this person; at least `least`. */
export function barOf({ keep, count, short }: Worst, own: number, least: number): number {
  return count[own] === keep ? Math.max(least, short[own * keep + keep - 1]!) : least
}
