import { type ListedLimit, often } from '../../platform/limits.ts'

/** A whole campus behind one address applies on one evening; more than this is no campus. */
export const begunLimit = { count: 200, minutes: 10 }

/** Emails to one address that somebody typed, whoever they are. */
export const mailedLimit = { count: 5, minutes: 30 }

/** The same for the docs. */
export const listedLimits: readonly ListedLimit[] = [
  { of: 'applications begun, from one network', ...often(begunLimit) },
  { of: 'emails about applications, to one address', ...often(mailedLimit) },
]
