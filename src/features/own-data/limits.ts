import { type ListedLimit, often } from '../../platform/limits.ts'
import { copyMinutes, linkAgainMinutes } from './erasure.ts'

/** A class in one room may ask; more than this is no class. */
export const linkLimit = { count: 20, minutes: 10 }

/** The same for the docs. */
export const listedLimits: readonly ListedLimit[] = [
  {
    of: 'making a copy of one’s data',
    most: `1 in ${copyMinutes} minutes`,
    past: 'the one before is shown',
  },
  {
    of: 'links to what is kept under an address without an account, asked from one network',
    ...often(linkLimit),
  },
  {
    of: 'such links to one address',
    most: `1 in ${linkAgainMinutes} minutes`,
    past: 'the same answer, and no email',
  },
]
