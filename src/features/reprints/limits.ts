import type { ListedLimit } from '../../platform/limits.ts'

/** Nobody has more to ask in a day; each brings an editor work. */
export const addressLimit = { count: 5, minutes: 24 * 60 }
export const networkLimit = { count: 20, minutes: 60 }

const often = ({ count, minutes }: { count: number; minutes: number }) => ({
  most: `${count} in ${minutes} minutes`,
  past: '429, Retry-After',
})

/** The same for the docs. */
export const listedLimits: readonly ListedLimit[] = [
  { of: 'questions for leave to reprint, from one network', ...often(networkLimit) },
  { of: 'questions for leave to reprint, by one address', ...often(addressLimit) },
]
