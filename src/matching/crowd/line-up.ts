import type { Crowd } from './crowd.ts'
import { type Kinds, NO_TRAITS } from './kinds.ts'

/** People in one block, one bit for each. */
export const BLOCK = 32

/**
 * Everyone in line by kind and, within a kind, by price, cheapest first.
 *
 * Each kind is cut into blocks of 32. `plane[block * width + trait]` has a bit for each person of the block who
 * has that trait, so that one instruction asks 32 people at once.
 */
export type LineUp = {
  /** By position in the line. */
  person: Int32Array
  price: Float64Array
  traits: Int32Array
  /** By kind. */
  firstBlock: Int32Array
  plane: Int32Array
}

/** O(n log n) */
export function lineUp(crowd: Crowd, kinds: Kinds, y: Float64Array): LineUp {
  const { n, traitsOf = NO_TRAITS } = crowd
  const { count, kindOf, start, width } = kinds
  const person = new Int32Array(n)
  const filled = start.slice()
  for (let each = 0; each < n; each++) person[filled[kindOf[each]!]!++] = each
  const firstBlock = new Int32Array(count + 1)
  for (let kind = 0; kind < count; kind++) {
    person.subarray(start[kind]!, start[kind + 1]!).sort((a, b) => y[a]! - y[b]! || a - b)
    firstBlock[kind + 1] = firstBlock[kind]! + Math.ceil((start[kind + 1]! - start[kind]!) / BLOCK)
  }
  const plane = new Int32Array(firstBlock[count]! * width)
  const price = new Float64Array(n)
  const traits = new Int32Array(n)
  for (let position = 0; position < n; position++) {
    const each = person[position]!
    const kind = kindOf[each]!
    const place = position - start[kind]!
    const first = (firstBlock[kind]! + Math.floor(place / BLOCK)) * width
    const mask = traitsOf[each] ?? 0
    for (let rest = mask; rest !== 0; rest &= rest - 1) {
      const trait = 31 - Math.clz32(rest & -rest)
      plane[first + trait]! |= 1 << (place % BLOCK)
    }
    price[position] = y[each]!
    traits[position] = mask
  }
  return { person, price, traits, firstBlock, plane }
}
