import type { Adjacency } from '../solver/adjacency.ts'
import type { Nesting } from '../solver/nesting.ts'
import type { Optimum } from '../solver/read-off.ts'
import type { Crowd } from './crowd.ts'
import type { Worst } from './few-worst.ts'
import type { Kinds } from './kinds.ts'
import type { LineUp } from './line-up.ts'
import type { Shared } from './shared.ts'

/**
 * Which pairs of a crowd are wanted. Plain data, so that it can be sent to another thread; all parts of one
 * look share it except for `part`.
 */
export type Question = {
  /** Number of the look. */
  look: number
  part: number
  parts: number
  /** Pairs to bring home for each person from one part of a look. */
  keep: number
  /** Price of each person; anyone after the last person is left out of account. */
  y: Float64Array
  /** Odd sets, which pay for the pairs inside them as well; null when there are none. */
  sets: Pick<Optimum, 'home' | 'parent' | 'z'> | null
  /** Pairs that need not be told: partners of each person. */
  known: Pick<Adjacency, 'start' | 'to'>
  /** Pairs are wanted that are paid for with less than this to spare, or not at all. */
  near: number
  /** Whose pairs: 1 for each such person; null for everyone's. */
  among: Uint8Array | null
  /** Whether a few pairs for each person will do, or it matters that there are no more. */
  isFewEnough: boolean
}

/** Everything that a look needs at hand, in flat arrays, so that the innermost loops see one shape. */
export type Look = Pick<Question, 'known' | 'near' | 'among' | 'isFewEnough'> & {
  crowd: Crowd
  kinds: Kinds
  line: LineUp
  worst: Worst
  ranks: Ranks
  shared: Shared
  nesting: Nesting | null
  /** By person, the number of their innermost odd set in `nesting`. */
  home: Int32Array
  /** Whether each pair is met from one side only. */
  isHalf: boolean
  /** Pairs of the present person are wanted that are short by more than this. */
  bar: number
  /** How far the last person had to look below the best that there could be. */
  wanted: number
  pairsSeen: number
  scores: number
}

/** The kinds in which people of one kind could find a wanted pair, the most promising first. */
export type Ranks = {
  count: number
  /** By rank. */
  other: Int32Array
  /** A person whose price and bar add up to this finds nobody in this kind, nor in any after it. */
  promise: Float64Array
  /** By rank and number of traits shared, `width` of them: prices that add up to this pay for the pair. */
  limit: Float64Array
  width: number
  /** Room to sort with, by kind and by drawer. */
  best: Float64Array
  drawer: Int32Array
}
