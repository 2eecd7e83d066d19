import type { Certificate } from './graph.ts'

/** The odd sets of a certificate as a tree. Set b is number b + 1; number 0 is "in no set". */
export type Sets = {
  up: Int32Array
  /** A set further out, so that any way out takes O(log depth) steps. */
  jump: Int32Array
  depth: Int32Array
  /** Vertices inside, however deep. */
  size: Int32Array
  /** Prices of the set and of all around it together. */
  price: Float64Array
}

/**
 * Sorts out which odd set holds which, in whatever order they are numbered.
 *
 * @returns `undefined` when sets hold each other in a circle. O(n + sets)
 */
export function setsOf({ home, parent, z }: Pick<Certificate, 'home' | 'parent' | 'z'>): Sets | undefined {
  const count = parent.length + 1
  const outwardsFirst = orderOf(parent)
  if (outwardsFirst === undefined) return undefined
  const sets: Sets = {
    up: new Int32Array(count),
    jump: new Int32Array(count),
    depth: new Int32Array(count),
    size: new Int32Array(count),
    price: new Float64Array(count),
  }
  const { up, jump, depth, size, price } = sets
  for (const b of outwardsFirst) {
    const around = parent[b - 1]! + 1
    const far = jump[around]!
    up[b] = around
    depth[b] = depth[around]! + 1
    price[b] = price[around]! + z[b - 1]!
    jump[b] = depth[around]! - depth[far]! === depth[far]! - depth[jump[far]!]! ? jump[far]! : around
  }
  for (let v = 0; v < home.length; v++) size[home[v]! + 1]!++
  for (const b of outwardsFirst.reverse()) {
    if (up[b] !== 0) size[up[b]!]! += size[b]!
  }
  return sets
}

/** Numbers of all sets, each after the one around it. */
function orderOf(parent: ArrayLike<number>): number[] | undefined {
  const isDone = new Uint8Array(parent.length + 1)
  isDone[0] = 1
  const order: number[] = []
  const path: number[] = []
  for (let b = 1; b <= parent.length; b++) {
    for (let at = b; isDone[at] === 0; at = parent[at - 1]! + 1) {
      if (path.length > parent.length) return undefined
      path.push(at)
    }
    for (let at = path.pop(); at !== undefined; at = path.pop()) {
      isDone[at] = 1
      order.push(at)
    }
  }
  return order
}

/** What the odd sets around both vertices pay, given the numbers of their innermost sets. O(log depth) */
export function paidByBoth({ up, jump, depth, price }: Sets, one: number, other: number): number {
  let a = one
  let b = other
  while (depth[a]! > depth[b]!) a = depth[jump[a]!]! >= depth[b]! ? jump[a]! : up[a]!
  while (depth[b]! > depth[a]!) b = depth[jump[b]!]! >= depth[a]! ? jump[b]! : up[b]!
  while (a !== b) {
    const way = jump[a] === jump[b] ? up : jump
    a = way[a]!
    b = way[b]!
  }
  return price[a]!
}

export const isCount = (value: number | undefined): value is number =>
  Number.isSafeInteger(value) && value! >= 0
export const isIndex = (value: number | undefined, below: number) =>
  Number.isInteger(value) && value! >= -1 && value! < below

/** What is wrong with the prices of a certificate, before anything is counted with them. */
export function priceFault({
  y,
  home,
  z,
  parent,
}: Pick<Certificate, 'y' | 'home' | 'z' | 'parent'>): string | undefined {
  for (let v = 0; v < y.length; v++) {
    if (!isCount(y[v])) return `y of ${v} is not a whole number of at least 0`
    if (!isIndex(home[v], z.length)) return `home of ${v} is no odd set`
  }
  for (let b = 0; b < z.length; b++) {
    if (!isCount(z[b])) return `z of ${b} is not a whole number of at least 0`
    if (!isIndex(parent[b], z.length)) return `parent of ${b} is no odd set`
  }
  return undefined
}
