import { expect, test } from 'vitest'
import { goesAt } from '../../platform/own-tables.ts'
import { phaseOf, type Round } from '../rounds/index.ts'
import { standingOf } from './pause.ts'

const now = new Date('2016-06-30T12:00:00Z')
const round = (code: string, wish: Partial<Round>): Round => ({
  ...{ id: code, code, title: '', zone: 'UTC', capPercent: 100, topicDays: [], capAppliedAt: null },
  applyFrom: new Date('2016-01-01T00:00:00Z'),
  applyUntil: new Date('2016-02-01T00:00:00Z'),
  announcedAt: new Date('2016-01-01T00:00:00Z'),
  releasedAt: new Date('2016-02-20T00:00:00Z'),
  ...{ startsOn: '2016-03-01', endsOn: '2016-06-29' },
  ...wish,
})

test('a round that runs or waits for its introductions is in the way; a call closes; drafts and ended ones stay', () => {
  const later = { applyUntil: new Date('2016-08-01T00:00:00Z'), endsOn: '2016-12-31', releasedAt: null }
  const rounds = [
    round('ended', {}),
    round('draft', { announcedAt: null, endsOn: '2016-12-31' }),
    round('upcoming', { ...later, applyFrom: new Date('2016-07-01T00:00:00Z') }),
    round('applying', later),
    round('matching', { endsOn: '2016-12-31', releasedAt: null }),
    round('introduced', { startsOn: '2016-07-01', endsOn: '2016-12-31' }),
    round('last day', { endsOn: '2016-06-30' }),
  ]

  const { inTheWay, closing } = standingOf(rounds.map((one) => ({ round: one, phase: phaseOf(one, now) })))

  expect(inTheWay.map(({ round: { code }, phase }) => [code, phase])).toEqual([
    ['matching', 'matching'],
    ['introduced', 'introduced'],
    ['last day', 'running'],
  ])
  expect(closing.map(({ code }) => code)).toEqual(['upcoming', 'applying'])
})

test('what was kept for rounds to come has three months', () => {
  expect(goesAt(now)).toEqual(new Date('2016-09-28T12:00:00Z'))
})
