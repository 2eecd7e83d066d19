import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type Calendar, type CalendarEvent, calendarText } from './calendar.ts'

const now = new Date('2016-02-21T18:00:00Z')
const calendar: Omit<Calendar, 'events' | 'zone'> = { name: 'ILN', host: 'iln.example', locale: 'en', now }
const topic = (at: Date, wish: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{ id: `topic-${at.toISOString()}`, when: { at }, title: 'Topic 1', sequence: 0, isCancelled: false },
  ...wish,
})

/** What a program reads that is not ours. */
function readBy(text: string) {
  const whole = new ICAL.Component(ICAL.parse(text))
  return whole.getAllSubcomponents('vevent').map((part) => {
    const zone = whole.getFirstSubcomponent('vtimezone')
    const event = new ICAL.Event(part)
    if (zone && !event.startDate.isDate && event.startDate.zone.tzid !== 'UTC')
      event.startDate.zone = new ICAL.Timezone(zone)
    return event
  })
}

/** Both halves of the earth, changes of an hour and of half an hour, none at all, and a winter that is set back. */
const zones = [
  ...['America/Sao_Paulo', 'Europe/Dublin', 'Africa/Casablanca', 'Australia/Lord_Howe', 'Asia/Kolkata'],
  ...['Asia/Gaza', 'Pacific/Chatham', 'America/New_York', 'Africa/Lagos', 'UTC'],
]

test('a program that is not ours reads each instant as it was meant, in every zone and over a change of clocks', () => {
  const instants = fc.array(
    fc.date({ min: new Date('2014-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
    {
      minLength: 1,
      maxLength: 9,
    },
  )
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (zone, dates) => {
      // Programs know whole seconds; and of the hour that comes twice they cannot tell which is meant.
      const whole = dates
        .map((at) => new Date(Math.floor(at.getTime() / 1000) * 1000))
        .filter((at) => isOnce(at, zone))
      const text = calendarText({ ...calendar, zone, events: whole.map((at) => topic(at)) })

      expect(readBy(text).map((event) => event.startDate.toJSDate().toISOString())).toEqual(
        whole.map((at) => at.toISOString()),
      )
    }),
    { numRuns: 150 },
  )
})

function isOnce(at: Date, zone: string): boolean {
  const clock = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
  const [first, second] = (['earlier', 'later'] as const).map(
    (disambiguation) => clock.toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
  )
  return first === second
}

test('no line is longer than 75 bytes, and titles of any letters come back whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (typed) => {
      const title = typed.replaceAll(/\p{Cc}/gu, ' ').trim()
      fc.pre(title !== '')
      const text = calendarText({ ...calendar, zone: 'UTC', events: [topic(now, { title })] })

      expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
      expect(readBy(text)[0]?.summary).toBe(title)
    }),
    { numRuns: 100 },
  )
})

test('a day is a day everywhere, and what was called off says so', () => {
  const day = {
    ...topic(now, { isCancelled: true, sequence: 3 }),
    id: 'ends-2016A',
    when: { on: '2016-06-19' },
  }

  const [event] = readBy(calendarText({ ...calendar, zone: 'Asia/Seoul', events: [day] }))

  expect([event?.uid, event?.startDate.isDate, event?.sequence]).toEqual(['ends-2016A@iln.example', true, 3])
  expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual(['2016-06-19', '2016-06-20'])
  expect(event?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
})
