import { expect, test } from 'vitest'
import { nextDigest, periodOf, type Rhythm } from './rhythm.ts'

const at = (instant: string) => new Date(instant)

test.each([
  ['fortnight', '2016-03-07T05:59:59Z', '2016-03-07T06:00:00Z'],
  ['fortnight', '2016-03-21T05:59:59Z', '2016-03-21T06:00:00Z'],
  ['month', '2016-02-01T05:59:59Z', '2016-02-01T06:00:00Z'],
  ['month', '2017-01-01T05:59:59Z', '2017-01-01T06:00:00Z'],
] as [Rhythm, string, string][])('a %s ends at %s', (rhythm, last, first) => {
  expect(periodOf(rhythm, at(first)) - periodOf(rhythm, at(last))).toBe(1)
})

test('two fortnights lie fourteen days apart, in whatever zone a clock changes between them', () => {
  expect(nextDigest('fortnight', at('2016-03-20T00:00:00Z'))).toEqual(at('2016-03-21T06:00:00Z'))
  expect(nextDigest('fortnight', at('2016-03-21T06:00:00Z'))).toEqual(at('2016-04-04T06:00:00Z'))
})

test('the next digest of a month comes on the first of the next, also at the end of a year', () => {
  expect(nextDigest('month', at('2016-12-31T23:00:00Z'))).toEqual(at('2017-01-01T06:00:00Z'))
  expect(nextDigest('month', at('2017-01-01T05:00:00Z'))).toEqual(at('2017-01-01T06:00:00Z'))
})
