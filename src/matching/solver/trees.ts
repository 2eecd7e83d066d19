import { remind } from './queue.ts'
import { FREE, MINUS, mergedInto, NONE, PLUS, type State, topOf } from './state.ts'

/** Kinds of reminder that are about no arc. */
export const OPEN_SET = -1
export const FLOOR = -2

/** Makes an unpaired node the root of a tree of its own. */
export function plantTree(s: State, node: number, tree: number): void {
  s.treeEnd[tree] = Infinity
  s.treeHead[tree] = NONE
  s.treesLeft++
  addPlus(s, node, tree)
  scanNode(s, node)
}

/** Puts a free node into a tree as a plus node. Its vertices still have to be looked at: `scanNode`. */
export function addPlus(s: State, node: number, tree: number): void {
  relabel(s, node, PLUS)
  s.bridgeNear[node] = NONE
  joinTree(s, node, tree)
}

/**
 * Puts a free node into a tree as a minus node, reached by the edge from vertex `from` to its vertex `entry`.
 */
export function addMinus(s: State, node: number, tree: number, entry: number, from: number): void {
  relabel(s, node, MINUS)
  s.entry[node] = entry
  s.from[node] = from
  s.bridgeNear[node] = NONE
  joinTree(s, node, tree)
  if (node >= s.graph.n) remind(s.queue, s.time + trueZ(s, node) / 2, node, OPEN_SET)
}

/** Gives a top node another label; true prices stay what they are. O(vertices in the node) */
export function relabel(s: State, node: number, label: number): void {
  const change = (label - s.label[node]!) * s.time
  const last = s.lastLeaf[node]!
  for (let v = s.firstLeaf[node]!; ; v = s.nextLeaf[v]!) {
    s.label[v] = label
    s.y[v] = s.y[v]! + change
    if (v === last) break
  }
  s.label[node] = label
  s.z[node] = s.z[node]! - 2 * change
}

export function trueZ(s: State, node: number): number {
  return s.z[node]! + 2 * s.label[node]! * s.time
}

/** Looks along every edge of a plus node for what it will meet, and when. */
export function scanNode(s: State, node: number): void {
  const last = s.lastLeaf[node]!
  const tree = s.tree[node]!
  for (let v = s.firstLeaf[node]!; ; v = s.nextLeaf[v]!) {
    const end = s.y[v]! - s.floor
    if (end < s.treeEnd[tree]!) {
      s.treeEnd[tree] = end
      remind(s.queue, end, v, FLOOR)
    }
    scanPlus(s, v)
    if (v === last) break
  }
}

/**
 * Looks along every edge of a plus vertex. Of the plus vertices that it will meet only the first is noted, at
 * `reachedAt`; then it has to be scanned again.
 */
export function scanPlus(s: State, v: number): void {
  const { graph, label, y, reachedAt } = s
  const { start, to, worth } = graph
  const price = y[v]!
  const own = mergedInto(s, topOf(s, v))
  const now = 2 * s.time
  // Plus vertices come nearer from both ends: these are twice the time.
  let first = Infinity
  let firstArc = NONE
  for (let arc = start[v]!, stop = start[v + 1]!; arc < stop; arc++) {
    const other = to[arc]!
    const met = label[other]!
    if (met === MINUS) continue
    const at = price + y[other]! - worth[arc]!
    if (met === FREE) {
      if (at >= reachedAt[other]!) continue
      reachedAt[other] = at
      announce(s, at, v, arc)
    } else if (at < first && at >= now && mergedInto(s, topOf(s, other)) !== own) {
      if (at === now) s.tight.push(v, arc)
      else {
        first = at
        firstArc = arc
      }
    }
  }
  reachedAt[v] = first / 2
  if (firstArc !== NONE) remind(s.queue, first / 2, v, firstArc)
}

function announce(s: State, at: number, v: number, arc: number): void {
  if (at > s.time) remind(s.queue, at, v, arc)
  else s.tight.push(v, arc)
}

/** Finds out anew when a free vertex will be reached. */
export function rescanFree(s: State, v: number): void {
  const { graph, label, y } = s
  const { start, to, worth } = graph
  const price = y[v]!
  let best = Infinity
  let bestArc = NONE
  for (let arc = start[v]!, stop = start[v + 1]!; arc < stop; arc++) {
    const other = to[arc]!
    if (label[other] !== PLUS) continue
    const at = price + y[other]! - worth[arc]!
    if (at < best) {
      best = at
      bestArc = arc
    }
  }
  s.reachedAt[v] = best
  if (bestArc !== NONE) announce(s, best, v, bestArc)
}

export function rescanFreeNode(s: State, node: number): void {
  const last = s.lastLeaf[node]!
  for (let v = s.firstLeaf[node]!; ; v = s.nextLeaf[v]!) {
    rescanFree(s, v)
    if (v === last) break
  }
}

export function joinTree(s: State, node: number, tree: number): void {
  const head = s.treeHead[tree]!
  s.tree[node] = tree
  s.nextInTree[node] = head
  s.previousInTree[node] = NONE
  if (head !== NONE) s.previousInTree[head] = node
  s.treeHead[tree] = node
}

export function leaveTree(s: State, node: number): void {
  const next = s.nextInTree[node]!
  const previous = s.previousInTree[node]!
  if (next !== NONE) s.previousInTree[next] = previous
  if (previous === NONE) s.treeHead[s.tree[node]!] = next
  else s.nextInTree[previous] = next
}

/**
 * Frees the nodes of a tree whose root has been placed. They still have to be rescanned, once all such trees
 * are freed.
 */
export function freeTree(s: State, tree: number, freed: number[]): void {
  for (let node = s.treeHead[tree]!; node !== NONE; node = s.nextInTree[node]!) {
    relabel(s, node, FREE)
    s.merged[node] = node
    s.ring[node] = node
    freed.push(node)
  }
  s.treeHead[tree] = NONE
}
