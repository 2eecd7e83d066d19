import type { Optimum } from './read-off.ts'

/**
 * The odd sets of an optimum as a tree, ready for the question which sets hold two vertices. Number 0 stands
 * for "in no set", so that set b is number b + 1.
 */
export type Nesting = {
  up: Int32Array
  /** A set further out, chosen so that two jumps double the distance: any walk takes O(log depth) steps. */
  jump: Int32Array
  depth: Int32Array
  /** Prices of the set and all sets around it together. */
  price: Float64Array
}

/** O(sets). @source E. W. Myers, "An applicative random-access stack" (1983) */
export function nestingOf({ parent, z }: Pick<Optimum, 'parent' | 'z'>): Nesting {
  const sets = parent.length + 1
  const nesting: Nesting = {
    up: new Int32Array(sets),
    jump: new Int32Array(sets),
    depth: new Int32Array(sets),
    price: new Float64Array(sets),
  }
  const { up, jump, depth, price } = nesting
  // Parents come before their children.
  for (let b = 1; b < sets; b++) {
    const around = parent[b - 1]! + 1
    const far = jump[around]!
    up[b] = around
    depth[b] = depth[around]! + 1
    price[b] = price[around]! + z[b - 1]!
    jump[b] = depth[around]! - depth[far]! === depth[far]! - depth[jump[far]!]! ? jump[far]! : around
  }
  return nesting
}

/**
 * What the odd sets that hold both pay for an edge between vertices whose innermost sets have these numbers.
 * O(log depth)
 */
export function sharedPrice({ up, jump, depth, price }: Nesting, one: number, other: number): number {
  let a = one
  let b = other
  while (depth[a]! > depth[b]!) a = depth[jump[a]!]! >= depth[b]! ? jump[a]! : up[a]!
  while (depth[b]! > depth[a]!) b = depth[jump[b]!]! >= depth[a]! ? jump[b]! : up[b]!
  while (a !== b) {
    const out = jump[a] === jump[b] ? up : jump
    a = out[a]!
    b = out[b]!
  }
  return price[a]!
}
