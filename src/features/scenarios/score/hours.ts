import { addDays } from '../../../platform/days.ts'
import type { AwakeHours } from './applicant.ts'

/** When someone is awake, and by which clock. */
export type Awake = { zone: string; hours: AwakeHours }

/** Minutes after midnight, 0 to 1439; `until` at or before `from` is on the next day. */
export type ClockRange = { from: number; until: number }

/** The same stretch of a day on three clocks. */
type SharedRange = { utc: ClockRange; own: ClockRange; partner: ClockRange }

export type SharedHours = {
  /** Minutes in all, 0 to 1440. */
  minutes: number
  /** Longest first; at most two, none when the two are never awake together. */
  ranges: SharedRange[]
}

const dayMinutes = 24 * 60

/**
 * When both are awake on a given day, by the offsets their clocks have at noon of it.
 *
 * @param day `YYYY-MM-DD`
 * @throws RangeError for a zone the system does not know
 */
export function sharedHours(own: Awake, partner: Awake, day: string): SharedHours {
  const ownOffset = offsetMinutes(own.zone, day)
  const partnerOffset = offsetMinutes(partner.zone, day)
  const arcs = overlaps(arcInUtc(own.hours, ownOffset), arcInUtc(partner.hours, partnerOffset))

  return {
    minutes: arcs.reduce((sum, arc) => sum + arc.length, 0),
    ranges: arcs
      .sort((a, b) => b.length - a.length || a.from - b.from)
      .map((arc) => ({
        utc: onClock(arc, 0),
        own: onClock(arc, ownOffset),
        partner: onClock(arc, partnerOffset),
      })),
  }
}

/** When both are awake on each of the seven days from one on, `YYYY-MM-DD`; a change of clocks shows on its day. */
export const sharedWeek = (own: Awake, partner: Awake, from: string): { day: string; hours: SharedHours }[] =>
  Array.from({ length: 7 }, (_, days) => addDays(from, days)).map((day) => ({
    day,
    hours: sharedHours(own, partner, day),
  }))

/**
 * The first day of a stretch from which the two find each other awake at other hours of their own
 * clocks than on its first day, because one clock changed. Null when nothing shifts between them.
 *
 * @param from `YYYY-MM-DD`, included
 * @param until `YYYY-MM-DD`, included
 */
export function hoursChangeOn(own: Awake, partner: Awake, from: string, until: string): string | null {
  const between = (day: string) => offsetMinutes(own.zone, day) - offsetMinutes(partner.zone, day)
  const first = between(from)
  const days = [...clockChanges(own.zone, from, until), ...clockChanges(partner.zone, from, until)].sort()
  return days.find((day) => between(day) !== first) ?? null
}

/** The days on which a zone's clocks are put forward or back. */
function clockChanges(zone: string, from: string, until: string): string[] {
  const noon = Temporal.PlainDate.from(from).toZonedDateTime({ timeZone: zone, plainTime: '12:00' })
  const days: string[] = []
  let change = noon.getTimeZoneTransition('next')
  while (change && change.toPlainDate().toString() <= until) {
    days.push(change.toPlainDate().toString())
    change = change.getTimeZoneTransition('next')
  }
  return days
}

/** What a zone's clock adds to UTC at noon of a day, in minutes: 330 for India, 570 for Adelaide in winter. */
export function offsetMinutes(zone: string, day: string): number {
  const noon = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: '12:00' })
  return noon.offsetNanoseconds / 60e9
}

/** A stretch of the endlessly repeating day: where it starts, and how long it is. */
type Arc = { from: number; length: number }

const onDial = (minutes: number) => ((minutes % dayMinutes) + dayMinutes) % dayMinutes

function arcInUtc(hours: AwakeHours, offset: number): Arc {
  // Awake from eight to eight reads as the whole day, not as no time at all.
  return { from: onDial(hours.from - offset), length: onDial(hours.until - hours.from) || dayMinutes }
}

function onClock(arc: Arc, offset: number): ClockRange {
  return { from: onDial(arc.from + offset), until: onDial(arc.from + arc.length + offset) }
}

/** Lays `b` beside `a` once as it is and once a day earlier: the only two ways in which they can meet. */
function overlaps(a: Arc, b: Arc): Arc[] {
  if (a.length === dayMinutes) return [b]
  if (b.length === dayMinutes) return [a]
  const start = onDial(b.from - a.from)
  return [start, start - dayMinutes]
    .map((from) => ({ from: Math.max(0, from), until: Math.min(a.length, from + b.length) }))
    .filter(({ from, until }) => until > from)
    .map(({ from, until }) => ({ from: onDial(a.from + from), length: until - from }))
}

/**
 * Minutes awake together for many people: each zone is asked once, each pair of clocks computed once.
 *
 * @returns a function of two indices into `people`, and symmetric
 */
export function sharedMinutes(people: readonly Awake[], day: string): (a: number, b: number) => number {
  const clocks = new Map<string, number>()
  const distinct: Awake[] = []
  const clockOf = Int32Array.from(people, (person) => {
    const key = `${person.zone} ${person.hours.from} ${person.hours.until}`
    const known = clocks.get(key)
    if (known !== undefined) return known
    clocks.set(key, distinct.length)
    return distinct.push(person) - 1
  })

  const arcs = distinct.map((awake) => arcInUtc(awake.hours, offsetMinutes(awake.zone, day)))
  const count = arcs.length
  const table = new Uint16Array(count * count)
  arcs.forEach((a, row) => {
    arcs.forEach((b, column) => {
      table[row * count + column] = overlaps(a, b).reduce((sum, arc) => sum + arc.length, 0)
    })
  })
  return (a, b) => table[(clockOf[a] ?? 0) * count + (clockOf[b] ?? 0)] ?? 0
}
