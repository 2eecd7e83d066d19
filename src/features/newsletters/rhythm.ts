import { dayMs } from '../../platform/days.ts'

/** How often a subscriber is told of what comes out: of each post, or of all together each fortnight or month. */
export const rhythms = ['each', 'fortnight', 'month'] as const
export type Rhythm = (typeof rhythms)[number]

/** What nobody has chosen. */
export const usualRhythm: Rhythm = 'fortnight'

/** So many minutes after it came out a post is told of: until then it can be taken back before anybody was written to. */
export const graceMinutes = 10

/** What came out so many days ago before we saw it, as with an archive that is brought in, is no news. */
export const newsDays = 30

/** As many posts stand in one email; how many more there are is said. */
export const mostPosts = 20

/** A Monday. The first digest of a fortnight leaves on one. */
const firstMonday = Date.UTC(2001, 0, 1)
/** Digests leave from this hour on, by UTC: in the morning of Europe and Africa. */
const hour = 6

/**
 * The fortnight or month that an instant belongs to, counted. It knows no zone and no summer time, so no clock change moves
 * or doubles one.
 */
export function periodOf(rhythm: Rhythm, now: Date): number {
  const at = new Date(now.getTime() - hour * 3_600_000)
  if (rhythm === 'fortnight') return Math.floor((at.getTime() - firstMonday) / (14 * dayMs))
  return rhythm === 'month' ? at.getUTCFullYear() * 12 + at.getUTCMonth() : 0
}

/** When the next digest leaves, where there is something new. */
export function nextDigest(rhythm: Exclude<Rhythm, 'each'>, now: Date): Date {
  const next = periodOf(rhythm, now) + 1
  return rhythm === 'fortnight'
    ? new Date(firstMonday + next * 14 * dayMs + hour * 3_600_000)
    : new Date(Date.UTC(Math.floor(next / 12), next % 12, 1, hour))
}
