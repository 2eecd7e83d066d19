import { array, assert, integer, property, record } from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../test/harness.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aRunningRound } from '../pairings/actions/rematch.builder.ts'
import { type EndedRound, impactOf } from './impact.ts'

const app = await testApp()
const site = createSite(app, await buildAssets())
let code: string

/** A round of six from six countries, who had partners. */
beforeAll(async () => {
  code = (await aRunningRound(app)).round.code
})

const textOf = async (path: string) => (await site.request(path)).text()

const days = { startsOn: '2016-02-29', endsOn: '2016-06-19' }
const round = (counts: Record<string, number>, name = '2016A'): EndedRound => ({
  ...{ code: name, ...days },
  countries: Object.entries(counts).map(([country, count]) => ({ name: country, count })),
})

test('people are told in steps of five, and small countries together', () => {
  expect(impactOf([round({ NG: 12, BR: 9, CL: 7, KE: 3 })])).toEqual({
    rounds: [{ code: '2016A', ...days, participants: 30, countries: 4 }],
    participants: 30,
    countries: 4,
    byCountry: {
      shown: [
        { name: 'NG', count: 10 },
        { name: 'BR', count: 5 },
      ],
      others: 10,
    },
  })
})

test('a round of four is not told of, nor counted', () => {
  const told = impactOf([round({ NG: 12 }), round({ BR: 2, KE: 2 }, '2016B')])

  expect([told.rounds.length, told.participants, told.countries]).toEqual([1, 10, 1])
})

test('whatever is published after one round more, any two numbers of people differ by nothing or by five at least', () => {
  const counts = record({
    NG: integer({ min: 0, max: 14 }),
    BR: integer({ min: 0, max: 14 }),
    KE: integer({ min: 0, max: 9 }),
  })
  const numbers = (rounds: readonly EndedRound[]) => {
    const { participants, byCountry, rounds: each } = impactOf(rounds)
    const shown = byCountry?.shown.map(({ count }) => count) ?? []
    return [participants, byCountry?.others ?? 0, ...shown, ...each.map((one) => one.participants)]
  }
  assert(
    property(array(counts, { minLength: 1, maxLength: 5 }), (made) => {
      const rounds = made.map((one) =>
        round(Object.fromEntries(Object.entries(one).filter(([, count]) => count > 0))),
      )
      const all = [...numbers(rounds), ...numbers(rounds.slice(0, -1))]
      for (const one of all) for (const other of all) expect(Math.abs(one - other) % 5).toBe(0)
    }),
  )
})

test('while a round runs nothing is told of it; when it has ended, everyone sees what came of it', async () => {
  app.at('2016-06-19T23:00:00Z')
  const running = await textOf('/impact')
  app.at('2016-06-20T01:00:00Z')
  const ended = await textOf('/impact')

  expect(running).toContain('No round has ended yet')
  expect(ended).toContain(`/rounds/${code}`)
  expect(ended).toContain('Numbers of people are rounded down to fives')
  expect(ended).not.toContain('Nigeria')
})

test('its numbers are files, which a data package describes', async () => {
  app.at('2016-06-20T01:00:00Z')
  const rounds = await textOf('/impact/rounds.csv')
  const countries = await textOf('/impact/countries.csv')
  const described = (await (await site.request('/impact/datapackage.json')).json()) as {
    resources: { path: string; schema: { fields: { name: string }[] } }[]
  }
  const header = (csv: string) => csv.slice(1).split('\r\n')[0]?.replaceAll('"', '').split(',')

  expect(rounds).toContain(`"${code}","2016-02-29","2016-06-19","5","6"`)
  expect(described.resources.map(({ path }) => path)).toEqual(['rounds.csv', 'countries.csv'])
  expect(described.resources.map(({ schema }) => schema.fields.map(({ name }) => name))).toEqual([
    header(rounds),
    header(countries),
  ])
})
