import type { ListedLimit } from '../../platform/limits.ts'

/** Of one network, in a minute: twice as fast as any harvester takes one part after the other. */
export const questionsPerMinute = 120

/** The same for the docs. */
export const listedLimits: readonly ListedLimit[] = [
  {
    of: 'questions of harvesters, from one network',
    most: `${questionsPerMinute} in a minute`,
    past: '503, Retry-After',
  },
]
