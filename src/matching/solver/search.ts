import { makeOddSets, mergeCycle, openOddSet } from './odd-sets.ts'
import { rematch } from './paths.ts'
import { dropFirst } from './queue.ts'
import { FREE, MINUS, mergedInto, NONE, PLUS, type State, topOf } from './state.ts'
import {
  addMinus,
  addPlus,
  FLOOR,
  freeTree,
  OPEN_SET,
  plantTree,
  rescanFree,
  rescanFreeNode,
  scanNode,
  scanPlus,
  trueZ,
} from './trees.ts'

/**
 * Grows a tree from every unpaired node at once until each has a partner or stands at the floor.
 *
 * One clock runs for all trees: prices of plus vertices fall and those of minus vertices rise with it.
 * Whatever becomes tight at the present moment is dealt with before time passes.
 *
 * Prices stay whole: all roots start even (`SCALE` is 2 and odd ones are raised by one), tight edges keep the
 * two ends of equal parity, so two plus vertices are always an even slack apart.
 *
 * @source Z. Galil, S. Micali, H. N. Gabow, "An O(EV log V) algorithm for finding a maximal weighted matching
 *   in general graphs" (1986), with all trees growing together as in V. Kolmogorov, "Blossom V" (2009)
 */
export function search(s: State): void {
  plantTrees(s)
  const { queue, tight } = s
  while (s.treesLeft > 0) {
    if (s.tightDone < tight.length) {
      const at = s.tightDone
      s.tightDone = at + 2
      lookAlong(s, tight[at]!, tight[at + 1]!)
      continue
    }
    tight.length = 0
    s.tightDone = 0
    const at = queue.time[0]!
    if (at > s.time) {
      if (s.placed.length > 0) {
        cutDown(s)
        continue
      }
      makeOddSets(s)
      s.time = at
    }
    const who = queue.who[0]!
    const arc = queue.arc[0]!
    dropFirst(queue)
    if (arc >= 0) {
      lookAlong(s, who, arc)
      lookForNext(s, who)
    } else if (arc === OPEN_SET) openIfDue(s, who)
    else if (arc === FLOOR) stopAtFloor(s, who)
  }
  cutDown(s)
}

/** Trees are numbered by the vertex at their root. */
function plantTrees(s: State): void {
  for (let v = 0; v < s.graph.n; v++) {
    const node = topOf(s, v)
    if (s.out[node] !== NONE || s.base[node] !== v || s.y[v]! <= s.floor) continue
    if (s.y[v]! % 2 !== 0) s.y[v] = s.y[v]! + 1
    plantTree(s, node, v)
  }
}

function lookAlong(s: State, u: number, arc: number): void {
  const v = s.graph.to[arc]!
  if (s.placed.length > 0 && (isIdle(s, u) || isIdle(s, v))) {
    s.putOff.push(u, arc)
    return
  }
  const labelU = s.label[u]!
  const labelV = s.label[v]!
  if (labelU === PLUS && labelV === PLUS) {
    if (isTight(s, u, v, arc)) join(s, u, v)
  } else if (labelU + labelV === PLUS) {
    const plus = labelU === PLUS ? u : v
    const free = labelU === PLUS ? v : u
    if (isTight(s, u, v, arc)) grow(s, plus, free)
    else reconsider(s, free)
  } else {
    // The tree that would have reached a free vertex is gone.
    if (labelU === FREE) reconsider(s, u)
    if (labelV === FREE) reconsider(s, v)
  }
}

/** A plus vertex has met the first of the others that it will meet. */
function lookForNext(s: State, v: number): void {
  if (s.label[v] === PLUS && s.reachedAt[v] === s.time && !isIdle(s, v)) scanPlus(s, v)
}

/** Nothing happens to the nodes of a placed tree until it is cut down. */
function isIdle(s: State, v: number): boolean {
  return s.label[v] === PLUS && s.isPlaced[s.tree[topOf(s, v)]!] === 1
}

/** A free vertex that was to be reached now was not, by the edge the queue knew of. */
function reconsider(s: State, free: number): void {
  if (s.reachedAt[free] === s.time) rescanFree(s, free)
}

/** For vertices of different top nodes. */
function isTight(s: State, u: number, v: number, arc: number): boolean {
  return s.y[u]! + s.y[v]! - (s.label[u]! + s.label[v]!) * s.time === s.graph.worth[arc]!
}

/** A tight edge between plus vertices closes a cycle or connects two roots. */
function join(s: State, u: number, v: number): void {
  const nodeU = topOf(s, u)
  const nodeV = topOf(s, v)
  if (mergedInto(s, nodeU) === mergedInto(s, nodeV)) return
  if (s.tree[nodeU] === s.tree[nodeV]) {
    mergeCycle(s, u, v)
    return
  }
  rematch(s, u, v)
  rematch(s, v, u)
  place(s, s.tree[nodeU]!)
  place(s, s.tree[nodeV]!)
}

/** A tight edge leads from a plus vertex out of the trees. */
function grow(s: State, plus: number, free: number): void {
  const node = topOf(s, free)
  const tree = s.tree[topOf(s, plus)]!
  const partner = s.out[node]!
  if (partner === NONE) {
    s.base[node] = free
    s.out[node] = plus
    rematch(s, plus, free)
    // Its new partner is in the tree: it must be left alone with the tree, and be freed with it.
    addMinus(s, node, tree, free, plus)
    place(s, tree)
    return
  }
  addMinus(s, node, tree, free, plus)
  const next = topOf(s, partner)
  addPlus(s, next, tree)
  scanNode(s, next)
}

function openIfDue(s: State, set: number): void {
  const isTop = s.firstChild[set] !== NONE && s.parent[set] === NONE
  if (!isTop || s.label[set] !== MINUS || s.isPlaced[s.tree[set]!] === 1) return
  if (trueZ(s, set) === 0) openOddSet(s, set)
}

/** A plus vertex at the floor may be the one that stays alone: its root gets a partner instead. */
function stopAtFloor(s: State, v: number): void {
  if (s.label[v] !== PLUS || isIdle(s, v) || s.y[v]! - s.time !== s.floor) return
  const node = topOf(s, v)
  rematch(s, v, NONE)
  place(s, s.tree[node]!)
}

function place(s: State, tree: number): void {
  s.isPlaced[tree] = 1
  s.placed.push(tree)
  s.treesLeft--
}

/**
 * Frees the nodes of all trees whose roots have been placed since the last time, for other trees to reach.
 *
 * Not done at once for each: where many edges are tight together, large trees would be cut down and grown
 * again for every single root.
 */
function cutDown(s: State): void {
  const freed: number[] = []
  for (const tree of s.placed) freeTree(s, tree, freed)
  s.placed.length = 0
  // When the last root is placed, nobody will reach them any more.
  if (s.treesLeft > 0) for (const node of freed) rescanFreeNode(s, node)
  for (const each of s.putOff) s.tight.push(each)
  s.putOff.length = 0
}
