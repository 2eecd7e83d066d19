import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { counting, someId, testApp } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import type { Db } from '../../../db/index.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import type { Round } from '../../rounds/index.ts'
import { banPair, liftRule } from '../actions/rules.ts'
import { openScenario, runScenario } from '../actions/run.ts'
import { compareDesk } from '../queries/compare.ts'
import { personInPlan } from '../queries/prices-person.ts'
import { pinOffer } from '../queries/prices-pin.ts'
import { groupsOf, proposalOfRound } from '../queries/scenarios.ts'
import { defaultSettings } from '../scenario/settings.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const site = createSite(app, await buildAssets())
const coordinator = await aPerson(app, { role: 'coordinator', name: 'Cora Lind' })
const headers = await signedIn(app, coordinator)
const round = await aRound(app)
const desk = '/office/rounds/2016A/matching'
const ids = await aRoundOf(round, {
  'Ana Luz': 'BR',
  'Bo Ek': 'SE',
  'Chi <b>Eze</b>': 'NG',
  'Dev Rao': 'IN',
  'Zoë Ekström': 'SE',
})
await match('2016A')

async function aRoundOf<Name extends string>(of: Round, people: Record<Name, string>) {
  const made = {} as Record<Name, string>
  for (const name of Object.keys(people) as Name[])
    made[name] = (await anApplication(app, of, { name, country: people[name] })).id
  return made
}

async function match(code: string, more: Parameters<typeof openScenario>[3] = {}) {
  const { id } = await openScenario(app, coordinator, code, more)
  await runScenario(app, id)
}

/** A second scenario in which someone has another partner for certain. */
async function matchOtherwise(of: Round) {
  const { id } = await proposalOfRound(app.db, of.id)
  const [one = '', other = ''] = (await groupsOf(app.db, id)).groups[0]?.members ?? []
  await banPair(app, coordinator, of.code, [one, other])
  await match(of.code)
  await liftRule(app, coordinator, of.code, { kind: 'ban', two: [one, other] })
}

const get = async (path: string) => (await site.request(path, { headers })).text()
const post = (path: string, fields: Record<string, string> = {}) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return site.request(path, { method: 'POST', body, headers })
}

/** Someone with a partner, their partner, and someone else with whom the first could be. */
async function threeInPlan() {
  const { id } = await proposalOfRound(app.db, round.id)
  const rows = await app.db
    .selectFrom('scenarioMember')
    .innerJoin('application', 'application.id', 'applicationId')
    .where('scenarioId', '=', id)
    .select(['applicationId', 'scenarioPairId', 'country'])
    .orderBy('applicationId')
    .execute()
  const placed = rows.filter((row) => row.scenarioPairId !== null)
  const [own] = placed
  const partner = placed.find((row) => row !== own && row.scenarioPairId === own?.scenarioPairId)
  const other = placed.find(
    (row) => row.scenarioPairId !== own?.scenarioPairId && row.country !== own?.country,
  )
  const waiting = rows.find((row) => row.scenarioPairId === null)
  if (!own || !partner || !other || !waiting) throw new Error('nobody was matched')
  return {
    own: own.applicationId,
    partner: partner.applicationId,
    other: other.applicationId,
    waiting: waiting.applicationId,
  }
}

test('a person’s page tells with whom they are, and whom else they could have at what price', async () => {
  const { own } = await threeInPlan()

  const page = await get(`${desk}/people/${own}?exact=yes`)

  expect(page).toContain('Why these two')
  expect(page).toContain('Who else could be')
  expect(page).toContain('Your present plan is the best plan without it.')
  expect(page).toContain('Swap now')
  expect(page).not.toContain('<b>Eze')
  expect(page).not.toContain('being worked out')
})

test('the part of it that is asked for again says when it is done', async () => {
  const { own, waiting } = await threeInPlan()

  const part = await get(`${desk}/people/${own}/prices`)

  expect(part).toMatch(/^<div class="priced" data-done="" data-say="The exact figures are here\.">/)
  expect(await get(`${desk}/people/${waiting}?exact=yes`)).toContain('Why there is no partner')
})

test('the price of a pin is told by name before it is set, and only then it can be set', async () => {
  const { own, other } = await threeInPlan()

  const page = await get(`${desk}/price?one=${own}&other=${other}&exact=yes`)
  expect(page).toContain('What it costs everyone together')
  expect(page).toContain('action="/office/rounds/2016A/matching/price/pin"')
  expect(await get(`${desk}/price/figure?one=${own}&other=${other}`)).toContain('data-done=""')
  const sent = await post(`${desk}/price/pin`, { one: own, other })

  expect([sent.status, sent.headers.get('Location')]).toEqual([303, desk])
  const again = await get(`${desk}/price?one=${own}&other=${other}`)
  expect(again).toContain('They are already pinned')
  expect(again).not.toContain('price/pin"')
  expect(await get(`${desk}/people/${own}?exact=yes`)).toContain('This person is pinned.')
  await post(`${desk}/rules/lift`, { kind: 'pin', first: own, second: other })
})

test('two who may not be partners are told why, and cannot be pinned', async () => {
  const page = await get(`${desk}/price?one=${ids['Bo Ek']}&other=${ids['Zoë Ekström']}`)

  expect(page).toContain('they are in the same country')
  expect(page).not.toContain('price/pin"')
  const sent = await post(`${desk}/price/pin`, { one: ids['Bo Ek'], other: ids['Zoë Ekström'] })
  expect(sent.status).toBe(409)
})

test('somebody who is not in the round cannot be pinned', async () => {
  const sent = await post(`${desk}/price/pin`, { one: ids['Bo Ek'], other: someId() })

  expect([sent.status, await sent.text()]).toEqual([404, expect.stringContaining('Nobody by that name')])
})

test('a pair of the plan leads to the price of its pin', async () => {
  const [, pair = ''] = /href="([^"]+matching\/pairs\/[^"]+)"/.exec(await get(desk)) ?? []

  expect(await get(pair)).toMatch(
    /price\?one=[0-9a-f-]{36}&amp;other=[0-9a-f-]{36}">See first what it would cost</,
  )
})

test('any two can be looked for from the rules, also where there are none yet', async () => {
  const rules = await get(`${desk}/rules`)

  expect(rules).toContain('No rules')
  expect(rules).toContain(`href="${desk}/price"`)
})

test('somebody and themself are no pair', async () => {
  const page = await get(`${desk}/price?one=${ids['Bo Ek']}&other=${ids['Bo Ek']}`)

  expect(page).toContain('They are one person.')
  expect(page).not.toContain('Fit of the pair')
})

test('the two are found by a part of their names, accents or not', async () => {
  const found = await get(`${desk}/price?one=ekstrom&other=EK`)

  expect(found).toContain('Choose someone other than Zoë Ekström')
  expect(found).toContain('Several people have “EK” in their name')
  expect(await get(`${desk}/price?one=nobody`)).toContain('Nobody in this round has “nobody” in their name')
  expect(await get(`${desk}/price?one=%25`)).toContain('Nobody in this round has “%” in their name')
  expect((await site.request(`${desk}/price/figure?one=x&other=y`, { headers })).status).toBe(404)
})

test('two scenarios are compared name by name; one alone is not', async () => {
  expect(await get(`${desk}/lab/compare`)).toContain('Nothing to compare yet')
  const weights = { ...defaultSettings.weights, wishesShare: 40 }
  await match('2016A', {
    asPlan: false,
    seed: 9,
    settings: { ...defaultSettings, weights, oddOneOut: 'reserve' },
  })

  const page = await get(`${desk}/lab/compare?one=1&other=2`)

  expect(page).toContain('Scenario 1 and scenario 2')
  expect(page).toContain('Seed for ties')
  expect(await get(`${desk}/lab/compare?one=1&other=1`)).toContain('Choose two different scenarios')
  expect(await get(`${desk}/lab/compare?one=1&other=77`)).toContain('Choose two different scenarios')
})

test('files are downloads, and a scenario that is run again says so', async () => {
  const header = async (path: string) =>
    (await site.request(`${desk}/lab/${path}`, { headers })).headers.get('Content-Disposition')

  expect(
    await Promise.all(
      ['1/graph.txt', '1/proof.json', '1/scenario.json', 'compare.csv?one=1&other=2'].map(header),
    ),
  ).toEqual([
    'attachment; filename="2016A-scenario-1-graph.txt"',
    'attachment; filename="2016A-scenario-1-proof.json"',
    'attachment; filename="2016A-scenario-1.json"',
    'attachment; filename="2016A-scenarios-1-2.csv"',
  ])
  const sent = await post(`${desk}/lab/1/rerun`)
  expect([sent.status, sent.headers.get('Location')]).toEqual([303, `${desk}/lab/1`])
  expect(decodeURIComponent(sent.headers.get('Set-Cookie') ?? '')).toContain(
    'The same plan, person by person',
  )
})

test.each(['editor', 'ambassador'] as const)('an %s finds no door to any of it', async (role) => {
  const as = await signedIn(
    app,
    await aPerson(app, { role, country: role === 'ambassador' ? 'BR' : undefined }),
  )
  const { own, other } = await threeInPlan()

  for (const path of [
    `${desk}/people/${own}`,
    `${desk}/people/${own}/prices`,
    `${desk}/price?one=${own}&other=${other}`,
    `${desk}/price/figure?one=${own}&other=${other}`,
    `${desk}/lab/compare?one=1&other=2`,
    `${desk}/lab/compare.csv?one=1&other=2`,
    `${desk}/lab/1/graph.txt`,
    `${desk}/lab/1/proof.json`,
    `${desk}/lab/1/scenario.json`,
  ])
    expect([path, (await site.request(path, { headers: as })).status]).toEqual([path, 403])
})

test('each page takes as many queries for five partners as for one', async () => {
  const asked: number[][] = []
  for (const [code, people] of [
    ['2016B', { 'Ana Luz': 'BR', 'Bo Ek': 'SE', 'Chi Eze': 'NG' }],
    [
      '2016C',
      { 'Ana Luz': 'BR', 'Bo Ek': 'SE', 'Chi Eze': 'NG', 'Dev Rao': 'IN', 'Eun Park': 'KR', 'Fay Orr': 'GB' },
    ],
  ] as const) {
    const other = await aRound(app, { code })
    const made: Record<string, string> = await aRoundOf<string>(other, people)
    await match(code)
    await matchOtherwise(other)
    const [a = '', b = ''] = [made['Ana Luz'], made['Bo Ek']]
    const counts: number[] = []
    for (const read of [
      (db: Db) => personInPlan(db, other, a, 60_000),
      (db: Db) => pinOffer(db, other, [a, b], 60_000),
      (db: Db) => compareDesk(db, other, { one: 1, other: 2, page: 1 }),
    ]) {
      const { count, counted } = counting(app.db)
      await read(counted)
      counts.push(count.asked)
    }
    asked.push(counts)
  }

  expect(asked[1]).toEqual(asked[0])
})
