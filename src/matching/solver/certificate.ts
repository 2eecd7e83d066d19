import { type Certificate, SCALE } from '../graph.ts'
import { dissolve } from './odd-sets.ts'
import { NONE, type State } from './state.ts'
import { relabel, trueZ } from './trees.ts'

/**
 * Reads the matching and the proof off a finished search, opening every odd set on the way: the state is used up.
 *
 * Odd sets without a price prove nothing and are left out.
 */
export function readOff(s: State, bonus: number): Certificate {
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
    relabel(s, node, 0)
    const price = trueZ(s, node)
    if (price > 0) {
      here = z.length
      z.push(price)
      parent.push(around)
    }
    for (const child of dissolve(s, node)) open.push({ node: child, around: here })
  }
  return {
    scale: SCALE,
    bonus,
    mate: s.out.slice(0, n),
    y: s.y.slice(0, n).map((price) => price - s.floor),
    home,
    parent: Int32Array.from(parent),
    z: Float64Array.from(z),
  }
}
