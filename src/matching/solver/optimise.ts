import type { Adjacency } from './adjacency.ts'
import { improveFractionally } from './fractional.ts'
import type { Start } from './greedy.ts'
import { type Optimum, readOff } from './read-off.ts'
import { search } from './search.ts'
import { newState } from './state.ts'

/** Takes a start, which it uses up, to the optimum. O(n m log n), near linear on most graphs. */
export function optimise(graph: Adjacency, floor: number, start: Start): Optimum {
  improveFractionally(graph, floor, start)
  const state = newState(graph, start.y, start.mate, floor)
  search(state)
  return readOff(state)
}
