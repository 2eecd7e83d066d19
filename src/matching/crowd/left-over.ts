import type { Certificate } from '../graph.ts'
import { FORBIDDEN, pointsOf } from '../problem.ts'
import type { Unplaced } from '../unplaced.ts'
import { ALL, crowdOf, type Field } from './people.ts'
import type { Found } from './steps.ts'

/** With more pairs to look at than this, all who compete anywhere are named together. */
const MOST_LOOKS = 2e7

/**
 * Explains everyone a matching leaves alone, by the prices that prove it, after Edmonds and Gallai. People without a
 * price compete; those with the price of a whole pair are the only partners of those who compete, apart from people
 * in the same odd set. Anyone who is joined to someone left alone in that way is a rival.
 */
export function leftOverOf(field: Field, { free, mate }: { free: Found; mate: Int32Array }): Unplaced[] {
  const { order } = field
  const alone = [...order.keys()].filter((vertex) => mate[vertex] === -1)
  const { certificate } = free.plan
  if (alone.length === 0 || certificate === null) return []
  const parts = partsOf(field, certificate)
  const found = new Map<number, Pick<Unplaced, 'rivals' | 'blocking'>>()
  return alone
    .map((vertex) => {
      const key = parts.keyOf(vertex)
      const known = found.get(key) ?? explained(field, parts.partOf(key))
      found.set(key, known)
      return { person: order[vertex]!, ...known }
    })
    .sort((a, b) => a.person - b.person)
}

type Part = { rivals: number[]; blocking: number[] }

/** Vertices that compete with each other, and for whom: a key by any of those who compete, which many have in common. */
type Parts = { keyOf(vertex: number): number; partOf(key: number): Part }

/** Of someone with a price of their own although alone: one of an odd number, and it might have been anyone. */
const ANYONE = -1

function partsOf(field: Field, certificate: Certificate): Parts {
  const { order } = field
  const { n, score } = crowdOf(field, ALL)
  const { y, scale, bonus, home, parent, z } = certificate
  const share = (vertex: number) => y[vertex]! / (scale * bonus)
  const rivals = [...Array(n).keys()].filter((vertex) => share(vertex) < 0.25)
  const partners = [...Array(n).keys()].filter((vertex) => share(vertex) > 0.75)
  const root = Int32Array.from({ length: n + z.length }, (_, each) => each)
  const find = (each: number): number => {
    let at = each
    while (root[at] !== at) {
      root[at] = root[root[at]!]!
      at = root[at]!
    }
    return at
  }
  const join = (a: number, b: number) => {
    root[find(a)] = find(b)
  }
  for (const vertex of rivals) {
    // An odd set that is worth about a pair holds people who compete for a place together.
    for (let set = home[vertex]!; set !== -1; set = parent[set]!)
      if (z[set]! > (scale * bonus) / 2) join(vertex, n + set)
  }
  const isTooMany = rivals.length * partners.length > MOST_LOOKS
  for (const partner of partners) {
    for (const rival of rivals) {
      if (find(partner) !== find(rival) && (isTooMany || score(partner, rival) !== FORBIDDEN))
        join(partner, rival)
    }
  }
  return {
    keyOf: (vertex) => (share(vertex) >= 0.25 ? ANYONE : find(vertex)),
    partOf(key) {
      if (key === ANYONE) return { rivals: [...order.keys()], blocking: [] }
      const inPart = (each: number) => each < order.length && find(each) === key
      return { rivals: rivals.filter(inPart), blocking: partners.filter(inPart) }
    },
  }
}

/** By position, with those whom a pin has taken and who would otherwise be possible partners. */
function explained({ order, problem }: Field, part: Part): Pick<Unplaced, 'rivals' | 'blocking'> {
  const rivals = part.rivals.map((vertex) => order[vertex]!)
  const taken = problem.pins
    .flat()
    .filter((pinned) => rivals.some((rival) => pointsOf(problem, rival, pinned) !== FORBIDDEN))
  const inOrder = (people: number[]) => [...new Set(people)].sort((a, b) => a - b)
  return {
    rivals: inOrder(rivals),
    blocking: inOrder([...part.blocking.map((vertex) => order[vertex]!), ...taken]),
  }
}
