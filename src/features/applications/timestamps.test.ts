import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { realTable } from './real-file.ts'
import { instantOf, timeFormatOf } from './timestamps.ts'

test('the real file writes day before month, and surely so', async () => {
  const { rows } = await realTable('applications')
  const written = rows.map(({ cells }) => cells[0] ?? '')

  const format = timeFormatOf(written)
  const instants = written.map((text) => instantOf(text, format.order, 'Australia/Sydney'))

  expect(format).toEqual({ order: 'dmy', ambiguous: false })
  expect([instants[0]?.toISOString(), instants.at(-1)?.toISOString()]).toEqual([
    '2016-01-11T03:24:20.000Z',
    '2016-02-15T22:55:54.000Z',
  ])
  expect(instants.includes(null)).toBe(false)
})

describe('the order of a date', () => {
  test.each([
    [
      'a day above twelve decides',
      ['03/02/2016 10:00', '13/02/2016 10:00'],
      { order: 'dmy', ambiguous: false },
    ],
    ['also in America', ['2/3/2016 10:00 AM', '2/13/2016 9:00 PM'], { order: 'mdy', ambiguous: false }],
    ['years first need no thought', ['2016-03-02T10:00:00Z'], { order: 'ymd', ambiguous: false }],
    [
      'a form collects forward in time',
      ['01/02/2016 10:00', '02/01/2016 10:00'],
      { order: 'mdy', ambiguous: false },
    ],
    [
      'one bad value among good ones does not count',
      ['13/02/2016 10:00', 'soon', '14/02/2016 9:00'],
      { order: 'dmy', ambiguous: false },
    ],
    [
      'both readings may be as good',
      ['01/02/2016 10:00', '03/04/2016 10:00'],
      { order: 'dmy', ambiguous: true },
    ],
    [
      'both readings may be the same',
      ['02/02/2016 10:00', '03/03/2016 10:00'],
      { order: 'dmy', ambiguous: false },
    ],
  ] as const)('%s', (_, written, format) => {
    expect(timeFormatOf(written)).toEqual(format)
  })
})

describe('an instant', () => {
  test.each([
    ['11/01/2016 14:24:20', '2016-01-11T14:24:20.000Z'],
    ['11.1.2016, 2:24 pm', '2016-01-11T14:24:00.000Z'],
    ['11/01/2016 12:05 a.m.', '2016-01-11T00:05:00.000Z'],
    ['11/01/2016 2:24:20 PM GMT+11', '2016-01-11T03:24:20.000Z'],
    ['11/01/16 14:24', '2016-01-11T14:24:00.000Z'],
    ['11/01/2016', '2016-01-11T00:00:00.000Z'],
    ['27/03/2016 01:30:00', '2016-03-27T01:30:00.000Z'],
    ['30/10/2016 01:30:00', '2016-10-30T00:30:00.000Z'],
    ['30/02/2016 10:00', undefined],
    ['11/01/2016 25:00', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('%s', (written, instant) => {
    expect(instantOf(written, 'dmy', 'Europe/London')?.toISOString()).toBe(instant)
  })

  test('is the same whatever the order it is written in', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2010-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        (at) => {
          const [day = '', time = ''] = at.toISOString().slice(0, 19).split('T')
          const [y, m, d] = day.split('-')
          const wanted = new Date(`${day}T${time}Z`)

          expect(instantOf(`${d}/${m}/${y} ${time}`, 'dmy', 'UTC')).toEqual(wanted)
          expect(instantOf(`${m}/${d}/${y} ${time}`, 'mdy', 'UTC')).toEqual(wanted)
          expect(instantOf(`${day}T${time}Z`, 'ymd', 'Asia/Tokyo')).toEqual(wanted)
        },
      ),
    )
  })
})
