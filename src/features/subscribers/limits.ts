import { type ListedLimit, often } from '../../platform/limits.ts'
import { askedAgainMinutes } from './subscriber.ts'

/** A workshop behind one address asks on one afternoon; more than this is no workshop. */
export const askedLimit = { count: 100, minutes: 10 }

/** The same for the docs. */
export const listedLimits: readonly ListedLimit[] = [
  { of: 'addresses left for the next call, from one network', ...often(askedLimit) },
  {
    of: 'questions to one address whether it wants to be told',
    most: `one in ${askedAgainMinutes} minutes`,
    past: 'the same answer, and no email',
  },
]
