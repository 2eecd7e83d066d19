import { type ListedLimit, often } from '../../platform/limits.ts'

/** A class in one room comments on one afternoon; more than this is no class. */
export const networkLimit = { count: 40, minutes: 10 }
/** Nobody has more than this to say. */
export const addressLimit = { count: 8, minutes: 10 }
/** What one network says is wrong with comments. */
export const flagLimit = { count: 20, minutes: 60 }

/** The same for the docs. */
export const listedLimits: readonly ListedLimit[] = [
  { of: 'comments, from one network', ...often(networkLimit) },
  { of: 'comments, by one address', ...often(addressLimit) },
  { of: 'comments that are reported, from one network', ...often(flagLimit) },
]
