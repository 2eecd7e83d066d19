import { dissolve } from './odd-sets.ts'
import { NONE, type State } from './state.ts'

/**
 * An optimal matching with its prices, in dual units. Prices here go down to the floor; those of a
 * certificate start at 0.
 *
 * `home`, `parent` and `z` describe the odd sets as in a certificate; every `z` is even and above 0.
 */
export type Optimum = {
  mate: Int32Array
  y: Float64Array
  home: Int32Array
  parent: Int32Array
  z: Float64Array
}

/**
 * Reads the matching and its prices off a finished search, opening every odd set on the way: the state is
 * used up. With no tree left, all prices are true as they stand.
 *
 * Odd sets without a price prove nothing and are left out.
 */
export function readOff(s: State): Optimum {
  const n = s.graph.n
  const home = new Int32Array(n).fill(NONE)
  const parent: number[] = []
  const z: number[] = []
  const open: { node: number; around: number }[] = []
  for (let v = 0; v < n; v++) {
    const node = s.nodeOf[s.set[v]!]!
    if (node !== v && s.firstLeaf[node] === v) open.push({ node, around: NONE })
  }
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, around } = next
    if (node < n) {
      home[node] = around
      continue
    }
    let here = around
    const price = s.z[node]!
    if (price > 0) {
      here = z.length
      z.push(price)
      parent.push(around)
    }
    for (const child of dissolve(s, node)) open.push({ node: child, around: here })
  }
  return { mate: s.out.slice(0, n), y: s.y, home, parent: Int32Array.from(parent), z: Float64Array.from(z) }
}
