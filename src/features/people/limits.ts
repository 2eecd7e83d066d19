import { type ListedLimit, often } from '../../platform/limits.ts'

/** At most so many in any stretch of so many minutes. */
export type Limit = { count: number; minutes: number }

/** Links to sign in by: for one mailbox, so that nobody floods it, and from one network. */
export const linkLimits = {
  address: { count: 5, minutes: 30 },
  network: { count: 25, minutes: 5 },
} satisfies Record<string, Limit>

/** The same for the docs. */
export const listedLimits: readonly ListedLimit[] = [
  { of: 'asking for a sign-in link, or a new address, for one mailbox', ...often(linkLimits.address) },
  { of: 'asking for a sign-in link, from one network', ...often(linkLimits.network) },
]

/**
 * How long to wait until one more is allowed.
 *
 * @param times when it was done before, newest first; at least the last `count`
 * @returns seconds; 0 when there is room now
 */
export function secondsToWait(times: readonly Date[], limit: Limit, now: Date): number {
  const counted = times[limit.count - 1]
  if (!counted) return 0
  return Math.max(0, Math.ceil((counted.getTime() + limit.minutes * 60_000 - now.getTime()) / 1000))
}
