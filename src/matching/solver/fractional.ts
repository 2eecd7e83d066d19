import type { Adjacency } from './adjacency.ts'
import type { Start } from './greedy.ts'
import { type Cycles, closeCycle, openCycle, pairUp, roundCycles } from './half-cycles.ts'
import { dropFirst, emptyQueue, type Queue, remind } from './queue.ts'
import { FREE, MINUS, NONE, PLUS } from './state.ts'

/**
 * A search that has so many plus vertices is given up for now: where no partner exists it would walk through
 * everything, and mostly another search finds this root first. Those still alone may go further each time, as
 * long as they cannot look at every vertex more than twice together.
 */
const SMALLEST_TREE = 10
const GROWTH = 3
const MOST_LOOKS = 2

/** How the search of one root ends, at the earliest. */
const AT_FLOOR = 0
const AT_FREE = 1
const AT_CYCLE = 2
const IN_TREE = 3
const GIVEN_UP = 4

/**
 * Pairs nearly everyone, by solving the relaxation in which odd cycles of halves stand in for odd sets.
 *
 * Vertices of a cycle are those with `next[next[v]] != v`. Each unpaired vertex in turn grows one alternating
 * tree, nearest vertex first, until the first way to place it.
 */
type Search = Cycles & {
  graph: Adjacency
  floor: number
  /** Prices; for a labelled vertex lazily, true price = y - label * time. */
  y: Float64Array
  label: Int8Array
  reachedAt: Float64Array
  /** Labelled vertices and vertices with a `reachedAt`, to be cleared. */
  labelled: number[]
  touched: number[]
  mostLabelled: number
  queue: Queue
  endTime: number
  endKind: number
  endNear: number
  endFar: number
}

/**
 * Improves a greedy start to the optimum of the relaxation, apart from searches that were given up, and
 * rounds it: of each odd cycle one vertex stays unpaired. One in a thousand vertices, often fewer, do.
 *
 * @source W. H. Cunningham and A. B. Marsh, "A primal algorithm for optimum matching" (1978); LEMON's
 *   fractional start
 */
export function improveFractionally(graph: Adjacency, floor: number, { y, mate }: Start): void {
  const n = graph.n
  const s: Search = {
    graph,
    floor,
    y,
    next: mate,
    label: new Int8Array(n),
    reachedAt: new Float64Array(n).fill(Infinity),
    from: new Int32Array(n),
    labelled: [],
    touched: [],
    mostLabelled: 0,
    queue: emptyQueue(),
    endTime: 0,
    endKind: 0,
    endNear: NONE,
    endFar: NONE,
  }
  let largest = SMALLEST_TREE
  do {
    s.mostLabelled = 2 * largest
    for (let v = 0; v < n; v++) {
      if (isAlone(s, v)) placeOrGiveUp(s, v)
    }
    largest *= GROWTH
  } while (hasFewAlone(s, (MOST_LOOKS * n) / largest))
  roundCycles(mate)
}

/** A root to search from: at the floor it may stay as it is. */
function isAlone({ next, y, floor }: Search, v: number): boolean {
  return next[v] === NONE && y[v]! > floor
}

function hasFewAlone(s: Search, most: number): boolean {
  let alone = 0
  for (let v = 0; v < s.next.length && alone <= most; v++) {
    if (isAlone(s, v)) alone++
  }
  return alone > 0 && alone <= most
}

function placeOrGiveUp(s: Search, root: number): void {
  searchFrom(s, root)
  applyEnd(s)
  settle(s)
}

function searchFrom(s: Search, root: number): void {
  const { queue, next } = s
  s.endTime = Infinity
  queue.size = 0
  addPlus(s, root, 0)
  while (queue.size > 0 && queue.time[0]! < s.endTime) {
    const time = queue.time[0]!
    const near = queue.who[0]!
    const v = queue.arc[0]!
    dropFirst(queue)
    if (s.label[v] !== FREE || time > s.reachedAt[v]!) continue
    if (s.labelled.length > s.mostLabelled) {
      end(s, time, GIVEN_UP, NONE, NONE)
      return
    }
    s.label[v] = MINUS
    s.y[v] = s.y[v]! - time
    s.from[v] = near
    s.labelled.push(v)
    addPlus(s, next[v]!, time)
  }
}

function end(s: Search, time: number, kind: number, near: number, far: number): void {
  s.endTime = time
  s.endKind = kind
  s.endNear = near
  s.endFar = far
}

/** Labels v and looks along its edges. Only what comes before the earliest end is worth remembering. */
function addPlus(s: Search, v: number, time: number): void {
  const { graph, label, y, next, reachedAt, queue } = s
  const { start, to, worth } = graph
  const price = y[v]! + time
  y[v] = price
  label[v] = PLUS
  s.labelled.push(v)
  if (price - s.floor < s.endTime) end(s, price - s.floor, AT_FLOOR, v, NONE)
  let limit = 2 * s.endTime
  for (let arc = start[v]!, stop = start[v + 1]!; arc < stop; arc++) {
    const other = to[arc]!
    const slack = price + y[other]! - worth[arc]!
    // Most edges are far from tight; prices of plus neighbours count twice.
    if (slack >= limit) continue
    const met = label[other]!
    if (met === PLUS) {
      end(s, slack / 2, IN_TREE, v, other)
      limit = slack
    } else if (met === FREE && 2 * slack < limit) {
      const partner = next[other]!
      if (partner === NONE || next[partner] !== other) {
        end(s, slack, partner === NONE ? AT_FREE : AT_CYCLE, v, other)
        limit = 2 * slack
      } else if (slack < reachedAt[other]!) {
        if (reachedAt[other] === Infinity) s.touched.push(other)
        reachedAt[other] = slack
        remind(queue, slack, v, other)
      }
    }
  }
}

function applyEnd(s: Search): void {
  const { next, endNear, endFar } = s
  if (s.endKind === AT_FLOOR) {
    pairUp(s, endNear, NONE)
  } else if (s.endKind === AT_FREE) {
    pairUp(s, endNear, endFar)
    next[endFar] = endNear
  } else if (s.endKind === AT_CYCLE) {
    openCycle(next, endFar)
    pairUp(s, endNear, endFar)
    next[endFar] = endNear
  } else if (s.endKind === IN_TREE) {
    closeCycle(s, endNear, endFar)
  }
}

/** Makes lazy prices true and forgets the tree. */
function settle(s: Search): void {
  for (const v of s.labelled) {
    s.y[v] = s.y[v]! - s.label[v]! * s.endTime
    s.label[v] = FREE
  }
  for (const v of s.touched) s.reachedAt[v] = Infinity
  s.labelled.length = 0
  s.touched.length = 0
}
