import type { RoundPlan } from '../../features/rounds/index.ts'

const topicDays = [0, 14, 28, 42, 56, 70, 84, 98]

/** The rounds that have ended, the one that waits on the desk, and the next one, to which people apply. */
export const demoRounds: { plan: RoundPlan; announcedAt: Date }[] = [
  {
    announcedAt: new Date('2014-06-29T22:00:00Z'),
    plan: {
      code: '2014B',
      title: '',
      applyFrom: new Date('2014-07-06T14:00:00Z'),
      applyUntil: new Date('2014-08-17T14:00:00Z'),
      startsOn: '2014-09-01',
      endsOn: '2014-12-21',
      zone: 'Australia/Sydney',
      capPercent: 20,
      topicDays,
    },
  },
  {
    announcedAt: new Date('2015-01-04T22:00:00Z'),
    plan: {
      code: '2015A',
      title: '',
      applyFrom: new Date('2015-01-11T13:00:00Z'),
      applyUntil: new Date('2015-02-15T13:00:00Z'),
      startsOn: '2015-03-02',
      endsOn: '2015-06-21',
      zone: 'Australia/Sydney',
      capPercent: 20,
      topicDays,
    },
  },
  {
    announcedAt: new Date('2015-06-28T22:00:00Z'),
    plan: {
      code: '2015B',
      title: '',
      applyFrom: new Date('2015-07-05T14:00:00Z'),
      applyUntil: new Date('2015-08-09T14:00:00Z'),
      startsOn: '2015-08-17',
      endsOn: '2015-12-06',
      zone: 'Australia/Sydney',
      capPercent: 20,
      topicDays,
    },
  },
  {
    announcedAt: new Date('2016-01-03T22:00:00Z'),
    plan: {
      code: '2016A',
      title: '',
      applyFrom: new Date('2016-01-10T13:00:00Z'),
      applyUntil: new Date('2016-02-15T13:00:00Z'),
      startsOn: '2016-02-29',
      endsOn: '2016-06-19',
      zone: 'Australia/Sydney',
      capPercent: 20,
      topicDays,
    },
  },
  {
    announcedAt: new Date('2016-02-14T22:00:00Z'),
    plan: {
      code: '2016B',
      title: '',
      applyFrom: new Date('2016-02-14T22:00:00Z'),
      applyUntil: new Date('2016-08-07T14:00:00Z'),
      startsOn: '2016-08-22',
      endsOn: '2016-12-11',
      zone: 'Australia/Sydney',
      capPercent: 20,
      topicDays,
    },
  },
]
