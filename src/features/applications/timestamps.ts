/** How a file writes its instants. */
export type TimeFormat = {
  order: DateOrder
  /** Whether another order reads every value as well, in an order that is as plausible: somebody must say. */
  ambiguous: boolean
}
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const
export type DateOrder = (typeof dateOrders)[number]

/**
 * How a file writes its instants, judged by all of its values: the order that reads most of them; of those, the one in
 * which they run forward, as a form collects them.
 */
export function timeFormatOf(values: readonly string[]): TimeFormat {
  const fitting = dateOrders.map((order) => ({ order, ...fitOf(values, order) }))
  const best = fitting.reduce((a, b) =>
    b.readable > a.readable || (b.readable === a.readable && b.backward < a.backward) ? b : a,
  )
  const rivals = fitting.filter((one) => one.readable === best.readable && one.backward === best.backward)
  return {
    order: best.order,
    ambiguous: rivals.length > 1 && rivals.some((one) => !sameReading(values, one.order, best.order)),
  }
}

function fitOf(values: readonly string[], order: DateOrder): { readable: number; backward: number } {
  const times = values
    .map((value) => read(value, order))
    .filter((parts) => parts !== null)
    .map(asNumber)
  return {
    readable: times.length,
    backward: times.filter((time, i) => i > 0 && time < (times[i - 1] ?? 0)).length,
  }
}

const sameReading = (values: readonly string[], a: DateOrder, b: DateOrder) =>
  values.every((value) => JSON.stringify(read(value, a)) === JSON.stringify(read(value, b)))

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

function read(written: string, order: DateOrder): Parts | null {
  const match = shape.exec(written.replace(/[\u202f\u00a0]/g, ' ').trim())
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

const two = (digits: string) => digits.padStart(2, '0')

function dateOf(
  digits: readonly [string, string, string],
  order: DateOrder,
): { year: number; month: number; day: number } | null {
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
