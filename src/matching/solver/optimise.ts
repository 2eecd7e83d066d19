import type { Adjacency } from './adjacency.ts'
import { improveFractionally } from './fractional.ts'
import type { Start } from './greedy.ts'
import { readOff } from './read-off.ts'
import { search } from './search.ts'
import { newState } from './state.ts'

/**
 * An optimal matching with its prices, in dual units. Prices here go down to the floor; those of a
 * certificate start at 0.
 *
 * `home`, `parent` and `z` describe the odd sets as in a certificate; every `z` is even and above 0.
 */
export type Optimum = {
  mate: Int32Array
  y: Float64Array
  home: Int32Array
  parent: Int32Array
  z: Float64Array
}

/** Takes a start, which it uses up, to the optimum. O(n m log n), near linear on most graphs. */
export function optimise(graph: Adjacency, floor: number, start: Start): Optimum {
  improveFractionally(graph, floor, start)
  const state = newState(graph, start.y, start.mate, floor)
  search(state)
  return readOff(state)
}
