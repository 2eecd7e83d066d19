import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { counting, testApp } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import type { Round } from '../../rounds/index.ts'
import { moveToReserve } from '../actions/by-hand.ts'
import { undoChange } from '../actions/changes.ts'
import { openScenario, runScenario } from '../actions/run.ts'
import { formOf } from '../pages/lab/new.tsx'
import { labDesk } from '../queries/lab.ts'
import { planOf, scenarioNumbered } from '../queries/scenarios.ts'
import { defaultSettings } from '../scenario/settings.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const site = createSite(app, await buildAssets())
const coordinator = await aPerson(app, { role: 'coordinator', name: 'Cora Lind' })
const headers = await signedIn(app, coordinator)
const round = await aRoundOfFive('2016A')
const lab = '/office/rounds/2016A/matching/lab'

/** Five people of five countries: two pairs, and one who waits. */
async function aRoundOfFive(code: string): Promise<Round> {
  const made = await aRound(app, { code })
  for (const [name, country] of [
    ['Ana Luz', 'BR'],
    ['Bo Ek', 'SE'],
    ['Chi Eze', 'NG'],
    ['Dev Rao', 'IN'],
    ['Eun Park', 'KR'],
  ])
    await anApplication(app, made, { name, country })
  return made
}

const get = async (path: string) => (await site.request(path, { headers })).text()
const post = (path: string, fields: Record<string, string> = {}) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return site.request(path, { method: 'POST', body, headers })
}

/** The form as it comes, with some of its fields changed. */
const filledIn = (differs: Record<string, string> = {}) => ({
  ...formOf(defaultSettings).values,
  ...differs,
})

test('the lab says what to do first, and shows the first scenario as the plan', async () => {
  expect(await get(lab)).toContain('No scenario yet')
  const sent = await post(`${lab}/new`, filledIn({ title: 'The <b>usual</b>' }))
  expect([sent.status, sent.headers.get('Location')]).toEqual([303, `${lab}/1`])

  const waiting = await get(`${lab}/1`)
  expect(waiting).toContain('waiting for its turn')
  expect(waiting).toContain('<noscript><meta http-equiv="refresh" content="5"/></noscript>')
  expect(await get(lab)).toContain('Running now: 1. The &lt;b&gt;usual&lt;/b&gt;')
  await app.runJobs()

  expect(await get(`${lab}/1/progress`)).toContain('data-done')
  const page = await get(lab)
  expect(page).toContain('4 of 5')
  expect(page).toContain('this is the plan')
  expect(page).toContain('Make another with different settings')
  expect(page).not.toContain('<b>usual')
})

test('a form that is filled in wrongly comes back with words beside its fields, and nothing is lost', async () => {
  const answer = await post(
    `${lab}/new`,
    filledIn({ title: 'Mine', interests: '101', sector: 'much', enoughHours: '0', seed: '-1', region: '7' }),
  )

  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('<title>Error: New scenario')
  expect(page).toContain('Please check 4 answers')
  expect(page).toContain('Weight of interests: Please give a whole number from 0 to 100.')
  expect(page).toContain('Please give hours from 1 to 14')
  for (const kept of ['value="Mine"', 'value="101"', 'value="much"', 'value="-1"', 'value="7"'])
    expect(page).toContain(kept)
})

test('weights that are all nothing are refused, and a field that is not ours', async () => {
  const none = await post(`${lab}/new`, filledIn({ interests: '0', sector: '0', stage: '0' }))
  expect([none.status, await none.text()]).toEqual([
    422,
    expect.stringContaining('All weights in this group are 0'),
  ])
  expect((await post(`${lab}/new`, filledIn({ admin: 'yes' }))).status).toBe(422)
})

test('one weight that cannot be read is one thing to mend', async () => {
  const page = await (await post(`${lab}/new`, filledIn({ sector: 'much' }))).text()

  expect(page).toContain('Please check one answer')
  expect(page).not.toContain('All weights in this group are 0')
})

test('a scenario is run with what the form says, beside the plan', async () => {
  const choices = {
    title: 'Near',
    worstFirst: 'no',
    mostHoursApart: '10',
    enoughHours: '2,5',
    keepBonus: '300',
  }
  await post(`${lab}/new`, filledIn({ ...choices, seed: '7', interests: '80' }))
  await app.runJobs()

  const { settings, seed, title } = await scenarioNumbered(app.db, round.id, 2)
  expect({ settings, seed, title }).toEqual({
    title: 'Near',
    seed: 7,
    settings: {
      ...defaultSettings,
      weights: {
        ...defaultSettings.weights,
        enoughMinutes: 150,
        wishes: { ...defaultSettings.weights.wishes, interests: 80 },
      },
      worstFirst: false,
      mostHoursApart: 10,
      keepBonus: 300,
    },
  })
  const page = await get(lab)
  expect(page).toContain('Each of them finds a partner for the same number of people: 4 of 5.')
  expect(page).toContain('by the weights of the plan, 1. The &lt;b&gt;usual')
  expect(page).toContain('Weight of interests: 80 instead of 40')
  expect(page).toContain('Seed: 7 instead of 201601')
  expect(page).toContain(`href="${lab}/compare?one=1&amp;other=2">Compare any two`)
  expect(page).toContain('Keeps the pairs of the plan where it costs little')
  expect(await get(`${lab}/new?from=2`)).toContain('value="2.5"')
})

test('one scenario runs at a time, and the form keeps what was typed', async () => {
  const { id } = await openScenario(app, coordinator, '2016A', { asPlan: false })

  expect(await get(`${lab}/new`)).toContain('One scenario at a time')
  const second = await post(`${lab}/new`, filledIn({ title: 'Too early' }))

  expect(second.status).toBe(409)
  const page = await second.text()
  expect(page).toContain('One scenario at a time')
  expect(page).toContain('value="Too early"')
  await runScenario(app, id)
})

test('a run is cancelled from its page, which then says so', async () => {
  await openScenario(app, coordinator, '2016A', { asPlan: false })

  const cancelled = await post('/office/rounds/2016A/matching/cancel')

  expect([cancelled.status, cancelled.headers.get('Location')]).toEqual([303, `${lab}/4`])
  expect(await get(`${lab}/4`)).toContain('It was cancelled. The plan you had before is still in place.')
  expect(await get(lab)).toContain('(cancelled)')
  expect(await get('/office/rounds/2016A/matching')).not.toContain('ended without a proposal')
})

test('the page of a scenario tells who is in reserve, what changes, and makes it the plan', async () => {
  app.at('2016-02-20T12:10:00Z')
  const page = await get(`${lab}/2`)
  expect(page).toContain('The number of people is odd.')
  expect(page).toContain('Compared with the plan, 1. The &lt;b&gt;usual&lt;/b&gt;')
  expect(page).toContain('Map of the pairs')

  const chosen = await post(`${lab}/2/choose`)

  expect([chosen.status, chosen.headers.get('Location')]).toEqual([303, `${lab}/2`])
  expect((await planOf(app.db, round.id))?.number).toBe(2)
  expect(await get(`${lab}/2`)).toContain('Go back to the previous plan: 1. The &lt;b&gt;usual&lt;/b&gt;')
  const pairs = await get('/office/rounds/2016A/matching')
  expect(pairs).toContain('2. Near</a>')
  expect(pairs).toContain('none of those has more points in all')
  expect(pairs).not.toContain('of all points were given up')
  const again = await post(`${lab}/2/choose`)
  expect([again.status, await again.text()]).toEqual([
    409,
    expect.stringContaining('This scenario is already the plan.'),
  ])
})

test('the lists of a scenario have all countries, all pairs of countries and everyone in reserve', async () => {
  const [countries, links, left] = [
    await get(`${lab}/1/lists`),
    await get(`${lab}/1/lists?of=links&page=7`),
    await get(`${lab}/1/lists?of=left`),
  ]
  const rows = (html: string) => html.match(/<th scope="row">/g)?.length ?? 0

  expect([rows(countries), rows(links)]).toEqual([4, 2])
  expect(left.match(/<dd>/g)).toHaveLength(1)
  expect(await get(`${lab}/1`)).toContain(`href="${lab}/1/lists?of=countries"`)
  expect((await site.request(`${lab}/99/lists`, { headers })).status).toBe(404)
})

test('the address says which scenarios stand side by side', async () => {
  const headings = async (query: string) =>
    [
      ...(await get(`${lab}${query}`)).matchAll(
        /<th scope="col"><a href="[^"]*\/(\d+)"|<th scope="col" class="marked"><a href="[^"]*\/(\d+)"/g,
      ),
    ].map(([, other, plan]) => plan ?? other)

  expect([await headings(''), await headings('?s=3&s=1'), await headings('?s=9&s=x')]).toEqual([
    ['2', '1', '3'],
    ['1', '3'],
    ['2', '1', '3'],
  ])
})

test.each(['/0', '/99', '/99/progress', '/new?from=99'])('there is nothing at %s', async (path) => {
  const answer = await site.request(`${lab}${path}`, { headers })

  expect([answer.status, await answer.text()]).toEqual([
    404,
    expect.stringContaining('There is no scenario with that number in this round.'),
  ])
})

test.each(['editor', 'ambassador'] as const)('an %s finds no door to the lab', async (role) => {
  const person = await aPerson(app, { role, country: role === 'ambassador' ? 'BR' : undefined })
  const as = await signedIn(app, person)
  const asked = async (path: string, method = 'GET') =>
    (await site.request(path, { method, headers: as, body: method === 'POST' ? new FormData() : undefined }))
      .status

  expect([
    await asked(lab),
    await asked(`${lab}/new`),
    await asked(`${lab}/1`),
    await asked(`${lab}/1/progress`),
    await asked(`${lab}/1/choose`, 'POST'),
    await asked('/office/rounds/2016A/matching/cancel', 'POST'),
  ]).toEqual([403, 403, 403, 403, 403, 403])
})

/** The cells of a line of a page's first table, by the head of the line. */
function lineOf(page: string, head: string): string[] {
  const [, line = ''] = new RegExp(`<th scope="row">${head}</th>(.*?)</tr>`).exec(page) ?? []
  return [...line.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) =>
    cell.replace(/<[^>]+>/g, '').trim(),
  )
}

test('a change by hand stands beside the figures of the run, which stay as they were', async () => {
  const other = await aRoundOfFive('2018A')
  const { id } = await openScenario(app, coordinator, other.code)
  await runScenario(app, id)
  const path = '/office/rounds/2018A/matching/lab'
  const before = await get(path)
  const rows = ['Have a partner', 'Fit of the weakest pair', 'Points, by its own weights', 'In reserve']
  const { shown } = await labDesk(app.db, other, app.now(), [])
  const [someone = ''] = shown[0]?.groups[0]?.members ?? []
  await moveToReserve(app, coordinator, other.code, someone)

  const page = await get(path)

  expect(page).toContain('Scenario 1, as it was run</a>')
  expect(page).toContain('Scenario 1, after one change by hand</a>')
  expect(lineOf(page, 'Have a partner')).toEqual(['4 of 5', '2 of 5'])
  for (const row of rows) expect(lineOf(page, row)[0]).toBe(lineOf(before, row)[0])
  expect(lineOf(await get(`${path}/1`), 'Have a partner')).toEqual(['4 of 5', '2 of 5'])

  const waits = (await labDesk(app.db, other, app.now(), [])).shown.map(({ left }) => left.length)
  expect(waits).toEqual([1, 3])
  await undoChange(app, coordinator, other.code)
  const undone = await labDesk(app.db, other, app.now(), [])
  expect(undone.shown.map(({ measures, left }) => ({ measures, left }))).toEqual(
    shown.map(({ measures, left }) => ({ measures, left })),
  )
})

test('the lab takes as many queries for three scenarios as for one', async () => {
  const other = await aRoundOfFive('2016B')
  const asked: number[] = []
  for (const scenarios of [1, 3]) {
    while ((await labDesk(app.db, other, app.now(), [])).scenarios.length < scenarios)
      await runScenario(app, (await openScenario(app, coordinator, '2016B', { asPlan: false })).id)
    const { count, counted } = counting(app.db)
    expect((await labDesk(counted, other, app.now(), [])).shown).toHaveLength(scenarios)
    asked.push(count.asked)
  }

  expect(asked[1]).toBe(asked[0])
})
