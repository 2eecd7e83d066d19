import { classify, dissolve } from './odd-sets.ts'
import type { Optimum } from './read-off.ts'
import { NONE, type State, topOf } from './state.ts'

/** An odd set while it is open, with what its children were like before. */
type Opened = { set: number; children: number[]; base: number[]; out: number[] }
type Step = { set: number; around: number } | Opened

/**
 * Reads the matching and its prices off a state at rest, and leaves it as it was: a search can go on from it.
 *
 * Every odd set is opened for a moment, since what lies inside is put right only then. O(n + vertices in odd
 * sets, times how deep they nest)
 */
export function lookAt(s: State): Optimum {
  const { n } = s.graph
  const mate = s.out.slice(0, n)
  const home = new Int32Array(n).fill(NONE)
  const parent: number[] = []
  const z: number[] = []
  const steps: Step[] = []
  for (let v = 0; v < n; v++) {
    const top = topOf(s, v)
    if (top !== v && s.firstLeaf[top] === v) steps.push({ set: top, around: NONE })
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if ('children' in step) {
        shut(s, step)
        continue
      }
      let here = step.around
      if (s.z[step.set]! > 0) {
        here = z.length
        z.push(s.z[step.set]!)
        parent.push(step.around)
      }
      const opened = open(s, step.set)
      // The last in is the first out: inner sets are shut before this one.
      steps.push(opened)
      for (const child of opened.children) {
        if (child >= n) steps.push({ set: child, around: here })
        else {
          mate[child] = s.out[child]!
          home[child] = here
        }
      }
    }
  }
  return { mate, y: s.y, home, parent: Int32Array.from(parent), z: Float64Array.from(z) }
}

function open(s: State, set: number): Opened {
  const children: number[] = []
  const first = s.firstChild[set]!
  let child = first
  do {
    children.push(child)
    child = s.ring[child]!
  } while (child !== first)
  const opened = {
    set,
    children,
    base: children.map((each) => s.base[each]!),
    out: children.map((each) => s.out[each]!),
  }
  dissolve(s, set)
  return opened
}

/** Undoes `dissolve`. */
function shut(s: State, { set, children, base, out }: Opened): void {
  const name = s.classOf[set]!
  s.spare.pop()
  s.firstChild[set] = children[0]!
  for (const [at, child] of children.entries()) {
    s.base[child] = base[at]!
    s.out[child] = out[at]!
    s.parent[child] = set
    s.ring[child] = children[at + 1] ?? children[0]!
    if (s.classOf[child] !== name) classify(s, child, name)
  }
  s.nodeOf[name] = set
}
