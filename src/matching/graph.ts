/**
 * An undirected graph with whole, non-negative weights: edge `e` joins `u[e]` and `v[e]` and is worth `w[e]`.
 *
 * Vertices are 0..n-1. No loops. The three arrays have the same length. Where a pair is given more than once its
 * heaviest edge counts; sessions, capacities and texts refuse such a graph.
 */
export type Graph = {
  n: number
  u: ArrayLike<number>
  v: ArrayLike<number>
  w: ArrayLike<number>
}

/**
 * `cardinality`: as many pairs as possible, and among those the highest total weight.
 * `weight`: the highest total weight, however many pairs that takes.
 */
export type Objective = 'cardinality' | 'weight'

/**
 * A proof, by linear-programming duality, that a matching cannot be improved.
 *
 * Every edge must satisfy `y[u] + y[v] + (z of each odd set holding both) >= scale * (w + bonus)`. Then no
 * matching can be worth more than `sum y + sum z[b] * (size of b - 1) / 2`, and the matching is optimal when
 * it is worth just that.
 *
 * @source J. Edmonds, "Maximum matching and a polyhedron with 0,1-vertices" (1965)
 */
export type Certificate = {
  /** Units of `y` and `z` in one point of weight. */
  scale: number
  /** Added to each weight: 0 for `weight`; more than n/2 times the largest weight for `cardinality`. */
  bonus: number
  /** Partner of each vertex, or -1. */
  mate: ArrayLike<number>
  /** Price of each vertex, at least 0. */
  y: ArrayLike<number>
  /** Innermost odd set that holds the vertex, or -1. */
  home: ArrayLike<number>
  /** Odd set right around each odd set, or -1. */
  parent: ArrayLike<number>
  /** Price of each odd set, at least 0. */
  z: ArrayLike<number>
}

export type Result = {
  /** Number of pairs. */
  cardinality: number
  /** Sum of the weights of all pairs, without any bonus. */
  weight: number
  /** Partner of each vertex, or -1. */
  mate: Int32Array
  certificate: Certificate
}

/** A whole number this large or larger is no longer told apart from its neighbour. */
const LIMIT = 2 ** 53

/** Dual units per point of weight: halves occur, smaller parts do not. */
export const SCALE = 2

/**
 * Refuses a graph the solver cannot hold exactly, and names the first offending edge.
 *
 * @returns the bonus that the objective needs
 * @throws RangeError when an end is no vertex, an edge is a loop, a weight is negative or not whole, there is no
 *   such objective, or the numbers would leave the range in which a double counts exactly
 */
export function bonusFor(graph: Graph, objective: Objective): number {
  if (objective !== 'cardinality' && objective !== 'weight')
    throw new RangeError(`objective is ${String(objective)}, not cardinality or weight`)
  const { n, u, v, w } = graph
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`n is ${n}, not a count`)
  if (u.length !== v.length || u.length !== w.length) throw new RangeError('u, v and w differ in length')
  const largest = largestWeight(graph)
  const bonus = objective === 'cardinality' ? Math.floor(n / 2) * largest + 1 : 0
  if (2 * SCALE * (largest + bonus) >= LIMIT)
    throw new RangeError(`weights up to ${largest} are too large for ${n} vertices`)
  return bonus
}

/**
 * Prices stay exact as long as `bonusFor` lets the weights pass; many pairs may still sum to too much.
 *
 * @throws RangeError when they do
 */
export function checkTotal(weight: number, cardinality: number): void {
  // A sum that once passes the limit never falls back below it, rounded or not.
  if (Number.isSafeInteger(weight)) return
  throw new RangeError(`the ${cardinality} best pairs weigh more together than can be counted exactly`)
}

/** Looks at ends and weights in one loop: on a dense graph each loop over all edges is felt. */
function largestWeight({ n, u, v, w }: Graph): number {
  let largest = 0
  for (let e = 0; e < w.length; e++) {
    const a = u[e]!
    const b = v[e]!
    // Whatever is no whole number of at least 0 becomes another by that.
    if (a >>> 0 !== a || b >>> 0 !== b || a >= n || b >= n || a === b)
      throw new RangeError(`edge ${e} joins ${a} and ${b}`)
    const weight = w[e]!
    if (!(weight >= 0) || weight >= LIMIT || Math.floor(weight) !== weight)
      throw new RangeError(`edge ${e} weighs ${weight}`)
    if (weight > largest) largest = weight
  }
  return largest
}
