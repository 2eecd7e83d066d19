import { SCALE } from '../graph.ts'
import { NONE } from '../solver/state.ts'
import type { Account } from './account.ts'
import { type Solved, verticesOf } from './candidates.ts'

/** First prices may be wrong by about this part of the largest score. */
const ROOM = 1 / 25
/** With more people than this part waiting for a better price, prices are not good yet. */
const MANY = 1 / 20

/**
 * Floors a little below prices that are only a guess. Whom no candidate pays for stays alone there until better ones
 * are found, instead of taking one that is no good and making everyone's prices as bad.
 *
 * @source R. E. Marsten, W. W. Hogan, J. W. Blankenship, "The boxstep method for large-scale optimization" (1975)
 */
export type Box = { floors: Float64Array; room: number }

export function firstBox(account: Account, prices: Float64Array): Box {
  return boxUnder(account, prices, SCALE * account.largest * ROOM)
}

/** Twice as deep each time, so that it comes to an end; null when few are waiting, and prices may fall to the floor. */
export function nextBox(account: Account, { room }: Box, solved: Solved): Box | null {
  const isDeep = 2 * room >= SCALE * account.largest
  const isOpen = !isDeep && aloneIn(solved).waiting > account.n * MANY
  return isOpen ? boxUnder(account, solved.optimum.y, 2 * room) : null
}

function boxUnder(account: Account, prices: Float64Array, room: number): Box {
  const floors = floorsAt(account, 0)
  for (let person = 0; person < account.n; person++) {
    floors[person] = Math.max(0, SCALE * Math.floor((prices[person]! - room) / SCALE))
  }
  return { floors, room }
}

/**
 * The lowest price of each vertex. Of an odd crowd one person stays alone whatever comes: nobody, who is paired with
 * them, may pay for it. Else everyone would be cheaper by as much, and an odd set of all make up for it.
 */
export function floorsAt({ n, largest }: Account, floor: number): Float64Array {
  const floors = new Float64Array(verticesOf(n)).fill(floor)
  if (n % 2 === 1 && floor === 0) floors[n] = -SCALE * largest
  return floors
}

/** How many stay alone, how many of them for a price, and what these prices add up to, by which others could bring more. */
export function aloneIn({ optimum: { mate, y } }: Solved): {
  alone: number
  waiting: number
  priced: number
} {
  const found = { alone: 0, waiting: 0, priced: 0 }
  for (let vertex = 0; vertex < mate.length; vertex++) {
    if (mate[vertex] !== NONE) continue
    found.alone++
    found.priced += y[vertex]!
    if (y[vertex]! > 0) found.waiting++
  }
  return found
}
