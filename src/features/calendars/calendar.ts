/** Something in a calendar: at an instant, or for a whole day `YYYY-MM-DD`. */
export type CalendarEvent = {
  /** Stays the same for ever: by it a program knows an event again. */
  id: string
  when: { at: Date } | { on: string }
  title: string
  text?: string
  url?: string
  /** How many times it has changed; programs take the highest. */
  sequence: number
  /** It was announced and will not be: a program would otherwise keep it. */
  isCancelled: boolean
}

export type Calendar = {
  name: string
  /** Whose calendar it is: the host of the network, which makes ids unique in the world. */
  host: string
  locale: string
  /** IANA name of the zone in which times are said. */
  zone: string
  now: Date
  events: readonly CalendarEvent[]
}

/** How long something lasts that happens at an instant. */
const lasting = 'PT30M'

/** A calendar as programs subscribe to it. @source RFC 5545, RFC 7986 */
export function calendarText({ name, host, locale, zone, now, events }: Calendar): string {
  const instants = events.flatMap(({ when }) => ('at' in when ? [when.at] : []))
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//${host}//Twinleaf//${locale.toUpperCase()}`],
    ...['CALSCALE:GREGORIAN', `NAME:${text(name)}`, `X-WR-CALNAME:${text(name)}`, `X-WR-TIMEZONE:${zone}`],
    ...['REFRESH-INTERVAL;VALUE=DURATION:PT12H', 'X-PUBLISHED-TTL:PT12H'],
    ...(instants.length > 0 && zone !== 'UTC' ? zoneLines(zone, instants) : []),
    ...events.flatMap((event) => eventLines(event, { host, zone, now })),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent, { host, zone, now }: Pick<Calendar, 'host' | 'zone' | 'now'>) {
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@${host}`,
    `DTSTAMP:${utc(now)}`,
    `SEQUENCE:${event.sequence}`,
    ...whenLines(event.when, zone),
    `SUMMARY:${text(event.title)}`,
    ...(event.text ? [`DESCRIPTION:${text(event.text)}`] : []),
    ...(event.url ? [`URL:${event.url}`] : []),
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function whenLines(when: CalendarEvent['when'], zone: string): string[] {
  if ('on' in when) {
    const day = Temporal.PlainDate.from(when.on)
    return [`DTSTART;VALUE=DATE:${figures(day)}`, `DTEND;VALUE=DATE:${figures(day.add({ days: 1 }))}`]
  }
  const start = zone === 'UTC' ? `DTSTART:${utc(when.at)}` : `DTSTART;TZID=${zone}:${onClock(when.at, zone)}`
  return [start, `DURATION:${lasting}`]
}

/** What the clock of a zone shows over a stretch of time: from the change before it on, each change in it. */
function zoneLines(zone: string, instants: readonly Date[]): string[] {
  const times = instants.map((at) => at.getTime())
  const first = zoned(new Date(Math.min(...times)), zone)
  const last = Math.max(...times)
  const changes: Temporal.ZonedDateTime[] = []
  let change = first.getTimeZoneTransition('previous') ?? first.getTimeZoneTransition('next')
  while (change && change.epochMilliseconds <= last) {
    changes.push(change)
    change = change.getTimeZoneTransition('next')
  }
  const parts = changes.length > 0 ? changes.flatMap(changeLines) : unchangingLines(first)
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts, 'END:VTIMEZONE']
}

function changeLines(change: Temporal.ZonedDateTime): string[] {
  const before = change.subtract({ seconds: 1 })
  const isForward = change.offsetNanoseconds > before.offsetNanoseconds
  // The instant of a change is told by the clock that was in force until then.
  const start = change.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime()
  return part(isForward ? 'DAYLIGHT' : 'STANDARD', start, before.offset, change.offset)
}

/** A zone whose clock has not changed since long ago. */
const unchangingLines = ({ offset }: Temporal.ZonedDateTime): string[] =>
  part('STANDARD', Temporal.PlainDateTime.from('1970-01-01T00:00'), offset, offset)

const part = (kind: 'STANDARD' | 'DAYLIGHT', start: Temporal.PlainDateTime, from: string, to: string) => [
  `BEGIN:${kind}`,
  `DTSTART:${figures(start)}`,
  `TZOFFSETFROM:${from.replaceAll(':', '')}`,
  `TZOFFSETTO:${to.replaceAll(':', '')}`,
  `END:${kind}`,
]

const zoned = (at: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
const onClock = (at: Date, zone: string) => figures(zoned(at, zone).toPlainDateTime())
const utc = (at: Date) => `${onClock(at, 'UTC')}Z`

/** "20160229T090000", or "20160229" for a day. */
const figures = (when: Temporal.PlainDateTime | Temporal.PlainDate) =>
  ('hour' in when ? when.toString({ smallestUnit: 'second' }) : when.toString()).replaceAll(/[-:]/g, '')

const text = (words: string) => words.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')

/** No line has more than 75 bytes; a letter stays in one piece. */
function folded(line: string): string {
  const parts: string[] = ['']
  let bytes = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (bytes + size > 75) {
      parts.push('')
      bytes = 1
    }
    parts[parts.length - 1] += letter
    bytes += size
  }
  return parts.join('\r\n ')
}
