import { FORBIDDEN, pointsOf } from '../problem.ts'
import type { Unplaced } from '../unplaced.ts'
import { ALL, crowdOf, type Field } from './people.ts'
import type { Prices } from './verify-crowd.ts'

/**
 * Rivals could be paired with each other and those who block them, and with nobody else.
 *
 * @param prices that are known to pay for every pair of the field, and so say which need not be looked at: those whose
 *   two people pay less than a pair is worth without its points, and who are in no odd set together
 * @returns what is wrong with the first reason that does not hold
 */
export function leftOverFault(
  field: Field,
  prices: Prices,
  unplaced: readonly Unplaced[],
): string | undefined {
  const mayMeet = meetingsIn(field, prices)
  const known = new Map<string, string | undefined>()
  const textOf = texts()
  for (const { person, rivals, blocking } of unplaced) {
    if (!rivals.includes(person)) return `${person} is not among the rivals for a place`
    // Many have the same reason.
    const key = `${textOf(rivals)} ${textOf(blocking)}`
    if (!known.has(key)) known.set(key, mayMeet(rivals, new Set([...rivals, ...blocking])))
    const fault = known.get(key)
    if (fault !== undefined) return `${fault}, which the reason for ${person} leaves out`
  }
  return undefined
}

/** Lists as text, written once for each: thousands may have one list of thousands. */
function texts(): (list: readonly number[]) => string {
  const known = new Map<readonly number[], string>()
  return (list) => {
    const text = known.get(list) ?? list.join()
    known.set(list, text)
    return text
  }
}

/** Finds one of some people who could be paired with somebody who is not named. */
function meetingsIn({ order, problem, left, seat }: Field, prices: Prices) {
  const { y, scale, bonus } = prices
  const { score } = crowdOf({ problem, order, seat, left }, ALL)
  const vertexOf = new Map(Array.from(order, (position, vertex) => [position, vertex]))
  const dearest = [...order.keys()].sort((a, b) => y[b]! - y[a]!)
  const together = bySet(order.length, prices)
  const pinned = problem.pins.flat()
  return (rivals: readonly number[], named: ReadonlySet<number>): string | undefined => {
    const isOutside = (vertex: number) => !named.has(order[vertex]!)
    const others = dearest.filter(isOutside)
    const taken = pinned.filter((one) => !named.has(one))
    const apart = new Map<number[], number[]>()
    for (const rival of rivals) {
      const pin = taken.find((one) => pointsOf(problem, rival, one) !== FORBIDDEN)
      if (pin !== undefined) return `${rival} and ${pin} could be paired`
      const vertex = vertexOf.get(rival)
      if (vertex === undefined) return `${rival} is not waiting for a partner`
      // Once for each odd set, which may hold everyone.
      const inside = together(vertex)
      const outside = apart.get(inside) ?? inside.filter(isOutside)
      apart.set(inside, outside)
      const meets = (other: number) => score(vertex, other) !== FORBIDDEN
      const isDear = (other: number) => y[vertex]! + y[other]! >= scale * bonus
      const other = firstDear(others, isDear, meets) ?? outside.find(meets)
      if (other !== undefined) return `${rival} and ${order[other]} could be paired`
    }
    return undefined
  }
}

/** @param dearest first, so that nobody is dear after one who is not */
function firstDear(
  dearest: readonly number[],
  isDear: (other: number) => boolean,
  meets: (other: number) => boolean,
): number | undefined {
  for (const other of dearest) {
    if (!isDear(other)) return undefined
    if (meets(other)) return other
  }
  return undefined
}

const NOBODY: number[] = []

/** By vertex, everyone in the same odd set, the outermost there is. */
function bySet(people: number, { home, parent }: Prices): (vertex: number) => number[] {
  const outermost = (vertex: number) => {
    let set = home[vertex]!
    while (set !== -1 && parent[set] !== -1) set = parent[set]!
    return set
  }
  const members = new Map<number, number[]>()
  for (let vertex = 0; vertex < people; vertex++) {
    const set = outermost(vertex)
    const inside = members.get(set)
    if (inside === undefined) members.set(set, [vertex])
    else inside.push(vertex)
  }
  return (vertex) => (home[vertex] === -1 ? NOBODY : (members.get(outermost(vertex)) ?? NOBODY))
}
