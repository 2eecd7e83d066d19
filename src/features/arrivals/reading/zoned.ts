import { instantAt } from '../../../platform/days.ts'

/** Reads a time that says no zone, `2015-10-12 09:00:00`, on the clock of a zone; null for one that there is not. */
export const zoned =
  (zone: string) =>
  (local: string): Date | null => {
    try {
      return instantAt(local.replace(' ', 'T'), zone)
    } catch {
      // The 30th of February.
      return null
    }
  }
