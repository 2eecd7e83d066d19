import type { CapacityObjective } from '../capacity.ts'
import type { Graph } from '../graph.ts'

export type Choice = { placed: number; pairs: number; weight: number }

/** What the best choice of at most about 15 edges is worth, by trying all. */
export function bestChoiceByTrying(
  { n, u, v, w }: Graph,
  capacity: readonly number[],
  objective: CapacityObjective,
): Choice {
  const partners = new Array<number>(n).fill(0)
  let best: Choice = { placed: 0, pairs: 0, weight: 0 }
  const tryFrom = (e: number, pairs: number, weight: number) => {
    if (e === w.length) {
      const choice = { placed: partners.filter((count) => count > 0).length, pairs, weight }
      if (isBetter(choice, best, objective)) best = choice
      return
    }
    tryFrom(e + 1, pairs, weight)
    const [a, b] = [u[e]!, v[e]!]
    if (partners[a]! >= capacity[a]! || partners[b]! >= capacity[b]!) return
    partners[a]!++
    partners[b]!++
    tryFrom(e + 1, pairs + 1, weight + w[e]!)
    partners[a]!--
    partners[b]!--
  }
  tryFrom(0, 0, 0)
  return best
}

function isBetter(a: Choice, b: Choice, objective: CapacityObjective): boolean {
  if (objective === 'people' && a.placed !== b.placed) return a.placed > b.placed
  if (objective === 'people' && a.pairs !== b.pairs) return a.pairs < b.pairs
  if (objective === 'pairs' && a.pairs !== b.pairs) return a.pairs > b.pairs
  return a.weight > b.weight
}
