import { commonBase, rematch } from './paths.ts'
import { FREE, mergedInto, NONE, PLUS, type State, topOf } from './state.ts'
import { addMinus, addPlus, joinTree, leaveTree, relabel, rescanFreeNode, scanNode, trueZ } from './trees.ts'

/**
 * Merges the cycle that the tight edge between vertices `a` and `b`, in two plus sets of one tree, closes.
 *
 * Nodes are only united here. An odd set is made of them when time passes (`makeOddSets`), so that however
 * many cycles close at one moment, sets do not nest in each other.
 */
export function mergeCycle(s: State, a: number, b: number): void {
  const one = mergedInto(s, topOf(s, a))
  const other = mergedInto(s, topOf(s, b))
  const base = commonBase(s, one, other)
  const turned: number[] = []
  climb(s, one, base, a, b, turned)
  climb(s, other, base, b, a, turned)
  s.changed.push(base)
  for (const node of turned) scanNode(s, node)
}

/** Unites one side of the cycle with its base; minus nodes on the way turn plus. */
function climb(s: State, from: number, base: number, near: number, far: number, turned: number[]): void {
  for (let plus = from; plus !== base; ) {
    const minus = topOf(s, s.out[plus]!)
    relabel(s, minus, PLUS)
    s.bridgeNear[minus] = near
    s.bridgeFar[minus] = far
    unite(s, plus, base)
    unite(s, minus, base)
    turned.push(minus)
    plus = mergedInto(s, topOf(s, s.from[minus]!))
  }
}

function unite(s: State, node: number, base: number): void {
  s.merged[node] = base
  const next = s.ring[node]!
  s.ring[node] = s.ring[base]!
  s.ring[base] = next
}

/** Before time passes: makes an odd set of each merged set. */
export function makeOddSets(s: State): void {
  for (const base of s.changed) {
    const isMerged = s.merged[base] === base && s.ring[base] !== base
    if (isMerged && s.parent[base] === NONE) makeOddSet(s, base)
  }
  s.changed.length = 0
}

/** O(children + vertices outside the largest child). */
function makeOddSet(s: State, base: number): void {
  const set = s.spare.pop()!
  const tree = s.tree[base]!
  let largest = base
  for (let child = s.ring[base]!; child !== base; child = s.ring[child]!) {
    if (s.size[child]! > s.size[largest]!) largest = child
  }
  s.firstChild[set] = base
  s.base[set] = s.base[base]!
  s.out[set] = s.out[base]!
  s.out[base] = NONE
  s.bridgeNear[set] = NONE
  s.classOf[set] = s.classOf[largest]!
  s.firstLeaf[set] = s.firstLeaf[base]!
  s.lastLeaf[set] = s.lastLeaf[base]!
  s.size[set] = 0
  let child = base
  do {
    adopt(s, set, child)
    child = s.ring[child]!
  } while (child !== base)
  s.nodeOf[s.classOf[set]!] = set
  s.label[set] = PLUS
  s.z[set] = -2 * s.time
  s.merged[set] = set
  s.ring[set] = set
  s.parent[set] = NONE
  joinTree(s, set, tree)
}

function adopt(s: State, set: number, child: number): void {
  leaveTree(s, child)
  s.z[child] = trueZ(s, child)
  s.parent[child] = set
  s.merged[child] = child
  s.size[set] = s.size[set]! + s.size[child]!
  if (s.classOf[child] !== s.classOf[set]) classify(s, child, s.classOf[set]!)
  if (child === s.firstChild[set]) return
  s.nextLeaf[s.lastLeaf[set]!] = s.firstLeaf[child]!
  s.lastLeaf[set] = s.lastLeaf[child]!
}

export function classify(s: State, node: number, name: number): void {
  const last = s.lastLeaf[node]!
  for (let v = s.firstLeaf[node]!; ; v = s.nextLeaf[v]!) {
    s.set[v] = name
    if (v === last) break
  }
}

/**
 * Makes the children of an odd set top nodes again, all free. Their pairs are as they were when the set was
 * made.
 */
function release(s: State, set: number): number[] {
  const children: number[] = []
  const kept = s.classOf[set]!
  const first = s.firstChild[set]!
  let child = first
  do {
    const next = s.ring[child]!
    s.parent[child] = NONE
    s.ring[child] = child
    s.label[child] = FREE
    if (s.classOf[child] !== kept) classify(s, child, s.classOf[child]!)
    s.nodeOf[s.classOf[child]!] = child
    children.push(child)
    child = next
  } while (child !== first)
  s.firstChild[set] = NONE
  s.spare.push(set)
  return children
}

/** Replaces a top odd set by its children, paired so that its base may keep its partner. They end up free. */
export function dissolve(s: State, set: number): number[] {
  const base = s.base[set]!
  const out = s.out[set]!
  const children = release(s, set)
  rematch(s, base, out)
  return children
}

/**
 * Opens a minus odd set whose price has come down to zero: the children on the even path from its entry to
 * its base stay in the tree, the others leave it in pairs.
 *
 * The path runs alternately through pairs of two matchings of the children: one leaves out the base, the
 * other the entry. O(children + edges of the vertices).
 */
export function openOddSet(s: State, set: number): void {
  const { base, out, tree } = s
  const treeOf = tree[set]!
  const entry = s.entry[set]!
  const from = s.from[set]!
  const baseVertex = base[set]!
  const partner = out[set]!
  leaveTree(s, set)
  relabel(s, set, FREE)
  const children = release(s, set)
  const before = children.map((child) => ({ child, base: base[child]!, out: out[child]! }))
  rematch(s, entry, from)
  const viaEntry = new Map(children.map((child) => [child, { base: base[child]!, out: out[child]! }]))
  for (const was of before) {
    base[was.child] = was.base
    out[was.child] = was.out
  }
  rematch(s, baseVertex, partner)

  const plus: number[] = []
  let minus = topOf(s, entry)
  let reached = entry
  let reachedFrom = from
  for (;;) {
    const next = out[minus]!
    addMinus(s, minus, treeOf, reached, reachedFrom)
    if (next === partner) break
    const node = topOf(s, next)
    addPlus(s, node, treeOf)
    plus.push(node)
    const edge = viaEntry.get(node)!
    reached = edge.out
    reachedFrom = edge.base
    minus = topOf(s, reached)
  }
  for (const node of plus) scanNode(s, node)
  for (const child of children) {
    if (s.label[child] === FREE) rescanFreeNode(s, child)
  }
}
