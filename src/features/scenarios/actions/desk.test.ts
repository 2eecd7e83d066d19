import { describe, expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { sectors as formSectors, stages as formStages } from '../../applications/index.ts'
import type { Role } from '../../people/index.ts'
import { mayMatch } from '../policy.ts'
import { rulesInForce } from '../queries/inputs.ts'
import { allPairs, countsOf, reserveOf } from '../queries/pairs.ts'
import { groupsOf, latestScenarios, proposalOfRound } from '../queries/scenarios.ts'
import { sectors, stages } from '../score/applicant.ts'
import { chooseMiddle, makeTrio, moveToReserve, swapPartners } from './by-hand.ts'
import { undoChange } from './changes.ts'
import { banPair, liftRule, pinPair } from './rules.ts'
import { openScenario, runScenario } from './run.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const coordinator = await aPerson(app, { role: 'coordinator', name: 'Cora Lind' })
let letter = '@'

/** A round of its own with people of these countries, named by them: ana of AU, and so on. */
async function aRoundOf<Country extends string>(...countries: Country[]) {
  letter = String.fromCharCode(letter.charCodeAt(0) + 1)
  const round = await aRound(app, { code: `2016${letter}` })
  const ids = {} as Record<Country, string>
  for (const country of countries) {
    ids[country] = (await anApplication(app, round, { name: `Person ${country}`, country })).id
  }
  return { code: round.code, round, ids }
}

async function match(code: string) {
  const { id } = await openScenario(app, coordinator, code, {})
  await runScenario(app, id)
  return id
}

/** Who is with whom, by country; and who waits. */
async function standing(roundId: string) {
  const scenario = await proposalOfRound(app.db, roundId)
  const pairs = await allPairs(app.db, scenario.id)
  return {
    pairs: pairs
      .map(({ members }) =>
        members
          .map(({ country }) => country)
          .sort()
          .join(' '),
      )
      .sort(),
    reserve: (await reserveOf(app.db, scenario.id)).map(({ country }) => country),
  }
}

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

/** Three people, so that one waits: two of them partners, one of whom would be in the middle. */
async function withOneOver() {
  const made = await aRoundOf('AU', 'BR', 'CA')
  await match(made.code)
  const { pairs, reserve } = await standing(made.round.id)
  const [middle = 'AU'] = pairs[0]?.split(' ') ?? []
  return { ...made, pairs, odd: made.ids[reserve[0] as 'AU'], middle: made.ids[middle as 'AU'] }
}

const codeOf = (ids: Record<string, string>, id: string) =>
  Object.entries(ids).find(([, one]) => one === id)?.[0] ?? ''

/** Who is with whom, with the middle, who waits, and the rules in force. */
async function state(roundId: string) {
  const { id } = await proposalOfRound(app.db, roundId)
  const rules = await rulesInForce(app.db, roundId)
  const { groups, reserve } = await groupsOf(app.db, id)
  const inARow = ({ members }: { members: string[] }) =>
    members.length > 2 ? [members[1], ...members.toSorted()].join(' ') : members.toSorted().join(' ')
  return {
    groups: groups.map(inARow).sort(),
    reserve: reserve.sort(),
    rules: rules.map(({ kind, firstId, secondId }) => `${kind} ${firstId} ${secondId}`).sort(),
  }
}

async function refusals(...attempts: (() => Promise<unknown>)[]) {
  const codes: string[] = []
  for (const attempt of attempts) {
    codes.push(
      await attempt().then(
        () => 'done',
        (refusal: { code: string }) => refusal.code,
      ),
    )
  }
  return codes
}

describe('by hand', () => {
  test('two become partners and are pinned, and those they leave become partners', async () => {
    const { code, round, ids } = await aRoundOf('AU', 'BR', 'CA', 'DE')
    await match(code)
    const before = await standing(round.id)
    const [a = 'AU', b = 'BR'] = [before.pairs[0]?.split(' ')[0], before.pairs[1]?.split(' ')[0]]
    const two = [ids[a as 'AU'], ids[b as 'BR']] as const

    await swapPartners(app, coordinator, code, two)

    const after = await standing(round.id)
    expect(after.pairs).toContain([a, b].sort().join(' '))
    expect(after.pairs).toHaveLength(2)
    await match(code)
    expect((await standing(round.id)).pairs).toContain([a, b].sort().join(' '))
  })

  test('an odd one out joins a pair, they stay a trio in the next run, and anyone may be in the middle', async () => {
    const { code, round, ids, odd, middle, pairs } = await withOneOver()

    await makeTrio(app, coordinator, code, { id: odd, middle })
    await match(code)
    expect(await standing(round.id)).toEqual({ pairs: ['AU BR CA'], reserve: [] })

    await chooseMiddle(app, coordinator, code, odd)
    await match(code)
    const [trio] = await allPairs(app.db, (await proposalOfRound(app.db, round.id)).id)
    expect(trio?.members.filter((one) => one.centre).map((one) => one.applicationId)).toEqual([odd])

    await moveToReserve(app, coordinator, code, odd)
    expect(await standing(round.id)).toEqual({ pairs, reserve: [codeOf(ids, odd)] })
  })

  test('the worst pair is counted as the plan stands, changes by hand included', async () => {
    const { code, round, odd, middle } = await withOneOver()
    await makeTrio(app, coordinator, code, { id: odd, middle })
    const { id } = await proposalOfRound(app.db, round.id)
    await app.db.updateTable('scenarioPair').set({ score: 4200 }).where('scenarioId', '=', id).execute()

    expect((await countsOf(app.db, id)).worst).toBe(4200)
  })

  test('someone held stays in the reserve in every run until the hold ends; a partner left waits too', async () => {
    const { code, round, ids } = await aRoundOf('AU', 'BR', 'CA', 'DE')
    await match(code)
    const [first = ''] = (await standing(round.id)).pairs
    const [held = 'AU', left = 'BR'] = first.split(' ')

    await moveToReserve(app, coordinator, code, ids[held as 'AU'])
    expect((await standing(round.id)).reserve.sort()).toEqual([held, left].sort())

    await match(code)
    expect((await standing(round.id)).reserve).toContain(held)

    await liftRule(app, coordinator, code, { kind: 'hold', two: [ids[held as 'AU'], null] })
    await match(code)
    expect((await standing(round.id)).reserve).toEqual([])
  })

  test('every change can be undone, the last one first, with the rules it made and lifted', async () => {
    const { code, round, ids, odd, middle } = await withOneOver()
    const steps = [await state(round.id)]
    const changes = [
      () => makeTrio(app, coordinator, code, { id: odd, middle }),
      () => chooseMiddle(app, coordinator, code, odd),
      () => moveToReserve(app, coordinator, code, middle),
      () => swapPartners(app, coordinator, code, [middle, odd]),
    ]
    for (const change of changes) {
      await change()
      steps.push(await state(round.id))
    }
    expect(Object.keys(ids)).toHaveLength(3)

    for (const before of steps.slice(0, -1).reverse()) {
      await undoChange(app, coordinator, code)
      expect(await state(round.id)).toEqual(before)
    }
    await expect(undoChange(app, coordinator, code)).rejects.toMatchObject({ code: 'nothing-to-undo' })
  })

  test('what makes no sense is refused, and changes nothing', async () => {
    const { code, round, ids, odd, middle } = await withOneOver()
    await makeTrio(app, coordinator, code, { id: odd, middle })
    const other = Object.values(ids).find((id) => id !== odd && id !== middle) ?? ''
    const before = await state(round.id)

    expect(
      await refusals(
        () => swapPartners(app, coordinator, code, [odd, other]),
        () => makeTrio(app, coordinator, code, { id: odd, middle }),
        () => chooseMiddle(app, coordinator, code, middle),
        () => chooseMiddle(app, coordinator, code, crypto.randomUUID()),
      ),
    ).toEqual(['in-a-trio', 'not-in-reserve', 'in-the-middle-already', 'no-such-participant'])
    expect(await state(round.id)).toEqual(before)

    await moveToReserve(app, coordinator, code, odd)
    expect(
      await refusals(
        () => moveToReserve(app, coordinator, code, odd),
        () => pinPair(app, coordinator, code, [odd, middle]),
        () => chooseMiddle(app, coordinator, code, middle),
      ),
    ).toEqual(['is-held', 'is-held', 'not-in-a-trio'])
  })

  test('nobody else than a coordinator changes anything', async () => {
    const { code, ids } = await aRoundOf('AU', 'BR', 'CA')
    await match(code)
    const editor = await aPerson(app, { role: 'editor' })
    const attempts = [
      openScenario(app, editor, code),
      pinPair(app, editor, code, [ids.AU, ids.BR]),
      banPair(app, editor, code, [ids.AU, ids.BR]),
      swapPartners(app, editor, code, [ids.AU, ids.BR]),
      makeTrio(app, editor, code, { id: ids.AU, middle: ids.BR }),
      chooseMiddle(app, editor, code, ids.AU),
      moveToReserve(app, editor, code, ids.AU),
      undoChange(app, editor, code),
    ]

    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ status: 403 })
  })
})
