import type { Graph } from './graph.ts'

/** A graph whose ordinary matchings stand for choices of edges with capacities at the vertices. */
export type Copied = {
  graph: Graph
  /** Copies of vertex v are numbers first[v] to first[v + 1] - 1. */
  first: Int32Array
  /** By edge of the original graph: the first of its two helpers, or -1 when it needs none. */
  helpers: Int32Array
}

type Growing = { n: number; u: number[]; v: number[]; w: number[] }

/** The prize of a person placed and the price of each partner after the first. */
type Prizes = { placed: number; further: number }

/**
 * Numbers that put people first, few further partners second, and weights last.
 *
 * Each pair in the graph of copies places someone, so there are at most n, and one price outweighs all their
 * weights, one prize all their prices and weights.
 *
 * @param further partners after the first that the capacities allow, all together
 */
function prizesFor(n: number, heaviest: number, further: number): Prizes {
  const price = n * heaviest + 1
  return { placed: further * price + n * heaviest + 1, further: price }
}

/**
 * First copies are joined for two prizes, a first and a further copy for one less the price. Further copies
 * are not joined to each other: such a pair would place nobody.
 */
export function copiedForPeople(graph: Graph, capacity: ArrayLike<number>): Copied {
  const { u, v, w } = graph
  const first = firstCopies(graph, capacity)
  const copied: Growing = { n: first[graph.n]!, u: [], v: [], w: [] }
  let further = 0
  for (let vertex = 0; vertex < graph.n; vertex++)
    further += Math.max(0, first[vertex + 1]! - first[vertex]! - 1)
  const prizes = prizesFor(graph.n, heaviestOf(graph), further)
  for (let e = 0; e < w.length; e++) {
    const [a, b, weight] = [u[e]!, v[e]!, w[e]!]
    if (first[a] === first[a + 1] || first[b] === first[b + 1]) continue
    join(copied, first[a]!, first[b]!, 2 * prizes.placed + weight)
    const less = prizes.placed - prizes.further + weight
    for (let copy = first[b]! + 1; copy < first[b + 1]!; copy++) join(copied, first[a]!, copy, less)
    for (let copy = first[a]! + 1; copy < first[a + 1]!; copy++) join(copied, copy, first[b]!, less)
  }
  return { graph: copied, first, helpers: new Int32Array(w.length).fill(-1) }
}

/**
 * Where one end has a single copy, it is joined to all copies of the other. Else the edge might be taken
 * twice, and goes through two helpers: copies, helper, helper, copies, each step worth what the edge is. Both
 * outer steps stand for the pair, the middle one, or one alone, for none.
 */
export function copiedForPairs(graph: Graph, capacity: ArrayLike<number>): Copied {
  const { u, v, w } = graph
  const first = firstCopies(graph, capacity)
  const copied: Growing = { n: first[graph.n]!, u: [], v: [], w: [] }
  const helpers = new Int32Array(w.length).fill(-1)
  for (let e = 0; e < w.length; e++) {
    const [a, b, weight] = [u[e]!, v[e]!, w[e]!]
    if (first[a + 1]! - first[a]! > 1 && first[b + 1]! - first[b]! > 1) {
      const helper = copied.n
      copied.n += 2
      helpers[e] = helper
      for (let copy = first[a]!; copy < first[a + 1]!; copy++) join(copied, copy, helper, weight)
      join(copied, helper, helper + 1, weight)
      for (let copy = first[b]!; copy < first[b + 1]!; copy++) join(copied, helper + 1, copy, weight)
      continue
    }
    for (let one = first[a]!; one < first[a + 1]!; one++) {
      for (let other = first[b]!; other < first[b + 1]!; other++) join(copied, one, other, weight)
    }
  }
  return { graph: copied, first, helpers }
}

/** The edges of the original graph that a matching of its copies stands for, in order. */
export function chosenEdges({ u, v, w }: Graph, copied: Copied, mate: ArrayLike<number>): number[] {
  const { first, helpers } = copied
  const isChosen = (e: number) => {
    const helper = helpers[e]!
    if (helper !== -1) return mate[helper] !== helper + 1 && mate[helper] !== -1 && mate[helper + 1] !== -1
    for (let copy = first[u[e]!]!; copy < first[u[e]! + 1]!; copy++) {
      if (mate[copy]! >= first[v[e]!]! && mate[copy]! < first[v[e]! + 1]!) return true
    }
    return false
  }
  return Array.from({ length: w.length }, (_, e) => e).filter(isChosen)
}

/** Nobody needs more copies than they have edges. */
function firstCopies({ n, u, v }: Graph, capacity: ArrayLike<number>): Int32Array {
  const degree = new Int32Array(n)
  for (let e = 0; e < u.length; e++) {
    degree[u[e]!]!++
    degree[v[e]!]!++
  }
  const first = new Int32Array(n + 1)
  for (let vertex = 0; vertex < n; vertex++) {
    first[vertex + 1] = first[vertex]! + Math.min(degree[vertex]!, capacity[vertex]!)
  }
  return first
}

function heaviestOf({ w }: Graph): number {
  let heaviest = 0
  for (let e = 0; e < w.length; e++) heaviest = Math.max(heaviest, w[e]!)
  return heaviest
}

function join({ u, v, w }: Growing, a: number, b: number, weight: number): void {
  u.push(a)
  v.push(b)
  w.push(weight)
}
