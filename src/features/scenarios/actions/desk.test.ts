import { describe, expect, test } from 'vitest'
import { anApplication, aPerson } from '../../../../test/builders.ts'
import { sectors as formSectors, stages as formStages } from '../../applications/index.ts'
import type { Role } from '../../people/index.ts'
import { mayMatch } from '../policy.ts'
import { latestScenarios } from '../queries/scenarios.ts'
import { sectors, stages } from '../score/applicant.ts'
import { aMatchingDesk, refusals } from './desk.builder.ts'
import { banPair, liftRule, pinPair } from './rules.ts'
import { openScenario, runScenario } from './run.ts'

const { app, coordinator, aRoundOf, match, standing } = await aMatchingDesk()

test.each<[Role | undefined, boolean]>([
  ['director', true],
  ['coordinator', true],
  ['editor', false],
  ['ambassador', false],
  [undefined, false],
])('a %s may match: %s', async (role, may) => {
  const person = await aPerson(app, { role, country: role === 'ambassador' ? 'ZA' : undefined })

  expect(mayMatch(person)).toBe(may)
})

test('the codes here are those of the form, in its order', () => {
  expect([sectors, stages]).toEqual([formSectors, formStages])
})

describe('a run', () => {
  test('stores a verified proposal with everyone in it, and the reasons', async () => {
    const { code, round } = await aRoundOf('AU', 'BR', 'CA')

    await match(code)

    const { proposed } = await latestScenarios(app.db, round.id)
    expect(proposed).toMatchObject({
      number: 1,
      seed: expect.any(Number),
      problem: null,
      total: expect.any(Number),
    })
    const { pairs, reserve } = await standing(round.id)
    expect([pairs.length, reserve.length]).toEqual([1, 1])
  })

  test('gives the same plan again, for the same people', async () => {
    const { code, round } = await aRoundOf('AU', 'BR', 'CA', 'DE', 'ES', 'FR')

    await match(code)
    const first = await standing(round.id)
    await match(code)

    expect(await standing(round.id)).toEqual(first)
  })

  test('that is already done is not done again', async () => {
    const { code, round } = await aRoundOf('AU', 'BR')
    const id = await match(code)

    await runScenario(app, id)

    expect((await standing(round.id)).pairs).toEqual(['AU BR'])
  })

  test('is refused while another one waits or runs, until that one is given up for lost', async () => {
    const { code } = await aRoundOf('AU', 'BR')
    await openScenario(app, coordinator, code)

    await expect(openScenario(app, coordinator, code)).rejects.toMatchObject({ code: 'run-in-progress' })
    app.at('2016-02-20T13:00:00Z')
    await expect(openScenario(app, coordinator, code)).resolves.toEqual({ id: expect.any(String), number: 2 })
    app.at('2016-02-20T12:00:00Z')
  })

  test('never pairs partners of an earlier round, by whatever address they were known', async () => {
    const { code, round } = await aRoundOf('AU', 'BR')
    const addresses = await app.db
      .selectFrom('application')
      .innerJoin('person', 'person.id', 'application.personId')
      .where('roundId', '=', round.id)
      .select('emailKey')
      .execute()
    const [firstKey = '', secondKey = ''] = addresses.map((one) => one.emailKey).sort()
    await app.db.insertInto('formerPairing').values({ roundCode: '2015A', firstKey, secondKey }).execute()

    await match(code)

    expect(await standing(round.id)).toEqual({ pairs: [], reserve: expect.arrayContaining(['AU', 'BR']) })
  })

  test('of one person is refused', async () => {
    const { code } = await aRoundOf('AU')

    await expect(openScenario(app, coordinator, code)).rejects.toMatchObject({ code: 'too-few-people' })
  })
})

describe('pins and bans', () => {
  test('hold in the next run and can be lifted', async () => {
    const { code, round, ids } = await aRoundOf('AU', 'BR', 'CA', 'DE')
    await pinPair(app, coordinator, code, [ids.AU, ids.BR])
    await match(code)
    expect((await standing(round.id)).pairs).toEqual(['AU BR', 'CA DE'])

    await liftRule(app, coordinator, code, { kind: 'pin', two: [ids.BR, ids.AU] })
    await banPair(app, coordinator, code, [ids.BR, ids.AU])
    await match(code)

    expect((await standing(round.id)).pairs).not.toContain('AU BR')
  })

  test('are refused when they contradict a rule or each other', async () => {
    const { code, round, ids } = await aRoundOf('AU', 'BR', 'CA')
    const { id: another } = await anApplication(app, round, { name: 'Person Two', country: 'AU' })
    await pinPair(app, coordinator, code, [ids.AU, ids.BR])

    expect(
      await refusals(
        () => pinPair(app, coordinator, code, [ids.AU, another]),
        () => pinPair(app, coordinator, code, [ids.AU, ids.CA]),
        () => banPair(app, coordinator, code, [ids.BR, ids.AU]),
        () => banPair(app, coordinator, code, [ids.BR, ids.BR]),
        () => banPair(app, coordinator, code, [ids.BR, crypto.randomUUID()]),
        () => liftRule(app, coordinator, code, { kind: 'ban', two: [ids.AU, ids.BR] }),
      ),
    ).toEqual([
      'may-not-be-partners',
      'pinned-elsewhere',
      'rule-exists',
      'may-not-be-partners',
      'no-such-participant',
      'no-such-rule',
    ])
  })
})
