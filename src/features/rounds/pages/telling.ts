import { dayIn, startOfDay } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import type { Frame } from '../../../ui/index.ts'
import type { Phase, Round } from '../round.ts'
import { words } from '../words.ts'

/** What a round is called, as a heading: by its own title, or by its code in the reader's language. */
export const roundTitle = (locale: string, { title, code }: Pick<Round, 'title' | 'code'>): string =>
  title || words(locale)('title.heading', { code })

/** The same inside a sentence. */
export const roundInText = (locale: string, { title, code }: Pick<Round, 'title' | 'code'>): string =>
  title || words(locale)('title.in-text', { code })

/**
 * How far a round is; nothing where it would say that people can apply, or soon can, while the network is paused: what each
 * page says on top is all there is to say.
 */
export const phaseInWords = (
  { locale, paused }: Pick<Frame, 'locale' | 'paused'>,
  phase: Phase,
): string | null =>
  paused !== undefined && (phase === 'upcoming' || phase === 'applying')
    ? null
    : words(locale)(`phase.${phase}`)

/** From when until when one can apply: on the clock of a zone, and the deadline in UTC as well. */
export const whenToApply = (locale: string, round: Round, zone = round.zone): string =>
  words(locale)('page.apply.span', {
    from: formats(locale, zone).instant(round.applyFrom),
    until: deadline(locale, round, zone),
  })

/**
 * The deadline on the clock of the reader's zone, or of the round's, and in UTC. What is midnight in either of the two
 * is said as the minute before it, which nobody takes for the wrong day; in all zones alike.
 */
export function deadline(
  locale: string,
  round: Pick<Round, 'applyUntil' | 'zone'>,
  zone = round.zone,
): string {
  const last = lastInstant(round, zone)
  const here = formats(locale, zone).instant(last)
  return zone === 'UTC'
    ? here
    : words(locale)('deadline.both', { here, utc: formats(locale, 'UTC').instant(last) })
}

/** The instant that is said as the deadline. */
export function lastInstant(
  { applyUntil, zone: own }: Pick<Round, 'applyUntil' | 'zone'>,
  zone: string,
): Date {
  const isMidnight = [own, zone].some((one) => isMidnightIn(applyUntil, one))
  return new Date(applyUntil.getTime() - (isMidnight ? 60_000 : 0))
}

const isMidnightIn = (at: Date, zone: string) => startOfDay(dayIn(at, zone), zone).getTime() === at.getTime()
