import fc from 'fast-check'
import { expect, test } from 'vitest'
import { usualHours } from './applicant.ts'
import { hoursChangeOn, sharedHours, sharedMinutes } from './hours.ts'

const awakeIn = (zone: string, hours = usualHours) => ({ zone, hours })
const clock = (range: { from: number; until: number }) =>
  [range.from, range.until]
    .map(
      (minutes) =>
        `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
    )
    .join('-')
const told = (shared: ReturnType<typeof sharedHours>) =>
  shared.ranges.map(({ utc, own, partner }) => [clock(utc), clock(own), clock(partner)])

test('Johannesburg and Sydney meet in the South African morning', () => {
  const shared = sharedHours(awakeIn('Africa/Johannesburg'), awakeIn('Australia/Sydney'), '2016-02-29')

  expect(told(shared)).toEqual([['06:00-11:00', '08:00-13:00', '17:00-22:00']])
  expect(shared.minutes).toBe(300)
})

test('half an hour is kept where clocks stand on the half hour', () => {
  const shared = sharedHours(awakeIn('Asia/Kolkata'), awakeIn('Australia/Adelaide'), '2016-02-29')

  expect(told(shared)).toEqual([['02:30-11:30', '08:00-17:00', '13:00-22:00']])
})

test('opposite sides of the world may meet twice a day, longest first', () => {
  const shared = sharedHours(awakeIn('America/New_York'), awakeIn('Asia/Tokyo'), '2016-02-29')

  expect(told(shared)).toEqual([['23:00-03:00', '18:00-22:00', '08:00-12:00']])
  expect(
    told(
      sharedHours(
        awakeIn('America/New_York', { from: 6 * 60, until: 23 * 60 }),
        awakeIn('Asia/Tokyo', { from: 6 * 60, until: 23 * 60 }),
        '2016-02-29',
      ),
    ),
  ).toEqual([
    ['21:00-04:00', '16:00-23:00', '06:00-13:00'],
    ['11:00-14:00', '06:00-09:00', '20:00-23:00'],
  ])
})

test('two who are never awake together have no range', () => {
  const early = { from: 8 * 60, until: 18 * 60 }
  const shared = sharedHours(awakeIn('America/New_York', early), awakeIn('Asia/Tokyo', early), '2016-02-29')

  expect(shared).toEqual({ minutes: 0, ranges: [] })
})

test('a night worker is awake past midnight', () => {
  const night = awakeIn('Europe/Madrid', { from: 20 * 60, until: 4 * 60 })

  expect(told(sharedHours(night, awakeIn('America/Sao_Paulo'), '2016-03-01'))).toEqual([
    ['19:00-01:00', '20:00-02:00', '16:00-22:00'],
  ])
})

test('summer time moves the hours on its day, and only for those who keep it', () => {
  const [madrid, accra] = [awakeIn('Europe/Madrid'), awakeIn('Africa/Accra')]

  expect(told(sharedHours(madrid, accra, '2016-03-26'))[0]?.[1]).toBe('09:00-22:00')
  expect(told(sharedHours(madrid, accra, '2016-03-27'))[0]?.[1]).toBe('10:00-22:00')
  expect(hoursChangeOn(madrid, accra, '2016-02-29', '2016-06-19')).toBe('2016-03-27')
  expect(hoursChangeOn(madrid, awakeIn('Europe/Warsaw'), '2016-02-29', '2016-06-19')).toBeNull()
  expect(hoursChangeOn(accra, awakeIn('Asia/Kolkata'), '2016-02-29', '2016-06-19')).toBeNull()
})

const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
const minute = fc.integer({ min: 0, max: 1439 })
const awake = fc.record({ zone, hours: fc.record({ from: minute, until: minute }) })
const length = (range: { from: number; until: number }) => (range.until - range.from + 1440) % 1440 || 1440

test('the same stretch is as long on each clock, and both see the same minutes', () => {
  fc.assert(
    fc.property(awake, awake, (one, other) => {
      const there = sharedHours(one, other, '2016-02-29')
      const back = sharedHours(other, one, '2016-02-29')

      expect(back.ranges.map(({ utc }) => utc)).toEqual(there.ranges.map(({ utc }) => utc))
      expect(there.ranges.map(({ own }) => length(own))).toEqual(there.ranges.map(({ utc }) => length(utc)))
      expect(there.ranges.reduce((sum, { utc }) => sum + length(utc), 0)).toBe(there.minutes)
      expect(sharedMinutes([one, other], '2016-02-29')(0, 1)).toBe(there.minutes)
    }),
  )
})
