import { expect, test } from 'vitest'
import type { Round } from '../rounds/index.ts'
import {
  byNeed,
  type Counted,
  type CountryRow,
  callBefore,
  callToFollow,
  needOf,
  weeksOf,
} from './country.ts'

const round = (code: string, from: string, until: string): Round => ({
  ...{ id: code, code, title: '', zone: 'UTC', capPercent: 20, topicDays: [0] },
  ...{ applyFrom: new Date(`${from}T00:00:00Z`), applyUntil: new Date(`${until}T00:00:00Z`) },
  ...{ startsOn: '2016-02-29', endsOn: '2016-06-19', capAppliedAt: null, releasedAt: null },
  announcedAt: new Date('2015-01-01T00:00:00Z'),
})
const spring = round('2016A', '2016-01-04', '2016-01-25')
const autumn = round('2015B', '2015-07-06', '2015-07-27')
const at = (day: string) => new Date(`${day}T12:00:00Z`)

const sent = (...days: string[]): Counted[] =>
  days.map((day) => ({
    ...{ submittedAt: at(day), isAccepted: false, isWaiting: false },
    ...{ sector: 'public', languages: ['en'], isFirst: true },
  }))
const times = (count: number, day: string) => Array.from({ length: count }, () => day)

test('each week stands beside the same week of the call before, with all that came until then', () => {
  const now = { round: spring, applications: sent(...times(7, '2016-01-05'), ...times(6, '2016-01-13')) }
  const last = { round: autumn, applications: sent(...times(5, '2015-07-08'), ...times(11, '2015-07-20')) }

  const weeks = weeksOf(now, times(9, '2016-01-05').map(at), last, at('2016-01-14'))

  expect(weeks).toEqual([
    { number: 1, until: new Date('2016-01-11T00:00:00Z'), begun: 5, sent: 5, before: 5 },
    { number: 2, until: at('2016-01-14'), begun: 5, sent: 10, before: 5 },
  ])
})

test('the last week of a call that is over has what came late as well; before it opens there is none', () => {
  const now = { round: spring, applications: sent(...times(5, '2016-01-05'), ...times(5, '2016-02-01')) }

  expect(weeksOf(now, [], null, at('2016-03-01')).map(({ sent }) => sent)).toEqual([5, 5, 10])
  expect(weeksOf(now, [], null, at('2016-01-03'))).toEqual([])
})

test('the call to follow is the one that opened last, and drafts are none', () => {
  const next = round('2016B', '2016-07-04', '2016-07-25')
  const draft = { ...round('2017A', '2016-01-05', '2016-01-25'), announcedAt: null }
  const rounds = [draft, next, spring, autumn]

  expect(callToFollow(rounds, at('2016-03-01'))?.code).toBe('2016A')
  expect(callBefore(rounds, spring)?.code).toBe('2015B')
  expect(callBefore(rounds, autumn)).toBeNull()
  expect(callToFollow([next], at('2016-03-01'))?.code).toBe('2016B')
  expect(callToFollow([draft], at('2016-03-01'))).toBeNull()
})

const row = (country: string, now: number, before: number, isHeld = false): CountryRow => ({
  ...{ country, now, before, invited: [] },
  ambassadors: isHeld
    ? [{ grantId: 'g', personId: 'p', name: 'Salma', startsOn: '2016-01-01', endsOn: null }]
    : [],
})

test('countries stand by need: where people are missing first, and of those the ones without an ambassador', () => {
  const rows = [
    row('AU', 9, 3, true),
    row('BR', 4, 2),
    row('EG', 0, 8, true),
    row('IN', 3, 9),
    row('NO', 0, 0),
    row('KE', 0, 5),
  ]

  expect(byNeed(rows, (a, b) => (a < b ? -1 : 1)).map((one) => [one.country, needOf(one)])).toEqual([
    ['KE', 'missing'],
    ['EG', 'missing'],
    ['IN', 'fewer'],
    ['BR', 'no-ambassador'],
    ['AU', 'none'],
    ['NO', 'not-yet'],
  ])
})
