import type { Problem } from '../problem.ts'

/** People who may all meet for the same points, unless told otherwise. */
export function aProblem(size: number, changes: Partial<Problem> = {}): Problem {
  return {
    ids: Array.from({ length: size }, (_, i) => `person-${i}`),
    score: () => 5000,
    pins: [],
    bans: [],
    willing: [],
    seed: 1,
    worstFirst: false,
    ...changes,
  }
}
