import { formats } from '../../../platform/formats.ts'
import type { Round } from '../round.ts'
import { words } from '../words.ts'

/** From when until when one can apply: on the clock of the round, and the deadline in UTC as well. */
export const whenToApply = (locale: string, round: Round): string =>
  words(locale)('page.apply.span', {
    from: formats(locale, round.zone).instant(round.applyFrom),
    until: deadline(locale, round),
  })

/**
 * The deadline on the clock of the round and in UTC. Midnight is said as the minute before it, which nobody takes
 * for the wrong day.
 */
export function deadline(locale: string, { applyUntil, zone }: Pick<Round, 'applyUntil' | 'zone'>): string {
  const local = Temporal.Instant.fromEpochMilliseconds(applyUntil.getTime()).toZonedDateTimeISO(zone)
  const isMidnight = local.hour === 0 && local.minute === 0
  const last = new Date(applyUntil.getTime() - (isMidnight ? 60_000 : 0))
  const here = formats(locale, zone).instant(last)
  return zone === 'UTC' ? here : `${here} (${formats(locale, 'UTC').instant(last)})`
}
