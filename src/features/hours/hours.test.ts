import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anApplication, aPerson } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { all } from '../all.ts'
import { planCheckIns } from '../checkins/actions/watching.ts'
import { leaveRound } from '../pairings/actions/leaving.ts'
import { aRunningRound } from '../pairings/actions/rematch.builder.ts'
import { createPerson, grantRole, tasks } from '../people/index.ts'
import { roundByCode } from '../rounds/index.ts'
import { hoursAsText, hoursCommandOf } from './commands.ts'
import { type Deed, hoursOf, setDownAfterMinutes, spellsOf } from './hours.ts'
import { roundHours } from './queries.ts'

const app = await testApp()
const site = createSite(app, await buildAssets())

const minute = 60_000
const start = new Date('2016-02-21T18:00:00Z')
const deed = (at: number, wish: Partial<Deed> = {}): Deed => ({
  at: new Date(start.getTime() + at * minute),
  by: 'ruth',
  task: 'cleaning',
  roundId: 'a round',
  ...wish,
})
const minutesOf = (deeds: Deed[]) => spellsOf(deeds).map(({ minutes }) => minutes)

test('an act counts the time since the one before; after a long pause it counts a minute', () => {
  expect(minutesOf([deed(0), deed(4), deed(19), deed(34.5), deed(36)])).toEqual([1, 4, 15, 1, 1.5])
})

test('each person has a clock of their own', () => {
  expect(minutesOf([deed(0), deed(2, { by: 'maren' }), deed(5), deed(6, { by: 'maren' })])).toEqual([
    1, 5, 1, 4,
  ])
})

test('what is about no round was done for the one that the sitting was about', () => {
  const no = { roundId: null }
  const spells = spellsOf([deed(0, no), deed(1), deed(2, no), deed(60, no), deed(90, { roundId: 'other' })])

  expect(spells.map(({ roundId }) => roundId)).toEqual(['a round', 'a round', 'a round', null, 'other'])
})

test('however acts fall, nobody works longer than from the first to the last, and a minute for each sitting', () => {
  const acts = fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(acts, (ats) => {
      const minutes = minutesOf(ats.map((at) => deed(at)))
      const total = minutes.reduce((sum, one) => sum + one, 0)
      const sittings = new Set(
        ats
          .toSorted((a, b) => a - b)
          .filter((at, index, all) => index === 0 || at - (all[index - 1] ?? 0) > setDownAfterMinutes),
      ).size

      expect(minutes.every((one) => one >= 0 && one <= setDownAfterMinutes)).toBe(true)
      expect(total).toBeLessThanOrEqual(Math.max(...ats) - Math.min(...ats) + sittings)
    }),
  )
})

test('the parts of a round and its weeks add up to all there is', () => {
  const times = { applyUntil: deed(10).at, releasedAt: deed(100).at }
  const spells = spellsOf([deed(0), deed(5), deed(90), deed(96), deed(101), deed(7 * 1440 + 200)])
  const hours = hoursOf(spells, tasks, times, deed(8 * 1440).at)

  expect(hours).toEqual({
    tasks: [{ task: 'cleaning', minutes: { call: 6, preparing: 7, after: 6 } }],
    total: { call: 6, preparing: 7, after: 6 },
    weeks: [5, 1],
  })
  expect(hoursOf(spells, tasks, { ...times, releasedAt: null }, deed(8 * 1440).at).weeks).toEqual([])
})

test('what is told of each kind of work adds up to what is told in all', () => {
  const at = (from: number, minutes: number, task: Deed['task']) => ({ ...deed(from), task, minutes })
  const times = { applyUntil: deed(10).at, releasedAt: null }
  const spells = [at(20, 38.4, 'cleaning'), at(70, 48.4, 'matching'), at(90, 0.3, 'people')]

  const hours = hoursOf(spells, tasks, times, deed(100).at)
  const said = hoursAsText({ ...hours, people: 2 })

  expect(hours.tasks.map(({ minutes }) => minutes.preparing)).toEqual([38, 48, 0])
  expect(hours.total).toEqual({ call: 0, preparing: 86, after: 0 })
  for (const time of ['38 min', '48 min', '1 hr, 26 min']) expect(said).toContain(time)
})

test('hours of a round are of those with a role, whatever became of them, and of no other round', async () => {
  const { round, coordinator, people } = await aRunningRound(app)
  const { ana } = people
  app.at('2016-03-06T10:00:00Z')
  await planCheckIns(app, coordinator, round.code, [4])
  app.at('2016-03-06T10:07:00Z')
  await planCheckIns(app, coordinator, round.code, [4, 10])
  // Who leaves does so for themselves.
  await leaveRound(app, ana.person, round.code)
  const director = await aPerson(app, { role: 'director' })
  app.at('2016-03-06T12:00:00Z')
  const added = await createPerson(app, director, {
    name: 'New Volunteer',
    email: 'new@library.example',
    locale: 'en',
    zone: 'UTC',
  })
  await grantRole(app, director, added, {
    role: 'editor',
    country: null,
    startsOn: '2016-03-06',
    endsOn: null,
  })
  app.at('2016-03-10T10:00:00Z')

  const hours = await roundHours(app.db, await roundByCode(app.db, coordinator, round.code), all, app.now())
  const cases = hours.tasks.find(({ task }) => task === 'cases')

  expect(cases?.minutes).toEqual({ call: 0, preparing: 0, after: 8 })
  expect(hours.tasks.map(({ task }) => task)).not.toContain('people')
  expect(hours.tasks.map(({ task }) => task)).not.toContain('rematch')
  expect(hours.people).toBe(6)
  expect(hours.weeks.reduce((sum, one) => sum + one, 0)).toBe(hours.total.after)
})

test('the page and the command tell of tasks and goals, and name nobody', async () => {
  const { round, coordinator } = await aRunningRound(app)
  await anApplication(app, round)
  app.at('2016-03-06T10:00:00Z')
  await planCheckIns(app, coordinator, round.code, [4])
  const path = `/office/rounds/${round.code}/hours`
  const page = async (role: 'coordinator' | 'editor' | 'ambassador') =>
    site.request(path, {
      headers: await signedIn(
        app,
        await aPerson(app, { role, ...(role === 'ambassador' && { country: 'BR' }) }),
      ),
    })

  const seen = await (await page('coordinator')).text()
  const input = { args: [round.code], options: {}, switches: new Set<string>(), lists: {} }
  const { text } = await hoursCommandOf(all).run(app, input)

  expect([(await page('editor')).status, (await page('ambassador')).status]).toEqual([403, 403])
  expect(seen).toContain('Looking after pairs')
  expect(seen).toContain('at most 8 hr')
  expect(seen).not.toContain(coordinator.name)
  expect(text).toMatch(/Looking after pairs .* 1 min/)
  expect(text).not.toContain(coordinator.name)
})
