import { addDays, isHumane, localTime } from '../../platform/days.ts'
import type { Round } from '../rounds/index.ts'

/** How a round ends for someone who takes part in it to the last day. */
export const endings = ['pair', 'trio', 'parted', 'never'] as const
/** With one partner, with two; without one since the last pairing ended; without ever having had one. */
export type Ending = (typeof endings)[number]

/** @param partners they have at the end @param had whether they have ever been in a pairing of the round */
export function endingOf({ partners, had }: { partners: number; had: boolean }): Ending {
  if (partners > 1) return 'trio'
  if (partners === 1) return 'pair'
  return had ? 'parted' : 'never'
}

/** For so many days after the last one a farewell is still said; later it would come out of the blue. */
export const latestAfterDays = 14

/** For so many days after the last one their own page tells of the end. */
export const toldForDays = 90

/**
 * Whether someone is told farewell now: from the last day of the round, at a humane hour, both by their own clock.
 *
 * @param zone IANA zone of the person
 */
export function isDue({ endsOn }: Pick<Round, 'endsOn'>, zone: string, now: Date): boolean {
  const local = localTime(now, zone)
  const today = local.slice(0, 10)
  return today >= endsOn && today <= addDays(endsOn, latestAfterDays) && isHumane(Number(local.slice(11, 13)))
}
