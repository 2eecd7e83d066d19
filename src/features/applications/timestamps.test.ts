import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { realTable } from './real-file.ts'
import { instantOf, tellingTime, timeFormatOf } from './timestamps.ts'

const window = {
  from: new Date('2016-01-11T00:00:00Z'),
  until: new Date('2016-02-16T12:00:00Z'),
  now: new Date('2016-02-20T12:00:00Z'),
}

test('the real file writes day before month, and surely so', async () => {
  const { rows } = await realTable('applications')
  const written = rows.map(({ cells }) => cells[0] ?? '')

  const format = timeFormatOf(written, window)
  const instants = written.map((text) => instantOf(text, format.order, 'Australia/Sydney'))

  expect(format).toEqual({ order: 'dmy', ambiguous: false })
  expect([instants[0]?.toISOString(), instants.at(-1)?.toISOString()]).toEqual([
    '2016-01-11T03:24:20.000Z',
    '2016-02-15T22:55:54.000Z',
  ])
  expect(instants.includes(null)).toBe(false)
})

const sure = (order: string) => ({ order, ambiguous: false })
const asked = { order: 'dmy', ambiguous: true }
const onDays = (...days: string[]) => days.map((day) => `${day}/2016 10:00`)

describe('the order of a date', () => {
  test.each([
    ['a day above twelve decides', onDays('03/02', '13/02'), sure('dmy')],
    ['also in America', ['2/3/2016 10:00 AM', '2/13/2016 9:00 PM'], sure('mdy')],
    ['years first need no thought', ['2016-03-02T10:00:00Z'], sure('ymd')],
    ['two rows may run forward by chance', onDays('01/02', '02/01'), asked],
    ['one bad value among good ones does not count', [...onDays('13/02', '14/02'), 'soon'], sure('dmy')],
    ['two ways of writing in one file are asked about', onDays('13/02', '14/02', '02/15'), asked],
    ['years first among others are asked about no more', [...onDays('13/02'), '2016-02-03'], sure('dmy')],
    ['both readings may stand', onDays('02/01', '01/02'), asked],
    ['both readings may be the same', onDays('02/02', '01/01'), sure('dmy')],
    ['all in the window against none', onDays('01/02', '03/02'), sure('dmy')],
    ['some in the window against none is no proof', onDays('01/02', '03/04'), asked],
    ['nobody applies in the future', onDays('02/01', '01/02', '01/12'), sure('mdy')],
    ['days that a spreadsheet counted read in one way', ['42380.6', '42381'], sure('ymd')],
    ['so does a month by its name', ['2 Jan 2016', 'Feb 1, 2016'], sure('ymd')],
    ['nothing written is nothing to ask', ['', 'soon'], sure('ymd')],
  ] as const)('%s', (_, written, format) => {
    expect(timeFormatOf(written, window)).toEqual(format)
  })

  test('eight days in a row against to and fro decide, seven do not', () => {
    const days = onDays('03/01', '04/01', '01/02', '02/02', '03/02', '04/02', '05/02', '06/02')
    const later = { ...window, now: new Date('2017-02-20T12:00:00Z') }

    expect(timeFormatOf(days, later)).toEqual(sure('dmy'))
    expect(timeFormatOf(days.slice(1), later)).toEqual(asked)
    expect(timeFormatOf(days.toReversed(), later)).toEqual(sure('dmy'))
  })

  test('is shown by a value that the other order reads differently', () => {
    expect(tellingTime(onDays('13/02', '02/02', '03/02'), 'dmy')).toBe('03/02/2016 10:00')
    expect(tellingTime(onDays('13/02'), 'dmy')).toBe('13/02/2016 10:00')
    expect(tellingTime(['soon'], 'dmy')).toBe(null)
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
    ['2016-03-02T10:00:00Z', '2016-03-02T10:00:00.000Z'],
    ['2016-30-02', undefined],
    ['27/03/2016 01:30:00', '2016-03-27T01:30:00.000Z'],
    ['30/10/2016 01:30:00', '2016-10-30T00:30:00.000Z'],
    ['30/02/2016 10:00', undefined],
    ['11/01/2016 25:00', undefined],
    ['yesterday', undefined],
    ['42380.6002314815', '2016-01-11T14:24:20.000Z'],
    ['42380,75', '2016-01-11T18:00:00.000Z'],
    ['42380', '2016-01-11T00:00:00.000Z'],
    ['12345', undefined],
    ['11-Jan-16 14:24', '2016-01-11T14:24:00.000Z'],
    ['Jan 11, 2016 2:24 PM', '2016-01-11T14:24:00.000Z'],
    ['11 de enero de 2016', '2016-01-11T00:00:00.000Z'],
    ['11 janv. 2016 14:24', '2016-01-11T14:24:00.000Z'],
    ['11 Jax 2016', undefined],
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
