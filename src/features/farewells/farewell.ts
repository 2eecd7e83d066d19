import { addDays, dayIn, instantAt, isHumane, localTime, startOfDay } from '../../platform/days.ts'
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

type Ends = Pick<Round, 'endsOn' | 'zone'>

/** The first instant after a round. */
const endOf = ({ endsOn, zone }: Ends): Date => startOfDay(addDays(endsOn, 1), zone)

/** The instant that is said as the end of a round. */
export const lastInstantOf = (round: Ends): Date => new Date(endOf(round).getTime() - 60_000)

/**
 * Whether someone is told farewell now: from the last day of the round, at a humane hour, both by their own clock. For whom it
 * is over by nine in the morning of that day, its last day by its own clock counts, while partners can still be reached.
 *
 * @param zone IANA zone of the person
 */
export function isDue(round: Ends, zone: string, now: Date): boolean {
  const { endsOn } = round
  const local = localTime(now, zone)
  const today = local.slice(0, 10)
  if (!isHumane(Number(local.slice(11, 13))) || today > addDays(endsOn, latestAfterDays)) return false
  return today >= endsOn || (dayIn(now, round.zone) >= endsOn && isOverByNine(round, zone))
}

const isOverByNine = (round: Ends, zone: string) => instantAt(`${round.endsOn}T09:00`, zone) >= endOf(round)
