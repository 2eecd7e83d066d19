import { expect, test } from 'vitest'
import { isDay } from './days.ts'

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
