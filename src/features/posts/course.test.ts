import { describe, expect, test } from 'vitest'
import { actsOn, daysLate, type OnCourse, waitingFor } from './course.ts'

const now = new Date('2016-03-14T12:00:00Z')
const [ada, sol] = ['ada', 'sol']
const post: OnCourse = {
  stage: 'drafting',
  publishAt: null,
  withdrawnAt: null,
  assigneeId: ada,
  number: null,
}
const later = new Date('2016-03-20T09:00:00Z')

describe('what an editor can do with a post', () => {
  test.each<[string, Partial<OnCourse>, string, string]>([
    ['an idea, by anyone', { stage: 'proposed', assigneeId: null }, sol, 'claim assign approve place'],
    ['a text, by who writes it', {}, ada, 'assign submit approve place'],
    ['a text, by another', {}, sol, 'assign approve place'],
    ['a text that nobody writes any more', { assigneeId: null }, sol, 'claim assign submit approve place'],
    ['in review, by who wrote it', { stage: 'review' }, ada, 'assign take-back place'],
    ['in review, by another', { stage: 'review' }, sol, 'assign give-back approve place'],
    [
      'scheduled after review, by who wrote it',
      { stage: 'review', publishAt: later },
      ada,
      'assign approve unschedule place',
    ],
    ['public', { publishAt: now }, sol, 'withdraw move place'],
    ['withdrawn', { publishAt: now, withdrawnAt: now }, sol, 'restore'],
    ['a topic, which comes out by its own page', { number: 1 }, ada, 'assign submit place'],
    ['a public topic', { number: 1, publishAt: now }, ada, 'move place'],
  ])('%s', (_name, change, actor, acts) => {
    expect(actsOn({ ...post, ...change }, actor, now).join(' ')).toBe(acts)
  })
})

test('a post waits for a writer, a text, a reader or its time', () => {
  const waiting = (change: Partial<OnCourse>) => waitingFor({ ...post, ...change }, now)

  expect([
    waiting({ stage: 'proposed', assigneeId: null }),
    waiting({ assigneeId: null }),
    waiting({ stage: 'assigned' }),
    waiting({ stage: 'review' }),
    waiting({ publishAt: later }),
    waiting({ publishAt: now }),
  ]).toEqual(['writer', 'writer', 'text', 'reader', 'time', 'nothing'])
})

test('only what is still being written can be late', () => {
  const late = (dueOn: string | null, change: Partial<OnCourse> = {}) =>
    daysLate({ ...post, ...change, dueOn }, '2016-03-14', now)

  expect([
    late(null),
    late('2016-03-14'),
    late('2016-03-11'),
    late('2016-03-11', { stage: 'review' }),
    late('2016-03-11', { publishAt: now }),
  ]).toEqual([0, 0, 3, 0, 0])
})
