import { expect, test } from 'vitest'
import {
  inHandFirst,
  type Phase,
  phaseOf,
  type Round,
  shiftedPlan,
  suggestedCode,
  suggestedStart,
  topicDaysOf,
} from './round.ts'

const round: Round = {
  id: '1',
  code: '2016A',
  title: 'Round 2016A',
  applyFrom: new Date('2016-01-11T00:00:00+11:00'),
  applyUntil: new Date('2016-02-16T00:00:00+11:00'),
  startsOn: '2016-02-29',
  endsOn: '2016-06-19',
  zone: 'Australia/Sydney',
  capPercent: 20,
  topicDays: [0, 14, 28, 42, 56, 70, 84, 98],
  announcedAt: new Date('2016-01-01T00:00:00Z'),
  capAppliedAt: null,
  releasedAt: null,
}

test.each<[string, Phase]>([
  ['2016-01-10T12:59:59Z', 'upcoming'],
  ['2016-01-10T13:00:00Z', 'applying'],
  ['2016-02-15T12:59:59Z', 'applying'],
  ['2016-02-15T13:00:00Z', 'matching'],
  ['2016-02-28T12:59:59Z', 'introduced'],
  ['2016-02-28T13:00:00Z', 'running'],
  ['2016-06-19T13:59:59Z', 'running'],
  ['2016-06-19T14:00:00Z', 'ended'],
])('at %s, by the clock of its zone, the round is %s', (now, phase) => {
  const releasedAt = new Date('2016-02-21T00:00:00Z')

  expect(
    phaseOf({ ...round, releasedAt: releasedAt <= new Date(now) ? releasedAt : null }, new Date(now)),
  ).toBe(phase)
})

test('a round is being matched until its partners are introduced, also when that is late', () => {
  expect(phaseOf(round, new Date('2016-02-25T00:00:00Z'))).toBe('matching')
  expect(phaseOf(round, new Date('2016-03-01T00:00:00Z'))).toBe('matching')
  expect(phaseOf(round, new Date('2016-06-20T00:00:00Z'))).toBe('ended')
})

test('a round that was not announced is a draft whatever the day', () => {
  expect(phaseOf({ ...round, announcedAt: null }, new Date('2016-03-01T00:00:00Z'))).toBe('draft')
})

test('a clone moves every date by as much as its start and keeps weekdays and the hour of the deadline', () => {
  const plan = shiftedPlan(round, '2016B', suggestedStart(round))

  expect(plan).toEqual({
    code: '2016B',
    title: 'Round 2016B',
    applyFrom: new Date('2016-07-11T00:00:00+10:00'),
    applyUntil: new Date('2016-08-16T00:00:00+10:00'),
    startsOn: '2016-08-29',
    endsOn: '2016-12-18',
    zone: 'Australia/Sydney',
    capPercent: 20,
    topicDays: [0, 14, 28, 42, 56, 70, 84, 98],
  })
})

test('A is followed by B, and B by A of the next year', () => {
  expect([suggestedCode('2016A'), suggestedCode('2016B')]).toEqual(['2016B', '2017A'])
})

test('topics are due each fortnight from the first day on', () => {
  expect(topicDaysOf(round).slice(0, 3)).toEqual(['2016-02-29', '2016-03-14', '2016-03-28'])
})

test('the round that people talk in comes before the one that others apply for, and that before the one that is over', () => {
  const next = {
    ...round,
    code: '2016B',
    applyUntil: new Date('2016-08-07T12:00:00Z'),
    startsOn: '2016-08-22',
  }
  const over = { ...round, code: '2015B', endsOn: '2015-12-13' }

  const ordered = inHandFirst([next, round, over], new Date('2016-03-01T12:00:00Z'))

  expect(ordered.map(({ code }) => code)).toEqual(['2016A', '2016B', '2015B'])
})
