import { type Sector, type Stage, stages, type Wish } from './applicant.ts'

/**
 * How far a wish is met, in percent; null when there is nothing to meet: the person has no
 * preference, or nobody could meet it ("earlier" than a student).
 */
export type Fit = number | null

export function sectorFit(wish: Wish, own: Sector, other: Sector): Fit {
  // Two people in "other" share a box on the form, hardly a kind of library.
  const alike = own !== other ? 0 : own === 'other' ? 50 : 100
  if (wish === 'like') return alike
  if (wish === 'different') return 100 - alike
  return null
}

export function stageFit(wish: Wish, own: Stage, other: Stage): Fit {
  const ahead = stages.indexOf(other) - stages.indexOf(own)
  switch (wish) {
    case 'like':
      return [100, 40][Math.abs(ahead)] ?? 0
    case 'different':
      return ahead === 0 ? 0 : 100
    case 'earlier':
      return own === stages[0] ? null : towards(-ahead)
    case 'later':
      return own === stages.at(-1) ? null : towards(ahead)
    case 'any':
      return null
  }
}

/** The same stage is not what was asked for, but nearer to it than the opposite. */
const towards = (steps: number) => (steps > 0 ? 100 : steps === 0 ? 30 : 0)

/** By number of shared interests: how alike, in percent; three are as good as it gets. */
const alikeBySharedInterests = [0, 60, 85, 100] as const

/**
 * @param own how many interests the person named
 * @param shared how many of them the other named as well
 */
export function interestsFit(wish: Wish, own: number, shared: number): Fit {
  if (own === 0) return null
  // Who named one or two interests cannot share three.
  const alike = shared >= Math.min(own, 3) ? 100 : (alikeBySharedInterests[shared] ?? 100)
  if (wish === 'like') return alike
  if (wish === 'different') return 100 - alike
  return null
}
