import { type Crowd, mostSaid } from './crowd.ts'

/** The people of a crowd by kind. Kinds are numbered 0..count-1 in the order of the caller's numbers. */
export type Kinds = {
  count: number
  /** The caller's number of each kind. */
  name: Float64Array
  /** By person. */
  kindOf: Int32Array
  /** By kind: its people are at positions `start[kind]` to `start[kind + 1]` of any list by kind. */
  start: Int32Array
  /** By kind: the most traits that one of its people has. */
  traits: Int32Array
  /** Traits that anyone has are 0..width-1. */
  width: number
  /** What has been asked of each two kinds so far, half a square; null for so many kinds that it would take too much room. */
  most: Int16Array | null
}

/** With more kinds than this, what two of them can score is asked each time: the answers of so many take 67 MB. */
const MOST_KEPT = 8192
const NOT_ASKED = -2

export const NO_TRAITS: ArrayLike<number> = new Int32Array(0)

const known = new WeakMap<Crowd, Kinds>()

/** The same for the same crowd. O(n + kinds log kinds), and the room for what is asked of each two */
export function kindsOf(crowd: Crowd): Kinds {
  const kinds = known.get(crowd) ?? sorted(crowd)
  known.set(crowd, kinds)
  return kinds
}

function sorted(crowd: Crowd): Kinds {
  const { n, kindOf, traitsOf = NO_TRAITS } = crowd
  const name = Float64Array.from(new Set(Array.from({ length: n }, (_, person) => kindOf[person]!))).sort()
  const numberOf = new Map(Array.from(name, (each, kind) => [each, kind]))
  const count = name.length
  const start = new Int32Array(count + 1)
  const traits = new Int32Array(count)
  const own = new Int32Array(n)
  let all = 0
  for (let person = 0; person < n; person++) {
    const kind = numberOf.get(kindOf[person]!)!
    const mask = traitsOf[person] ?? 0
    own[person] = kind
    start[kind + 1]!++
    traits[kind] = Math.max(traits[kind]!, bitCount(mask))
    all |= mask
  }
  for (let kind = 0; kind < count; kind++) start[kind + 1]! += start[kind]!
  const most = count > MOST_KEPT ? null : new Int16Array((count * (count + 1)) / 2).fill(NOT_ASKED)
  return { count, name, kindOf: own, start, traits, width: 32 - Math.clz32(all), most }
}

/** The most that any two people of these kinds can score, or `FORBIDDEN`. */
export function mostOf(crowd: Crowd, kinds: Kinds, one: number, other: number): number {
  const { most } = kinds
  if (most === null) return askMost(crowd, kinds, one, other)
  const low = Math.min(one, other)
  const high = one + other - low
  const at = (low * (2 * kinds.count - low + 1)) / 2 + high - low
  const said = most[at]!
  if (said !== NOT_ASKED) return said
  const asked = askMost(crowd, kinds, one, other)
  most[at] = asked
  return asked
}

function askMost(crowd: Crowd, { name, traits }: Kinds, one: number, other: number): number {
  return mostSaid(crowd, name[one]!, name[other]!, Math.min(traits[one]!, traits[other]!))
}

export function bitCount(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
