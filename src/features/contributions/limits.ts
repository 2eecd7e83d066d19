import { type ListedLimit, often } from '../../platform/limits.ts'

/** A workshop behind one address writes on one afternoon; more than this is no workshop. */
export const networkLimit = { count: 30, minutes: 60 }
/** Nobody offers more than this in a day; each brings an email to the address. */
export const addressLimit = { count: 4, minutes: 24 * 60 }
/** Pictures are read one at a time, so what one network may send is few. */
export const pictureLimit = { count: 40, minutes: 60 }

/** The same for the docs. */
export const listedLimits: readonly ListedLimit[] = [
  { of: 'contributions, from one network', ...often(networkLimit) },
  { of: 'contributions, by one address', ...often(addressLimit) },
  { of: 'pictures of contributions, from one network', ...often(pictureLimit) },
]

/** How far back a limit looks. */
export const sinceFor = ({ minutes }: { minutes: number }, now: Date): Date =>
  new Date(now.getTime() - minutes * 60_000)
