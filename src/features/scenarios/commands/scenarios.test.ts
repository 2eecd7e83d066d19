import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { anApplication, aRound } from '../../../../test/builders.ts'
import { commandNamed, testApp } from '../../../../test/harness.ts'
import { verifyText } from '../../../matching/index.ts'
import { terminal } from '../../people/index.ts'
import { moveToReserve } from '../actions/by-hand.ts'
import { openScenario } from '../actions/run.ts'
import { planOf, scenarioNumbered } from '../queries/scenarios.ts'
import { defaultSettings } from '../scenario/settings.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const round = await aRound(app, { code: '2016A' })
for (const country of ['AU', 'BR', 'CA', 'DE', 'ES'])
  await anApplication(app, round, { name: `Person ${country}`, country })

const folder = mkdtempSync(join(tmpdir(), 'twinleaf-settings-'))
const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

function run(name: string, options: Record<string, string> = {}, ...switches: string[]) {
  return commandNamed(name).run(app, {
    args: [],
    options: { round: '2016A', ...options },
    switches: new Set(switches),
    lists: {},
  })
}

test('scenarios are run beside the plan, listed, and one of them is chosen', async () => {
  await run('match run', { title: 'The usual' })
  const settings = file('near.json', '{ "mostHoursApart": 11, "weights": { "wishes": { "interests": 80 } } }')
  const aside = await run('match run', { settings, title: ' Near ' }, 'aside')

  expect(aside.json).toMatchObject({
    round: '2016A',
    scenario: 2,
    title: 'Near',
    isPlan: false,
    standing: 'done',
  })
  expect(aside.text).toContain('The plan is still scenario 1.')
  expect((await scenarioNumbered(app.db, round.id, 2)).settings).toEqual({
    ...defaultSettings,
    mostHoursApart: 11,
    weights: { ...defaultSettings.weights, wishes: { interests: 80, sector: 35, stage: 25 } },
  })

  app.at('2016-02-20T12:05:00Z')
  const chosen = await run('match choose', { scenario: '2' })
  expect(chosen.json).toEqual({ round: '2016A', plan: 2, before: 1 })
  expect((await planOf(app.db, round.id))?.number).toBe(2)
  const { text, json } = await run('match scenarios')
  expect(text.split('\n').map((line) => line.slice(0, 5))).toEqual(['*   2', '    1'])
  expect(json).toMatchObject({
    plan: 2,
    scenarios: [
      { scenario: 2, left: 1 },
      { scenario: 1, left: 1 },
    ],
  })
})

test.each([
  ['is not there', '/no/such/file', { code: 'unreadable-settings' }],
  ['is no JSON', file('no.json', '{'), { code: 'unreadable-settings' }],
  [
    'has a weight that is none',
    file('weight.json', '{ "weights": { "wishes": { "stage": 101 } } }'),
    { code: 'bad-settings', args: { path: 'weights.wishes.stage' } },
  ],
  [
    'names what there is not',
    file('more.json', '{ "worstfirst": true }'),
    { code: 'bad-settings', args: { problem: expect.stringContaining('worstfirst') } },
  ],
])('a file of settings that %s is refused, and nothing is run', async (_what, settings, refusal) => {
  const before = await run('match scenarios')

  await expect(run('match run', { settings })).rejects.toMatchObject(refusal)

  expect(await run('match scenarios')).toEqual(before)
})

test('a title or a number that cannot be is refused', async () => {
  await expect(run('match run', { title: 'long '.repeat(20) })).rejects.toMatchObject({ code: 'long-title' })
  await expect(run('match choose', { scenario: 'two' })).rejects.toMatchObject({
    code: 'bad-scenario-number',
  })
})

test('a run is cancelled by name of its round', async () => {
  await expect(run('match cancel')).rejects.toMatchObject({ code: 'no-run-in-progress' })
  await openScenario(app, terminal, '2016A', { asPlan: false })

  expect((await run('match cancel')).json).toEqual({ round: '2016A', scenario: 3, cancelled: true })
  expect((await run('match scenarios')).text.split('\n')[0]).toBe('    3  cancelled')
})

test('the files of a scenario come out of the terminal as they come out of the lab', async () => {
  const printed = async (name: string) => (await run(name, { scenario: '1' })).raw ?? ''
  const [graph, proof] = [await printed('match graph'), await printed('match proof')]
  const scenario = file('scenario.json', await printed('match export'))

  expect(verifyText(graph, proof)).toEqual({ ok: true, proves: 'cardinality' })
  expect(await run('match rerun', { file: scenario })).toMatchObject({ exitCode: 0, json: { same: true } })
  await expect(run('match proof', { scenario: 'one' })).rejects.toMatchObject({ code: 'bad-scenario-number' })
})

test('a change by hand is told beside what the run found', async () => {
  const before = (await run('match show')).json as { total: number; worst: number }
  const { text: found } = await run('match scenarios')
  const someone = await app.db
    .selectFrom('application')
    .innerJoin('scenarioMember', 'scenarioMember.applicationId', 'application.id')
    .innerJoin('scenario', 'scenario.id', 'scenarioMember.scenarioId')
    .where('scenarioPairId', 'is not', null)
    .where('scenario.id', '=', (await planOf(app.db, round.id))?.id ?? '')
    .select('application.id')
    .executeTakeFirstOrThrow()
  await moveToReserve(app, terminal, '2016A', someone.id)

  const { text, json } = await run('match show')
  const list = await run('match scenarios')

  expect(json).toMatchObject({ total: before.total, worst: before.worst, changedByHand: { changes: 1 } })
  expect(text).toContain(`The run found: points ${before.total}, the weakest pair ${before.worst} of 10000`)
  expect(text).toContain('After one change by hand: points ')
  const [line = ''] = list.text.split('\n').filter((one) => one.startsWith('*'))
  const [start = ''] = found.split('\n').filter((one) => one.startsWith('*'))
  expect(line).toContain(start.split('  ').slice(0, 3).join('  '))
  expect(line).toContain('4 with a partner, 1 in reserve')
  expect(line).toContain('(after one change by hand: 2 and 3)')
})
