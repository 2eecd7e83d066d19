import { describe, expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { releasePairings } from '../../pairings/actions/release.ts'
import { latestScenarios, planOf, scenariosOf } from '../queries/scenarios.ts'
import { defaultSettings } from '../scenario/settings.ts'
import { chooseScenario } from './choose.ts'
import { cancelRun, openScenario, runScenario } from './run.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const coordinator = await aPerson(app, { role: 'coordinator', name: 'Cora Lind' })
const editor = await aPerson(app, { role: 'editor', name: 'Edda Berg' })
let letter = '@'
let minute = 0

/** The clock goes on by a minute. */
function later() {
  minute += 1
  app.at(new Date(Date.parse('2016-02-20T12:00:00Z') + minute * 60_000).toISOString())
}

/** A round of its own with four people, and so many scenarios, of which the first is the plan. */
async function aRoundWith(scenarios: number) {
  letter = String.fromCharCode(letter.charCodeAt(0) + 1)
  const round = await aRound(app, { code: `2016${letter}` })
  for (const country of ['AU', 'BR', 'CA', 'DE'])
    await anApplication(app, round, { name: `Person ${country}`, country })
  for (let number = 1; number <= scenarios; number++) {
    const { id } = await openScenario(app, coordinator, round.code, { asPlan: false })
    await runScenario(app, id)
    later()
  }
  return round
}

const planNumber = async (roundId: string) => (await planOf(app.db, roundId))?.number ?? null

async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => 'done',
    (refusal: { code: string }) => refusal.code,
  )
}

describe('choosing', () => {
  test('makes a scenario the plan, and choosing the former one takes it back', async () => {
    const round = await aRoundWith(3)
    expect(await planNumber(round.id)).toBe(1)

    await chooseScenario(app, coordinator, round.code, 3)
    const chosen = await planNumber(round.id)
    later()
    await chooseScenario(app, coordinator, round.code, 1)

    expect([chosen, await planNumber(round.id)]).toEqual([3, 1])
    const acts = await app.db
      .selectFrom('journal')
      .where('act', '=', 'matching.chosen')
      .where('subject', '=', round.id)
      .select(['actorId', 'detail'])
      .orderBy('id')
      .execute()
    const [one, , three] = (await scenariosOf(app.db, round.id, 'round')).map(({ id }) => id).reverse()
    expect(acts).toEqual([
      { actorId: coordinator.id, detail: { scenario: three, before: one } },
      { actorId: coordinator.id, detail: { scenario: one, before: three } },
    ])
  })

  test('is refused for what cannot be a plan, and leaves the plan alone', async () => {
    const round = await aRoundWith(2)
    await openScenario(app, coordinator, round.code, { asPlan: false })
    await cancelRun(app, coordinator, round.code)

    expect([
      await refusalOf(chooseScenario(app, editor, round.code, 2)),
      await refusalOf(chooseScenario(app, coordinator, round.code, 1)),
      await refusalOf(chooseScenario(app, coordinator, round.code, 3)),
      await refusalOf(chooseScenario(app, coordinator, round.code, 4)),
      await refusalOf(chooseScenario(app, coordinator, '2050A', 1)),
    ]).toEqual([
      'not-allowed',
      'plan-already',
      'scenario-without-proposal',
      'no-such-scenario',
      'no-such-round',
    ])
    expect(await planNumber(round.id)).toBe(1)
  })

  test('is over once the round is released', async () => {
    const round = await aRoundWith(2)
    await releasePairings(app, coordinator, round.code, null)

    expect(await refusalOf(chooseScenario(app, coordinator, round.code, 2))).toBe('already-released')
    expect(await planNumber(round.id)).toBe(1)
  })

  test('holds for the next run as well: it has the settings of the plan', async () => {
    const round = await aRoundWith(1)
    const settings = { ...defaultSettings, worstFirst: false, mostHoursApart: 12 }
    const aside = await openScenario(app, coordinator, round.code, { settings, asPlan: false })
    await runScenario(app, aside.id)
    await chooseScenario(app, coordinator, round.code, aside.number)

    await openScenario(app, coordinator, round.code)

    expect((await latestScenarios(app.db, round.id)).newest?.settings).toEqual(settings)
  })
})

describe('cancelling', () => {
  test('ends a run that nobody has begun at once, and the plan still stands', async () => {
    const round = await aRoundWith(1)
    const { id } = await openScenario(app, coordinator, round.code)

    const cancelled = await cancelRun(app, coordinator, round.code)
    await runScenario(app, id)

    expect(cancelled).toEqual({ number: 2, pool: 'round' })
    const { newest } = await latestScenarios(app.db, round.id)
    expect(newest).toMatchObject({ number: 2, problem: 'cancelled', total: null, finishedAt: app.now() })
    expect(await planNumber(round.id)).toBe(1)
  })

  test('stops a run that goes on, within a moment', async () => {
    const round = await aRoundWith(1)
    const { id } = await openScenario(app, coordinator, round.code)

    const running = runScenario(app, id)
    await cancelRun(app, coordinator, round.code)
    await running

    const { newest } = await latestScenarios(app.db, round.id)
    expect(newest).toMatchObject({ number: 2, problem: 'cancelled', total: null, finishedAt: app.now() })
  })

  test('is refused to others, and where nothing runs', async () => {
    const round = await aRoundWith(1)

    expect([
      await refusalOf(cancelRun(app, editor, round.code)),
      await refusalOf(cancelRun(app, coordinator, round.code)),
    ]).toEqual(['not-allowed', 'no-run-in-progress'])
  })
})
