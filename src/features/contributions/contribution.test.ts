import { expect, test } from 'vitest'
import { bodyOf, dueAt, mayBeTakenBack, mayBeWaived, standingOf, wasRead } from './contribution.ts'

const now = new Date('2016-03-10T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const post = { revision: 3, agreedRevision: 0, publishAt: null, withdrawnAt: null }
const accepted = { stage: 'accepted', askedRevision: null } as const

test('where an accepted contribution stands follows from its post and from what its author answered', () => {
  const standings = [
    standingOf(accepted, post, now),
    standingOf({ ...accepted, askedRevision: 3 }, post, now),
    standingOf(accepted, { ...post, agreedRevision: 3 }, now),
    standingOf(accepted, { ...post, agreedRevision: 2 }, now),
    standingOf(accepted, { ...post, agreedRevision: null }, now),
    standingOf(accepted, { ...post, agreedRevision: 3, publishAt: daysAgo(-1) }, now),
    standingOf(accepted, { ...post, agreedRevision: 3, publishAt: daysAgo(1) }, now),
    standingOf(accepted, { ...post, agreedRevision: 3, publishAt: daysAgo(1), withdrawnAt: now }, now),
    standingOf(accepted, null, now),
    standingOf({ stage: 'declined', askedRevision: null }, null, now),
  ]

  expect(standings).toEqual([
    ...['editing', 'proof', 'agreed', 'editing', 'waived'],
    ...['scheduled', 'out', 'taken-down', 'editing', 'declined'],
  ])
  expect(standings.filter(mayBeTakenBack)).toEqual([
    ...['editing', 'proof', 'agreed', 'editing', 'waived'],
    ...['scheduled', 'editing'],
  ])
})

test('an answer is due after the days that were promised, and a director may decide after three weeks of silence', () => {
  expect(dueAt(daysAgo(10), { answerDays: 14 })).toEqual(daysAgo(-4))
  expect([null, daysAgo(20.9), daysAgo(21)].map((at) => mayBeWaived(at, now))).toEqual([false, false, true])
})

test('a form is sent by who read it once more: neither at once nor a day later', () => {
  const ago = [1_999, 2_000, 86_400_000, 86_400_001].map((ms) => new Date(now.getTime() - ms))

  expect(ago.map((at) => wasRead(at, now))).toEqual([false, true, true, false])
})

test('a postcard becomes a text with its questions as headings', () => {
  const text = bodyOf({ answers: ['In Oslo.', 'Long.', 'Snow.'], body: '' }, ['Where?', 'A day?', 'What?'])

  expect(text).toEqual('## Where?\n\nIn Oslo.\n\n## A day?\n\nLong.\n\n## What?\n\nSnow.')
})
