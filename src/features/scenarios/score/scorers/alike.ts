import type { Scorer } from './scorer.ts'
import { byWishes } from './wishes.ts'

/**
 * As similar as possible: as if everyone had wished for someone of the same kind of library, the same career
 * stage and the same interests, and as near as can be.
 */
export const byLikeness: Scorer = ({ applicants, weights, ...rest }) =>
  byWishes({
    applicants: applicants.map((one) => ({
      ...one,
      wishes: { sector: 'like', stage: 'like', interests: 'like' },
    })),
    weights: { ...weights, circumstances: { ...weights.circumstances, region: 0, experience: 0 } },
    ...rest,
  })
