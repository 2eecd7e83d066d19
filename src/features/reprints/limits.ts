import { type ListedLimit, often } from '../../platform/limits.ts'

/** Nobody has more to ask in a day; each brings an editor work. */
export const addressLimit = { count: 5, minutes: 24 * 60 }
export const networkLimit = { count: 20, minutes: 60 }

/** The same for the docs. */
export const listedLimits: readonly ListedLimit[] = [
  { of: 'questions for permission to reprint, from one network', ...often(networkLimit) },
  { of: 'questions for permission to reprint, by one address', ...often(addressLimit) },
]
