import { byLikeness } from './alike.ts'
import type { Scorer } from './scorer.ts'
import { byWishes } from './wishes.ts'

/** Every scorer there is, by the name it is stored and said under: `scorer.<name>` in the words. */
export const scorers = { wishes: byWishes, alike: byLikeness } satisfies Record<string, Scorer>

export type ScorerName = keyof typeof scorers

export const scorerNames = Object.keys(scorers) as ScorerName[]
