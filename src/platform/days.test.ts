import { expect, test } from 'vitest'
import { addDays, dayIn, daysBetween, instantAt, isDay, isLocalTime, localTime, startOfDay } from './days.ts'

test.each([
  ['2016-02-29', true],
  ['2015-02-29', false],
  ['2016-13-01', false],
  ['2016-2-9', false],
  ['0000-01-01', false],
  ['0201-06-01', false],
  ['9999-12-31', false],
  ['+275760-09-13', false],
  ['', false],
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected)
})

test.each([
  ['2016-02-29T23:59', true],
  ['2016-02-29T09:00:59', true],
  ['2015-02-29T09:00', false],
  ['2016-02-29T24:00', false],
  ['2016-02-29T09:00:60', false],
  ['2016-02-29T09:00Z', false],
  ['2016-02-29', false],
])('%s is a time on a clock: %s', (text, expected) => {
  expect(isLocalTime(text)).toBe(expected)
})

const newYearInSydney = new Date('2015-12-31T22:00:00Z')

test('an instant falls on another day by another clock', () => {
  expect([dayIn(newYearInSydney), dayIn(newYearInSydney, 'Australia/Sydney')]).toEqual([
    '2015-12-31',
    '2016-01-01',
  ])
})

test('days are counted by the calendar, also over a change of clocks', () => {
  expect(addDays('2016-03-26', 2)).toBe('2016-03-28')
  expect([daysBetween('2016-02-28', '2016-03-01'), daysBetween('2016-03-01', '2016-02-28')]).toEqual([2, -2])
  expect(startOfDay('2016-03-28', 'Europe/Berlin')).toEqual(new Date('2016-03-27T22:00:00Z'))
})

test('a time on the clock of a zone comes back as it was', () => {
  expect(localTime(newYearInSydney, 'Australia/Sydney')).toBe('2016-01-01T09:00')
  expect(instantAt('2016-01-01T09:00', 'Australia/Sydney')).toEqual(newYearInSydney)
})
