import type { ListedLimit } from '../../platform/limits.ts'

/** Of one network, in a minute: a whole class looks for things through one address. */
export const searchesPerMinute = 300

/** The same for the docs. */
export const listedLimits: readonly ListedLimit[] = [
  {
    of: 'searches of the blog, from one network',
    most: `${searchesPerMinute} in a minute`,
    past: '429, Retry-After',
  },
]
