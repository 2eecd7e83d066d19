import { expect, test } from 'vitest'
import { testApp } from '../../../test/harness.ts'
import { promise } from '../../features/hours/hours.ts'
import { Agenda } from './agenda.ts'
import { chance, happens } from './chance.ts'
import { noticeDays, type Outcome } from './outcome.ts'
import { inventedPeople, isThere } from './people.ts'
import { simulate } from './simulate.ts'
import { outcomeAsText } from './told.ts'

const wish = { people: 24, seed: 3, weeks: 2, weeklyMinutes: 120 }
const bounces = { BOUNCE_ADDRESS: 'returns@network.example' }
const [one, other] = [await testApp(undefined, bounces), await testApp(undefined, bounces)]

test('the same seed gives the same round, and whoever is silent is noticed in time or counted', {
  timeout: 300_000,
}, async () => {
  const first = await simulate(one, wish)
  const second = await simulate(other, wish)

  const text = outcomeAsText(first)
  const { noticing, people } = first
  expect(outcomeAsText(second)).toBe(text)
  expect(people.applied).toBe(24)
  expect(noticing.map(({ temper }) => temper)).toContain('silent')
  for (const { count, inTime, later, never } of noticing) expect(inTime + later + never).toBe(count)
  const late = noticing.reduce((sum, { later, never }) => sum + later + never, 0)
  expect(text).toMatch(new RegExp(`noticed within ${noticeDays} days: ${late} of `))
  expect(first.hours.total.preparing).toBeGreaterThan(0)
  expect(first.help.answered).toBeLessThanOrEqual(first.help.calls)
})

test('a goal that was missed is called missed', () => {
  const days = { middle: 3, longest: 20 }
  const goal = { done: 3, inTime: 3, median: 20, slowest: 40, overdue: 1 }
  const outcome: Outcome = {
    people: { applied: 10, tookPart: 9, pairings: 4, reserve: 1 },
    noticing: [{ temper: 'drifting', count: 3, inTime: 1, later: 1, never: 1, days }],
    falseAlarms: 2,
    letGo: 1,
    alone: { count: 3, newPartner: 1, days, waiting: 1, left: 0, unhelped: 1 },
    help: { calls: 2, answered: 1, days },
    told: { noticed: { ...goal, overdue: 0 }, offered: goal },
    ...{ withoutPartner: 1, mails: 100, sittings: 4, cutShort: 1 },
    hours: {
      people: 9,
      tasks: [],
      total: { call: 0, preparing: promise.preparingHours * 60 + 1, after: 10 },
      weeks: [10, promise.weekHours * 60],
    },
  }

  const verdict = outcomeAsText(outcome).split('\n').slice(-6)

  expect(verdict.map((line) => line.slice(0, 7))).toEqual([
    'MISSED ',
    'MISSED ',
    'MISSED ',
    'MISSED ',
    'MISSED ',
    'Reached',
  ])
  expect(verdict[0]).toContain('2 of 3 were not')
})

test('what falls due is taken in order, and at one instant as it was put down', async () => {
  const agenda = new Agenda()
  const done: string[] = []
  const add = (name: string, at: number) =>
    agenda.add({ at: new Date(at), run: async () => void done.push(name) })
  add('b', 2)
  add('a', 1)
  add('c', 2)
  for (let due = agenda.next(); due; due = agenda.next()) {
    await due.run()
    if (done.length === 1) add('now', 1)
  }

  expect(done).toEqual(['a', 'now', 'b', 'c'])
})

test('people are of each kind about as often as was said, and who drifts away does not come back', () => {
  const people = inventedPeople(1, 2_000, '2016-02-29')
  const share = (temper: string) => people.filter((one) => one.temper === temper).length / 20

  expect(Math.abs(share('silent') - 10)).toBeLessThan(2)
  expect(Math.abs(share('drifting') - 16)).toBeLessThan(2)
  expect(new Set(people.map(({ email }) => email)).size).toBe(2_000)
  for (const person of people.filter(({ temper }) => temper === 'drifting'))
    expect([isThere(person, new Date('2016-03-01')), isThere(person, new Date('2016-06-01'))]).toEqual([
      true,
      false,
    ])
})

test('what happens to one changes nothing of what happens to another', () => {
  const drawn = (count: number) =>
    Array.from({ length: count }, (_, at) => happens(chance(1, at, 'acts'), 50))

  expect(drawn(50).slice(0, 10)).toEqual(drawn(10))
  expect(drawn(50)).toContain(true)
  expect(drawn(50)).toContain(false)
})
