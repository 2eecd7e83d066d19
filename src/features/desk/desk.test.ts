import { expect, test } from 'vitest'
import type { Round } from '../rounds/index.ts'
import { needsHands, nextStep, type RoundStanding, stepsOf } from './desk.ts'

const round = { announcedAt: new Date('2016-01-01T00:00:00Z'), capAppliedAt: null } as Round
const empty: RoundStanding = {
  round,
  phase: 'matching',
  applications: 0,
  toClean: 0,
  ready: 0,
  accepted: 0,
  waiting: 0,
  proposal: null,
  released: null,
  withoutPartner: 0,
  topics: { written: 0, published: 0, due: 8, nextDueOn: '2016-02-29' },
}
const capped = { ...round, capAppliedAt: new Date('2016-02-20T00:00:00Z') }
const released = { at: new Date('2016-02-21T00:00:00Z'), mails: 40, sent: 40 }

test.each<[string, Partial<RoundStanding>, string | null]>([
  ['a draft is announced', { round: { ...round, announcedAt: null } }, 'announce'],
  ['applications are brought in', {}, 'import'],
  ['they are cleaned', { applications: 50, toClean: 3 }, 'clean'],
  ['the cap is applied', { applications: 50, ready: 50 }, 'cap'],
  ['late applications are answered', { round: capped, applications: 51, accepted: 50, ready: 1 }, 'cap'],
  [
    'a question left after the cap holds up nothing',
    { round: capped, applications: 51, toClean: 1, accepted: 50 },
    'match',
  ],
  ['people are matched', { round: capped, applications: 50, accepted: 50 }, 'match'],
  [
    'the proposal is released',
    { round: capped, applications: 50, accepted: 50, proposal: { number: 1, pairs: 25, reserve: 0 } },
    'release',
  ],
  ['the first topic comes out', { round: capped, applications: 50, accepted: 50, released }, 'topic'],
  [
    'whoever has no partner is found one',
    {
      round: capped,
      phase: 'running',
      applications: 50,
      accepted: 50,
      released,
      withoutPartner: 1,
      topics: { written: 1, published: 1, due: 8, nextDueOn: '2016-03-14' },
    },
    'rematch',
  ],
  [
    'nothing is left',
    {
      round: capped,
      applications: 50,
      accepted: 50,
      released,
      topics: { written: 1, published: 1, due: 8, nextDueOn: '2016-03-14' },
    },
    null,
  ],
])('next, %s', (_name, facts, step) => {
  expect(nextStep({ ...empty, ...facts })).toBe(step)
})

test('the first step that is not done is the one for now', () => {
  const steps = stepsOf({ ...empty, applications: 50, toClean: 3 })

  expect(steps.map(({ state }) => state)).toEqual(['done', 'done', 'now', 'next', 'next', 'next', 'next'])
})

test('a round that ended needs hands only when people were never told', () => {
  expect(needsHands({ ...empty, phase: 'ended' })).toBe(false)
  expect(needsHands({ ...empty, phase: 'ended', applications: 50, released })).toBe(false)
  expect(needsHands({ ...empty, phase: 'ended', applications: 50 })).toBe(true)
  expect(needsHands(empty)).toBe(true)
})
