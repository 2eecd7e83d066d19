import { watchOn } from './watched.ts'

/** Years that a network of librarians has dealings with. PostgreSQL knows no year 0, and browsers offer 275760. */
const years = { first: 1900, last: 2199 }

/** Whether a text is a day of the calendar, `YYYY-MM-DD`, in a year that is no slip of the finger. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const year = Number(text.slice(0, 4))
  const at = new Date(`${text}T00:00:00Z`)
  return (
    year >= years.first &&
    year <= years.last &&
    !Number.isNaN(at.getTime()) &&
    at.toISOString().startsWith(text)
  )
}

/** Whether a text is a time on a clock, as a browser's field gives it: `YYYY-MM-DDTHH:MM`, or with `:SS`. */
export const isLocalTime = (text: string): boolean =>
  /^.{10}T([01]\d|2[0-3])(:[0-5]\d){1,2}$/.test(text) && isDay(text.slice(0, 10))

const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])

/** Whether a text is the name of a zone to choose, such as `Australia/Sydney`. */
export const isZone = (text: string): boolean => zones.has(text)

/** The day on which an instant falls, `YYYY-MM-DD`, by the clock of a zone; in UTC unless one is named. */
export function dayIn(instant: Date, zone = 'UTC'): string {
  const { at, watch } = watchOn(instant)
  // In UTC it takes a tenth of the time.
  const day = zone === 'UTC' ? at.toISOString().slice(0, 10) : onClock(at, zone).toPlainDate().toString()
  watch?.onDay(zone, day)
  return day
}

/** Whether the present is before an instant: for what visitors read, of which a copy notes this, and not the time. */
export function isBefore(now: Date, limit: Date): boolean {
  const { at, watch } = watchOn(now)
  const answer = at < limit
  watch?.compared(limit, answer)
  return answer
}

/** An instant to the second, in UTC: `YYYY-MM-DDTHH:MM:SSZ`. */
export const secondOf = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`

/** The first instant of a day by the clock of a zone. @param day `YYYY-MM-DD` */
export const startOfDay = (day: string, zone: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds)

export const dayMs = 86_400_000

/** The instant a number of days, of 24 hours each, after another. */
export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * dayMs)

/** The same before it. */
export const daysBefore = (at: Date, days: number): Date => daysAfter(at, -days)

/** The day a number of days after another; both `YYYY-MM-DD`. In UTC all days are as long, and there it takes a tenth of the time. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

/** How many days from one to another, both `YYYY-MM-DD`; negative when the other is earlier. */
export const daysBetween = (from: string, until: string): number =>
  (Date.parse(until) - Date.parse(from)) / dayMs

/** `YYYY-MM-DDTHH:MM` on the clock of a zone, as a browser's field takes it; with `:SS` where seconds are asked for. */
export const localTime = (at: Date, zone: string, smallestUnit: 'minute' | 'second' = 'minute'): string =>
  onClock(at, zone).toPlainDateTime().toString({ smallestUnit })

/** Whether people may be written to at an hour of their own clock: from nine in the morning until nine in the evening. */
export const isHumane = (hour: number): boolean => hour >= 9 && hour < 21

/** What clocks show at an instant: by zone, the day, `YYYY-MM-DD`, and the hour. Each zone is worked out once. */
export function clocksAt(now: Date): (zone: string) => { today: string; hour: number } {
  const known = new Map<string, { today: string; hour: number }>()
  return (zone) => {
    const seen = known.get(zone)
    if (seen) return seen
    const local = localTime(now, zone)
    const clock = { today: local.slice(0, 10), hour: Number(local.slice(11, 13)) }
    known.set(zone, clock)
    return clock
  }
}

/** The instant of a time on the clock of a zone, as it was typed; null for what is no such time. */
export const instantTyped = (text: string, zone: string): Date | null =>
  isLocalTime(text) ? instantAt(text, zone) : null

/** The instant of a time on the clock of a zone. @param local `YYYY-MM-DDTHH:MM` @throws RangeError for anything else */
export const instantAt = (local: string, zone: string): Date =>
  new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds)

const onClock = (at: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
