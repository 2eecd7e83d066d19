import { describe, expect, test } from 'vitest'
import { calendarOf, dueInstant, missingParts, openTopics, type TopicText } from './topic.ts'

const topic: TopicText = {
  title: 'Getting to know you',
  lead: 'Welcome.',
  questions: ['Where do you work?', 'What do you see from your desk?'],
  hashtag: '#welcometomydesk',
  summary: 'Say hello.',
}

describe('what a topic lacks before it can be scheduled', () => {
  test('nothing, when everything is written, in any letters, and the picture has its credit', () => {
    expect(missingParts(topic, [])).toEqual([])
    expect(missingParts({ ...topic, hashtag: '#مكتبي' }, [])).toEqual([])
  })

  test.each([
    ['a title', { title: ' ' }, ['title']],
    ['a text', { lead: '\n' }, ['lead']],
    ['a summary', { summary: '' }, ['summary']],
    ['a second question', { questions: ['One?'] }, ['questions']],
    ['fewer questions', { questions: Array(7).fill('Why?') }, ['questions']],
    ['a hashtag', { hashtag: '' }, ['hashtag']],
    ['a hashtag that networks can read', { hashtag: '#my desk' }, ['hashtag']],
    ['a hashtag with a letter in it', { hashtag: '#2016' }, ['hashtag']],
  ])('%s', (_name, change, missing) => {
    expect(missingParts({ ...topic, ...change }, [])).toEqual(missing)
  })

  test('a picture, or something about its picture', () => {
    expect(missingParts(topic, null)).toEqual(['picture'])
    expect(missingParts(topic, ['alt'])).toEqual(['credit'])
  })
})

test('a topic is due in the morning of the round, before and after summer time begins', () => {
  expect([
    dueInstant('2016-02-29', 'UTC'),
    dueInstant('2016-03-14', 'Europe/Rome'),
    dueInstant('2016-03-28', 'Europe/Rome'),
  ]).toEqual([
    new Date('2016-02-29T09:00:00Z'),
    new Date('2016-03-14T08:00:00Z'),
    new Date('2016-03-28T07:00:00Z'),
  ])
})

test('the calendar shows every fortnight, written or not, and topics beyond the plan', () => {
  const days = ['2016-02-29', '2016-03-14', '2016-03-28']
  const topics = [{ number: 5 }, { number: 2 }]

  expect(calendarOf(days, topics)).toEqual([
    { number: 1, day: '2016-02-29', topic: null },
    { number: 2, day: '2016-03-14', topic: { number: 2 } },
    { number: 3, day: '2016-03-28', topic: null },
    { number: 5, day: null, topic: { number: 5 } },
  ])
})

test('topics that somebody must look after: missed, overdue, due within a fortnight, and drafts', () => {
  const at = (instant: string) => new Date(instant)
  const written = { publishAt: null, withdrawnAt: null, campaignId: null }
  const topics = [
    { ...written, number: 2, publishAt: at('2016-03-14T09:00:00Z'), campaignId: 'sent' },
    { ...written, number: 3, publishAt: at('2016-03-28T09:00:00Z') },
    { ...written, number: 5, publishAt: at('2016-04-25T09:00:00Z') },
    { ...written, number: 7 },
  ]
  const days = [
    '2016-02-29',
    '2016-03-14',
    '2016-03-28',
    '2016-04-11',
    '2016-04-25',
    '2016-05-09',
    '2016-05-23',
  ]
  const open = (today: string, until: string) =>
    openTopics(calendarOf(days, topics), { today, until }, at(`${today}T12:00:00Z`)).map(({ why, slot }) => [
      slot.number,
      why,
    ])

  expect(open('2016-04-12', '2016-04-24')).toEqual([
    [3, 'missed'],
    [4, 'overdue'],
    [7, 'draft'],
  ])
  expect(open('2016-04-25', '2016-05-09')).toEqual([
    [3, 'missed'],
    [6, 'due'],
    [7, 'draft'],
  ])
})
