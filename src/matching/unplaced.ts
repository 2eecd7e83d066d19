import { rivalsOf } from './maximum.ts'
import { adjacencyByPoints, type Pool } from './pool.ts'
import { FORBIDDEN, pairKey, pointsOf } from './problem.ts'

/** Someone without a partner, and why. Positions, in ascending order. */
export type Unplaced = {
  person: number
  /**
   * The only people that any of `rivals` could be paired with, apart from each other: too few for all. Empty
   * when there is nobody at all, or when the rivals can only be paired among themselves and are an odd
   * number.
   */
  blocking: number[]
  /** Everyone who might be the one without a partner in an equally full plan, the person included. */
  rivals: number[]
}

/**
 * Explains everyone a maximum matching leaves alone, after Tutte and Berge: among `rivals`, nobody has a
 * possible partner outside `rivals` and `blocking`, and all of `blocking` are taken by rivals.
 *
 * O(m) for each person left alone.
 */
export function unplacedOf(pool: Pool, mate: Int32Array): Unplaced[] {
  const { people, pinned } = pool
  const alone = [...people.keys()].filter((v) => mate[v] === -1 && !pinned.has(people[v]!))
  if (alone.length === 0) return []
  const graph = adjacencyByPoints(pool)
  const found = alone.map((vertex) => {
    const rivals = rivalsOf(graph, mate, vertex)
    const blocking = new Set(pinnedPartners(pool, rivals))
    const inside = new Set(rivals)
    for (const rival of rivals) {
      for (let arc = graph.start[rival]!; arc < graph.start[rival + 1]!; arc++) {
        const other = graph.to[arc]!
        if (!inside.has(other) && other !== pool.seat) blocking.add(people[other]!)
      }
    }
    return {
      person: people[vertex]!,
      blocking: inOrder(blocking),
      rivals: inOrder(rivals.filter((rival) => rival !== pool.seat).map((rival) => people[rival]!)),
    }
  })
  return found.sort((a, b) => a.person - b.person)
}

const inOrder = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b)

/** People whom a pin has taken and who would otherwise be possible partners. */
function pinnedPartners({ problem, people, pinned, banned }: Pool, rivals: number[]): number[] {
  const isPossible = (a: number, b: number) =>
    !banned.has(pairKey(people.length, a, b)) && pointsOf(problem, a, b) !== FORBIDDEN
  const wanting = rivals.filter((rival) => rival < people.length).map((rival) => people[rival]!)
  return [...pinned].filter((taken) => wanting.some((rival) => isPossible(rival, taken)))
}
