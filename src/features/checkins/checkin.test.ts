import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayIn, isHumane, localTime } from '../../platform/days.ts'
import {
  type Away,
  contradict,
  dayOfPlan,
  daysThatCount,
  dueDay,
  isAwayOn,
  type Said,
  type Standing,
  standingOf,
  togetherAway,
  usualDays,
} from './checkin.ts'

const round = { startsOn: '2016-02-29', endsOn: '2016-06-19' }
const hour = 3_600_000

/** Days away within a round, before and after it too, which may overlap: those of two people. */
const away = fc
  .array(fc.tuple(fc.integer({ min: -5, max: 120 }), fc.integer({ min: 0, max: 20 })), { maxLength: 4 })
  .map((spans) =>
    spans.map(([from, days]): Away => {
      const first = addDays(round.startsOn, from)
      return { from: first, until: addDays(first, days) }
    }),
  )

test('a round asks on day 4 and 10 and then each week, but not in its last two', () => {
  expect(usualDays(round)).toEqual([4, 10, 17, 24, 31, 38, 45, 52, 59, 66, 73, 80, 87, 94])
  expect(usualDays({ startsOn: '2016-02-29', endsOn: '2016-03-27' })).toEqual([4, 10])
  expect(usualDays({ startsOn: '2016-02-29', endsOn: '2016-03-06' })).toEqual([4])
})

test('a day of the plan falls on the first day by which so many days count, and nobody is away on it', () => {
  fc.assert(
    fc.property(away, fc.integer({ min: 1, max: 100 }), (spans, day) => {
      const joined = togetherAway(spans)
      const falls = dayOfPlan(round.startsOn, day, joined)

      expect(daysThatCount(round.startsOn, falls, joined)).toBe(day)
      expect(isAwayOn(joined, falls)).toBe(false)
    }),
  )
})

const zones = [
  'America/Sao_Paulo',
  'Europe/Dublin',
  'Pacific/Apia',
  'Asia/Kolkata',
  'America/New_York',
  'UTC',
]
/** How the clock of the machine goes: an hour on mostly, and a day, a week, a month, or back, now and then. */
const leaps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(1) },
    { weight: 3, arbitrary: fc.integer({ min: 2, max: 30 }) },
    { weight: 1, arbitrary: fc.constantFrom(24, 168, 720, -1, -24, -168, -720) },
  ),
  { minLength: 1, maxLength: 120 },
)
const days = fc
  .uniqueArray(fc.integer({ min: 1, max: 110 }), { maxLength: 6 })
  .map((all) => all.sort((a, b) => a - b))

test('however the clock leaps, nobody is asked twice for a day or at night, and what has come is asked', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), days, away, leaps, (zone, plan, spans, hours) => {
      const clock = { beganOn: round.startsOn, away: togetherAway(spans), lastAsked: null as number | null }
      const asked: number[] = []
      let now = new Date('2016-02-28T00:00:00Z').getTime()
      const look = () => {
        const local = localTime(new Date(now), zone)
        if (!isHumane(Number(local.slice(11, 13)))) return
        const due = dueDay(plan, clock, local.slice(0, 10))
        if (due === null) return
        asked.push(due)
        clock.lastAsked = due
      }
      for (const leap of hours) {
        now += leap * hour
        look()
      }
      // The worker is there all day long.
      for (let more = 0; more < 24; more += 1) {
        now += hour
        look()
      }

      expect(asked).toEqual([...new Set(asked)].sort((a, b) => a - b))
      const today = dayIn(new Date(now - 12 * hour), zone)
      if (today < clock.beganOn || isAwayOn(clock.away, today)) return
      const come = plan.filter((day) => day <= daysThatCount(clock.beganOn, today, clock.away))
      expect(clock.lastAsked ?? 0).toBeGreaterThanOrEqual(come.at(-1) ?? 0)
    }),
    { numRuns: 300 },
  )
})

test('over months that go by hour by hour each day of the plan is asked once, on the day on which it falls', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), days, away, (zone, plan, spans) => {
      const clock = { beganOn: round.startsOn, away: togetherAway(spans), lastAsked: null as number | null }
      const asked: [number, string][] = []
      const end = new Date('2016-10-01T00:00:00Z').getTime()
      for (let now = new Date('2016-02-28T00:00:00Z').getTime(); now < end; now += 6 * hour) {
        const local = localTime(new Date(now), zone)
        const due = dueDay(plan, clock, local.slice(0, 10))
        if (due === null) continue
        asked.push([due, local.slice(0, 10)])
        clock.lastAsked = due
      }

      expect(asked).toEqual(plan.map((day) => [day, dayOfPlan(round.startsOn, day, clock.away)]))
    }),
    { numRuns: 40 },
  )
})

test('how somebody stands follows from what they said, what they did not say, and who is away', () => {
  const asked = { at: new Date('2016-03-04T09:00:00Z'), on: '2016-03-04' }
  const at = new Date('2016-03-05T09:00:00Z')
  const before = new Date('2016-03-01T09:00:00Z')
  const later = new Date('2016-03-06T09:00:00Z')
  const said = (wish: Partial<Said>): Said => ({ asked, answer: null, settledAt: null, away: [], ...wish })
  const gone = [{ from: '2016-03-05', until: '2016-03-20' }]
  const table: [Partial<Said>, string, Standing][] = [
    [{ asked: null }, '2016-03-03', 'not-asked'],
    [{}, '2016-03-06', 'asked'],
    [{}, '2016-03-07', 'silent'],
    [{ away: gone }, '2016-03-07', 'away'],
    // Days away are no silence.
    [{ away: gone }, '2016-03-21', 'asked'],
    [{ answer: { answer: 'yes', at } }, '2016-03-09', 'in-touch'],
    [{ answer: { answer: 'yes', at: before } }, '2016-03-09', 'silent'],
    [{ answer: { answer: 'not-yet', at } }, '2016-03-09', 'not-yet'],
    [{ answer: { answer: 'help', at }, away: gone }, '2016-03-09', 'help'],
    [{ answer: { answer: 'help', at }, settledAt: before }, '2016-03-09', 'help'],
    [{ answer: { answer: 'help', at }, settledAt: later }, '2016-03-09', 'looked-after'],
    [{ answer: { answer: 'help', at: before }, settledAt: at }, '2016-03-09', 'silent'],
  ]

  expect(table.map(([wish, today]) => standingOf(said(wish), today))).toEqual(
    table.map(([, , standing]) => standing),
  )
})

test('two contradict each other when one is in touch and the other has heard nothing', () => {
  const pairs: Standing[][] = [
    ['in-touch', 'not-yet'],
    ['help', 'in-touch'],
    ['in-touch', 'silent'],
    ['not-yet', 'help'],
    ['in-touch', 'in-touch', 'not-yet'],
  ]
  const asked = (said: 'yes' | 'not-yet' | null) => ({ standing: 'asked' as const, said })
  const notYet = { standing: 'not-yet', said: 'not-yet' } as const

  expect(pairs.map((pair) => contradict(pair.map((standing) => ({ standing, said: null }))))).toEqual([
    ...[true, true, false, false, true],
  ])
  // Who has just been asked anew still says what they said last.
  expect((['yes', 'not-yet', null] as const).map((said) => contradict([asked(said), notYet]))).toEqual([
    ...[true, false, false],
  ])
})
