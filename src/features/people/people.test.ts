import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deviceOf } from './device.ts'
import { holds, rolesOf } from './grant.ts'
import { secondsToWait } from './limits.ts'

test.each([
  ['2016-02-01', '2016-02-29', ['2016-02-01', '2016-02-29'], ['2016-01-31', '2016-03-01']],
  ['2016-02-01', null, ['2016-02-01', '2099-01-01'], ['2016-01-31']],
])('a grant from %s to %s holds from its first to its last day', (startsOn, endsOn, days, others) => {
  expect(days.map((day) => holds({ startsOn, endsOn }, day))).toEqual(days.map(() => true))
  expect(others.map((day) => holds({ startsOn, endsOn }, day))).toEqual(others.map(() => false))
})

test('a director has the roles of coordinators and editors, and nobody else has another', () => {
  expect(rolesOf(['director'])).toEqual(new Set(['director', 'coordinator', 'editor']))
  expect(rolesOf(['ambassador', 'editor'])).toEqual(new Set(['ambassador', 'editor']))
})

test('a limit lets so many through in any stretch of time', () => {
  const limit = { count: 3, minutes: 10 }
  const minutes = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 60 })
  fc.assert(
    fc.property(minutes, (asked) => {
      const passed: number[] = []
      for (const minute of asked.toSorted((a, b) => a - b)) {
        const times = passed.toReversed().map((one) => new Date(one * 60_000))
        if (secondsToWait(times, limit, new Date(minute * 60_000)) === 0) passed.push(minute)
      }
      return passed.every((minute, index) => minute - (passed[index - 3] ?? -1000) >= 10)
    }),
  )
})

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge',
    'Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1',
    'Safari',
    'iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
    'Chrome',
    'Android',
  ],
])('%s is recognised', (userAgent, browser, system) => {
  expect(deviceOf(userAgent)).toEqual({ browser, system })
})

test('what a script says of itself is not guessed at', () => {
  expect([deviceOf('curl/8.0'), deviceOf(null), deviceOf('')]).toEqual([null, null, null])
})
