import type { ScorerName } from '../score/scorers/index.ts'
import { defaultWeights, type Weights } from '../score/weights.ts'

/** What a coordinator may choose for a scenario; all else about a run is fact. */
export type Settings = {
  /** How the scores of two people come about. */
  scorer: ScorerName
  weights: Weights
  /** The worst-served pair as good as possible before the highest total. */
  worstFirst: boolean
  /** Clocks of partners differ by so many hours at most on the first day, 0 to 12; null for any. */
  mostHoursApart: number | null
  /** Languages that two people must share who both have so many: 1 asks for one in common. */
  commonLanguages: 1 | 2
  /** Whether someone left over sits third with a pair whose middle is willing, or waits. */
  oddOneOut: 'trio' | 'reserve'
  /** Whether the pins of the round stand. Bans and holds always do. */
  keepsPins: boolean
  /**
   * Points, 0 to 10,000, that a pair of the current plan counts more: it is broken only where that brings
   * more than so much. 0 starts afresh.
   */
  keepBonus: number
}

/** @source docs/decisions/0008-pairing-scores.md */
export const defaultSettings: Settings = {
  scorer: 'wishes',
  weights: defaultWeights,
  worstFirst: true,
  mostHoursApart: null,
  commonLanguages: 1,
  oddOneOut: 'trio',
  keepsPins: true,
  keepBonus: 0,
}
