import type { Adjacency } from './adjacency.ts'
import { emptyQueue, type Queue } from './queue.ts'

/** In no tree. */
export const FREE = 0
/** An even number of steps from the root of its tree: its price falls as time passes. */
export const PLUS = 1
/** An odd number of steps from the root: its price rises. */
export const MINUS = -1
/** No vertex, no node, no tree. */
export const NONE = -1

/**
 * Everything the solver knows. Flat typed arrays, so that the compiler sees one shape whatever the graph.
 *
 * A *vertex* is 0..n-1. A *node* is a vertex or an odd set (n and above). A node is *top* when no odd set
 * holds it; the matching, the trees and the labels are about top nodes only. What lies inside an odd set is
 * left as it was when the set was made, and is put right when the set is opened: see `paths.ts`.
 *
 * Prices are lazy: with the clock at `time`, the true price of vertex v is `y[v] - label[v] * time` and of
 * odd set b it is `z[b] + 2 * label[b] * time`, so nothing has to be touched when time passes.
 */
export type State = {
  readonly graph: Adjacency
  /** Prices may not fall below this; a person may stay alone at this price only. */
  floor: number
  time: number
  readonly queue: Queue

  /** By vertex. */
  readonly y: Float64Array
  /**
   * When a tree will reach this free vertex, as far as the queue knows; never later than it really will. For a
   * plus vertex, when it will meet the first of the plus vertices that it knew of when it was scanned.
   */
  readonly reachedAt: Float64Array
  /** The class of the vertex: `nodeOf[set[v]]` is the top node that holds v. */
  readonly set: Int32Array
  /** Next vertex in the list of vertices of its node. */
  readonly nextLeaf: Int32Array

  /** By node; for a vertex it is the label of the top node that holds it. */
  readonly label: Int8Array
  readonly z: Float64Array
  /**
   * Vertex of the node at which its matched edge ends, and the vertex at the other end (`NONE` when it has no
   * partner).
   */
  readonly base: Int32Array
  readonly out: Int32Array
  /**
   * The tree edge by which a minus node was reached: its vertex in the node, and its vertex in the plus node
   * before.
   */
  readonly entry: Int32Array
  readonly from: Int32Array
  /** The edge that turned a minus node into a plus one, or `NONE` for a node that was plus from the start. */
  readonly bridgeNear: Int32Array
  readonly bridgeFar: Int32Array
  readonly tree: Int32Array
  readonly nextInTree: Int32Array
  readonly previousInTree: Int32Array
  /** Union-find of nodes that were merged at the present time; the root is the base of the merged set. */
  readonly merged: Int32Array
  /** Circular list of the nodes merged with this one, later of the siblings in an odd set. */
  readonly ring: Int32Array
  readonly firstLeaf: Int32Array
  readonly lastLeaf: Int32Array
  readonly size: Int32Array
  /** Class of the node's vertices while it is top. */
  readonly classOf: Int32Array
  /** Odd set right around the node, or `NONE`. */
  readonly parent: Int32Array
  /** The base child at the time the odd set was made; `NONE` for an identifier not in use. */
  readonly firstChild: Int32Array
  /** Stamp of the last search for a common ancestor that passed here. */
  readonly visited: Int32Array
  stamp: number

  /** By class. */
  readonly nodeOf: Int32Array
  /** By tree: first node of its list, `NONE` when the tree is gone. */
  readonly treeHead: Int32Array
  /** By tree: the earliest time at which one of its plus vertices reaches the floor. */
  readonly treeEnd: Float64Array
  /** By tree: 1 once its root has been placed and it waits to be cut down. */
  readonly isPlaced: Uint8Array
  readonly placed: number[]
  /** Trees whose root is not placed yet. */
  treesLeft: number

  /** Identifiers of odd sets not in use. */
  readonly spare: number[]
  /** Base nodes of sets merged since time last passed. */
  readonly changed: number[]
  /**
   * Tight edges to be looked at, as vertex and arc in turns, first come first served; `tightDone` of the
   * numbers have been.
   */
  readonly tight: number[]
  tightDone: number
  /** Tight edges at a placed tree, to be looked at again once it is cut down. */
  readonly putOff: number[]
}

/** @param y one price per vertex such that no edge is short of its weight, each at least `floor` */
export function newState(graph: Adjacency, y: Float64Array, mate: Int32Array, floor: number): State {
  const n = graph.n
  const nodes = n + (n >> 1) + 1
  const state: State = {
    graph,
    floor,
    time: 0,
    queue: emptyQueue(),
    y,
    reachedAt: new Float64Array(n).fill(Infinity),
    set: identity(n),
    nextLeaf: new Int32Array(n).fill(NONE),
    label: new Int8Array(nodes),
    z: new Float64Array(nodes),
    base: identity(nodes),
    out: new Int32Array(nodes).fill(NONE),
    entry: new Int32Array(nodes),
    from: new Int32Array(nodes),
    bridgeNear: new Int32Array(nodes).fill(NONE),
    bridgeFar: new Int32Array(nodes),
    tree: new Int32Array(nodes),
    nextInTree: new Int32Array(nodes),
    previousInTree: new Int32Array(nodes),
    merged: identity(nodes),
    ring: identity(nodes),
    firstLeaf: identity(nodes),
    lastLeaf: identity(nodes),
    size: new Int32Array(nodes).fill(1),
    classOf: identity(nodes),
    parent: new Int32Array(nodes).fill(NONE),
    firstChild: new Int32Array(nodes).fill(NONE),
    visited: new Int32Array(nodes),
    stamp: 0,
    nodeOf: identity(n),
    treeHead: new Int32Array(n).fill(NONE),
    treeEnd: new Float64Array(n),
    isPlaced: new Uint8Array(n),
    placed: [],
    treesLeft: 0,
    spare: [],
    changed: [],
    tight: [],
    tightDone: 0,
    putOff: [],
  }
  for (let node = nodes - 1; node >= n; node--) state.spare.push(node)
  state.out.set(mate)
  return state
}

function identity(count: number): Int32Array {
  const numbers = new Int32Array(count)
  for (let i = 0; i < count; i++) numbers[i] = i
  return numbers
}

/** The top node that holds a vertex. */
export function topOf(s: State, vertex: number): number {
  return s.nodeOf[s.set[vertex]!]!
}

/**
 * The base of the set that a top node was merged into at the present time; the node itself when it was not.
 */
export function mergedInto(s: State, node: number): number {
  const merged = s.merged
  let at = node
  while (merged[at] !== at) {
    merged[at] = merged[merged[at]!]!
    at = merged[at]!
  }
  return at
}
