import { dayMs } from '../../platform/days.ts'
import { once } from '../../platform/once.ts'
import { fold } from './fold.ts'

/** How a file writes its instants. */
export type TimeFormat = {
  order: DateOrder
  /** Whether another order may be meant as well and reads some value differently: someone must say. */
  ambiguous: boolean
}
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const
export type DateOrder = (typeof dateOrders)[number]

/** When applications could be sent, and the present: nobody has sent one after it. */
export type Window = { from: Date; until: Date; now: Date }

/**
 * How a file writes its instants, judged by all of its values: the one order that is possible. Where several are, or
 * none, it is the one that reads most, and someone must say.
 *
 * An order is impossible when it cannot read a value that another reads; when it puts every value outside of the window
 * and another puts them all inside; when it puts one in the future and another none; or when the rows run to and fro in
 * it and one way in another, so many of them that this is no chance.
 */
export function timeFormatOf(values: readonly string[], window: Window): TimeFormat {
  const written = [...new Set(values)].filter((value) => dateOrders.some((order) => read(value, order)))
  const readings = dateOrders.map((order) => readingIn(written, order, window))
  const possible = readings.filter((one) => !readings.some((other) => refutes(other, one)))
  const standing = possible.length > 0 ? possible : readings.filter(({ readable }) => readable > 0)
  const { order } = standing.reduce((a, b) => (b.readable > a.readable ? b : a))
  return { order, ambiguous: standing.some((one) => written.some(isReadDifferently(order, one.order))) }
}

type Reading = {
  order: DateOrder
  /** By the clock of the file, in milliseconds; null for what it cannot read. */
  times: (number | null)[]
  readable: number
  days: number
  inside: number
  future: number
  /** How often the rows turn back against the way that most of them go. */
  turns: number
}

/** So many different days run one way by chance once in 20,000 times. */
const noChance = 8

function readingIn(written: readonly string[], order: DateOrder, { from, until, now }: Window): Reading {
  const times = written.map((value) => {
    const parts = read(value, order)
    return parts && asNumber(parts)
  })
  const known = times.filter((time) => time !== null)
  const steps = known.slice(1).map((time, at) => Math.sign(time - (known[at] ?? time)))
  const count = (isCounted: (time: number) => boolean) => known.filter(isCounted).length
  return {
    order,
    times,
    readable: known.length,
    days: new Set(known.map((time) => Math.floor(time / dayMs))).size,
    // Clocks may be a day apart: the file's zone is not asked here.
    inside: count((time) => time >= from.getTime() - dayMs && time <= until.getTime() + dayMs),
    future: count((time) => time > now.getTime() + dayMs),
    turns: Math.min(steps.filter((step) => step > 0).length, steps.filter((step) => step < 0).length),
  }
}

/** Whether the one makes the other impossible. */
function refutes(one: Reading, other: Reading): boolean {
  if (one.times.some((time, at) => time !== null && other.times[at] === null)) return true
  if (one.readable === 0 || other.readable === 0) return false
  if (one.inside === one.readable && other.inside === 0) return true
  if (one.future === 0 && other.future > 0) return true
  return one.turns === 0 && one.days >= noChance && other.turns > 0
}

const isReadDifferently = (a: DateOrder, b: DateOrder) => (value: string) =>
  JSON.stringify(read(value, a)) !== JSON.stringify(read(value, b))

/** A value that shows which reading was taken: one that another order reads differently, where there is one. */
export function tellingTime(values: readonly string[], order: DateOrder): string | null {
  const readable = values.filter((value) => read(value, order) !== null)
  const isTelling = (value: string) =>
    dateOrders.some((other) => read(value, other) !== null && isReadDifferently(order, other)(value))
  return readable.find(isTelling) ?? readable[0] ?? null
}

/**
 * The instant someone wrote down, by a clock of `zone` unless the text has an offset of its own. A time that the clock
 * skipped in spring is read as the moment it jumped to; one that came twice in autumn is the first.
 *
 * @returns null when there is no such instant
 */
export function instantOf(written: string, order: DateOrder, zone: string): Date | null {
  const parts = read(written, order)
  if (!parts) return null
  const local = Temporal.PlainDateTime.from(parts.local)
  const there = local.toZonedDateTime(parts.offset ?? zone, { disambiguation: 'compatible' })
  return new Date(there.epochMilliseconds)
}

type Local = { year: number; month: number; day: number; hour: number; minute: number; second: number }
type Parts = { local: Local /** "+11:00" */; offset: string | null }

const shape =
  /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?:(?:T|,?\s+)(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?(?:m\.?)?\s*(Z|UTC|GMT|(?:(?:UTC|GMT)?\s*([+\-−])(\d{1,2}):?(\d{2})?))?)?$/i

function read(written: string, usual: DateOrder): Parts | null {
  const plain = written.replace(/[\u202f\u00a0]/g, ' ').trim()
  if (serial.test(plain)) return onDayNumber(Number(plain.replace(',', '.')))
  const named = inFigures(plain)
  const order = named === null ? usual : 'dmy'
  const match = shape.exec(named ?? plain)
  if (!match) return null
  const [
    ,
    a = '',
    b = '',
    c = '',
    hour = '0',
    minute = '0',
    second = '0',
    half,
    zone,
    sign,
    offsetHours,
    offsetMinutes = '0',
  ] = match
  const date = dateOf([a, b, c], order)
  const hours = hourOf(Number(hour), half?.toLowerCase())
  if (!date || hours === null || Number(minute) > 59 || Number(second) > 59) return null
  const offset =
    zone === undefined
      ? null
      : offsetHours === undefined
        ? '+00:00'
        : `${sign === '+' ? '+' : '-'}${two(offsetHours)}:${two(offsetMinutes)}`
  if (offset !== null && Number(offset.slice(1, 3)) > 14) return null
  return { local: { ...date, hour: hours, minute: Number(minute), second: Number(second) }, offset }
}

const serial = /^\d{5}(?:[.,]\d+)?$/

/** How Excel and LibreOffice keep an instant: days since the end of 1899. A cell without a format shows it so. */
function onDayNumber(days: number): Parts | null {
  if (days < firstDay || days >= lastDay) return null
  const seconds = Math.round(days * 24 * 60 * 60)
  const at = Temporal.PlainDateTime.from('1899-12-30').add({ seconds })
  const { year, month, day, hour, minute, second } = at
  return { local: { year, month, day, hour, minute, second }, offset: null }
}
/** The first days of 2000 and of 2100: another number is none of a day. */
const [firstDay, lastDay] = [36_526, 73_051]

/** "11-Jan-16" and "January 11, 2016", with the number of the month between the day and the year. */
function inFigures(text: string): string | null {
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]+(?:de )?(\p{L}+)[-/.,]?(?: de)?[-/ ]*(\d{4}|\d{2})(?=\D|$)/u.exec(text)
  const monthFirst = /^(\p{L}+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})(?=\D|$)/u.exec(text)
  const [whole, day, name, year] = dayFirst ?? [
    monthFirst?.[0],
    monthFirst?.[2],
    monthFirst?.[1],
    monthFirst?.[3],
  ]
  const month = monthByName().get(fold(name ?? ''))
  return whole && month ? `${day}/${month}/${year}${text.slice(whole.length)}` : null
}

const monthByName = once(() => {
  const styles = ['en', 'es', 'fr', 'pt', 'de'].flatMap((locale) =>
    (['short', 'long'] as const).map((month) => new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' })),
  )
  const months = Array.from({ length: 12 }, (_, at) => at)
  return new Map(
    styles.flatMap((style) =>
      months.map((at) => [fold(style.format(Date.UTC(2016, at, 15))), at + 1] as const),
    ),
  )
})

const two = (digits: string) => digits.padStart(2, '0')

/** A year that stands first says by itself what follows it, whatever the file is like: rows are added by hand. */
function dateOf(
  digits: readonly [string, string, string],
  usual: DateOrder,
): { year: number; month: number; day: number } | null {
  const order = digits[0].length === 4 ? 'ymd' : usual
  const yearDigits = digits[order.indexOf('y')] ?? ''
  if (yearDigits.length !== 4 && !(yearDigits.length === 2 && order !== 'ymd')) return null
  const [year, month, day] = (['y', 'm', 'd'] as const).map((part) => Number(digits[order.indexOf(part)]))
  if (year === undefined || month === undefined || day === undefined) return null
  const full = yearDigits.length === 2 ? 2000 + year : year
  const exists =
    month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(full, month, 0)).getUTCDate()
  return exists ? { year: full, month, day } : null
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 23 ? hour : null
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half === 'p' ? 12 : 0)
}

const asNumber = ({ local: { year, month, day, hour, minute, second } }: Parts) =>
  Date.UTC(year, month - 1, day, hour, minute, second)
