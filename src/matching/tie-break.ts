/** Numbers that put the total of the points first and a fair coin second. */
export type TieBreak = {
  /** Weight of one point: more than all coins of a plan together. */
  unit: number
  /** Coins are 0..coins-1; 1 when there is no room for any. */
  coins: number
}

/** A score of up to 10,000, and as much again for those who would rather keep a pair. */
export const MOST_POINTS = 20_000

/** Leaves room for prices up to twice the bonus of the cardinality objective, in halves. */
const ROOM = 2 ** 50

/**
 * The finest tie-break that exact doubles have room for: 20 bits up to about 700 people, fewer above.
 *
 * @param n vertices of the graph
 */
export function tieBreakFor(n: number): TieBreak {
  const half = Math.floor(n / 2) + 1
  for (let bits = 20; bits > 0; bits--) {
    const coins = 2 ** bits
    const unit = coins * half
    if ((half + 1) * (MOST_POINTS * unit + coins) < ROOM) return { unit, coins }
  }
  return { unit: 1, coins: 1 }
}

/** A 32-bit number for a person in this run, from the seed and the id alone (FNV-1a over UTF-16 units). */
export function lotOf(seed: number, id: string): number {
  let hash = mix(seed ^ 0x811c9dc5)
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return mix(hash)
}

/** The coin of a pair, the same whichever of the two is named first. */
export function coinOf(lotA: number, lotB: number, { coins }: TieBreak): number {
  const low = Math.min(lotA, lotB)
  const high = Math.max(lotA, lotB)
  return mix(Math.imul(low, 0x9e3779b1) ^ high) & (coins - 1)
}

/** @source A. Appleby, MurmurHash3, 32-bit finaliser */
function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
