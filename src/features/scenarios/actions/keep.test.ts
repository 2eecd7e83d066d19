import { describe, expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { verifyText } from '../../../matching/index.ts'
import { proposalOfRound } from '../queries/scenarios.ts'
import { scenarioFile } from '../schema.ts'
import { makeTrio, moveToReserve, swapPartners } from './by-hand.ts'
import { exportComparison, exportScenario, proofOfScenario, rerunInputs, rerunScenario } from './keep.ts'
import { pinPair } from './rules.ts'
import { openScenario, runScenario } from './run.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const coordinator = await aPerson(app, { role: 'coordinator', name: 'Cora Lind' })
const editor = await aPerson(app, { role: 'editor' })
const countries = ['AU', 'BR', 'CA', 'DE', 'EE', 'FR', 'GB', 'HU', 'IT'] as const
type Country = (typeof countries)[number]
let letter = '@'

/** A round of its own with nine people of nine countries, matched once. */
async function aMatchedRound() {
  letter = String.fromCharCode(letter.charCodeAt(0) + 1)
  const round = await aRound(app, { code: `2016${letter}` })
  const ids = {} as Record<Country, string>
  for (const country of countries) {
    ids[country] = (await anApplication(app, round, { name: `Person ${country}`, country })).id
  }
  await match(round.code)
  return { code: round.code, round, ids }
}

async function match(code: string) {
  const { id } = await openScenario(app, coordinator, code)
  await runScenario(app, id)
}

/** Partners of the plan by id, in pairs; and who waits. */
async function planIn(roundId: string) {
  const { id } = await proposalOfRound(app.db, roundId)
  const rows = await app.db
    .selectFrom('scenarioMember')
    .where('scenarioId', '=', id)
    .select(['applicationId', 'scenarioPairId'])
    .orderBy('applicationId')
    .execute()
  const groups = Map.groupBy(rows, (row) => row.scenarioPairId)
  const members = (key: string | null) => (groups.get(key) ?? []).map((row) => row.applicationId)
  return { pairs: [...groups.keys()].filter((key) => key !== null).map(members), reserve: members(null) }
}

const acts = async (roundId: string) => {
  const rows = await app.db
    .selectFrom('journal')
    .where('subject', '=', roundId)
    .where('act', 'in', ['matching.exported', 'matching.rerun', 'matching.compared'])
    .select(['act', 'actorId', 'detail'])
    .orderBy('id')
    .execute()
  return rows.map(({ act, actorId, detail }) => ({
    act,
    actorId,
    detail: JSON.parse(JSON.stringify(detail)),
  }))
}

describe('the files of a scenario', () => {
  test('prove the plan to whoever has them, also when it was changed by hand since', async () => {
    const { code, round, ids } = await aMatchedRound()
    await pinPair(app, coordinator, code, [ids.AU, ids.BR])
    await match(code)
    const { pairs, reserve } = await planIn(round.id)
    const [one = [], other = [], third = []] = pairs.filter((pair) => !pair.includes(ids.AU))
    const [odd = ''] = reserve
    await swapPartners(app, coordinator, code, [one[0] ?? '', other[0] ?? ''])
    await makeTrio(app, coordinator, code, { id: odd, middle: third[0] ?? '' })
    await moveToReserve(app, coordinator, code, one[1] ?? '')
    await match(code)

    for (const number of [1, 2, 3]) {
      const graph = await proofOfScenario(app, coordinator, { code, number, file: 'graph' })
      const proof = await proofOfScenario(app, coordinator, { code, number, file: 'proof' })
      expect([number, verifyText(graph.body, proof.body)]).toEqual([
        number,
        { ok: true, proves: 'cardinality' },
      ])
      expect(graph.body + proof.body).not.toContain('Person')
    }
  })

  test('hold everything to run it again, without names, and are noted in the journal', async () => {
    const { code, round, ids } = await aMatchedRound()

    const file = await exportScenario(app, coordinator, code, 1)

    const kept = scenarioFile.parse(JSON.parse(JSON.stringify(file)))
    expect(await rerunInputs(kept.inputs, kept.digest)).toMatchObject({ same: true })
    expect(file.result).toMatchObject({ groups: { length: 4 }, reserve: { length: 1 } })
    expect(file.byHand).toBeNull()
    expect(JSON.stringify(file)).not.toMatch(/Person [A-Z]|library\.example/)
    expect(file.vertices).toEqual(countries.map((_, at) => at))
    expect(file.inputs.applicants.map(({ id }) => id).sort()).toEqual(Object.values(ids).sort())
    const { id } = await proposalOfRound(app.db, round.id)
    expect(await acts(round.id)).toEqual([
      { act: 'matching.exported', actorId: coordinator.id, detail: { scenario: id, people: 9 } },
    ])
  })

  test('keep what the run found, and have what was changed by hand since beside it', async () => {
    const { code, round } = await aMatchedRound()
    const before = await exportScenario(app, coordinator, code, 1)
    const { pairs } = await planIn(round.id)
    const [odd = ''] = (await planIn(round.id)).reserve
    await swapPartners(app, coordinator, code, [pairs[0]?.[0] ?? '', pairs[1]?.[0] ?? ''])
    await moveToReserve(app, coordinator, code, pairs[2]?.[0] ?? '')
    await makeTrio(app, coordinator, code, { id: odd, middle: pairs[3]?.[0] ?? '' })

    const after = await exportScenario(app, coordinator, code, 1)

    const inOrder = (groups: number[][]) => groups.map((group) => group.toSorted().join(' ')).sort()
    expect(inOrder(after.result.groups)).toEqual(inOrder(before.result.groups))
    expect({ ...after.result, groups: null }).toEqual({ ...before.result, groups: null })
    expect(after.digest).toBe(before.digest)
    expect(after.byHand).toMatchObject({ changes: 3, groups: { length: 3 }, reserve: { length: 2 } })
  })
})

describe('a scenario that is run again', () => {
  test('has the same people together, whatever was changed by hand, and nothing is stored', async () => {
    const { code, round } = await aMatchedRound()
    const { pairs } = await planIn(round.id)
    await swapPartners(app, coordinator, code, [pairs[0]?.[0] ?? '', pairs[1]?.[0] ?? ''])
    const before = await planIn(round.id)

    const rerun = await rerunScenario(app, coordinator, code, 1)

    expect(rerun).toEqual({
      same: true,
      digest: { before: rerun.digest.now, now: rerun.digest.now },
      engine: { before: '4', now: '4' },
      total: expect.any(Number),
    })
    expect(await planIn(round.id)).toEqual(before)
    expect((await acts(round.id)).map(({ act }) => act)).toEqual(['matching.rerun'])
  })

  test('is told apart when the answer is another one', async () => {
    const { code } = await aMatchedRound()
    await app.db
      .updateTable('scenario')
      .set({ resultDigest: 'of another answer', engine: '1' })
      .where(
        'roundId',
        '=',
        (await app.db.selectFrom('round').where('code', '=', code).select('id').executeTakeFirstOrThrow()).id,
      )
      .execute()

    expect(await rerunScenario(app, coordinator, code, 1)).toMatchObject({
      same: false,
      digest: { before: 'of another answer' },
      engine: { before: '1', now: '4' },
    })
  })

  test('must have a proposal', async () => {
    const { code } = await aMatchedRound()
    await openScenario(app, coordinator, code)

    for (const ask of [
      () => rerunScenario(app, coordinator, code, 2),
      () => exportScenario(app, coordinator, code, 2),
      () => proofOfScenario(app, coordinator, { code, number: 2, file: 'graph' }),
    ])
      await expect(ask()).rejects.toMatchObject({ status: 409, code: 'no-result' })
    await expect(rerunScenario(app, coordinator, code, 9)).rejects.toMatchObject({ code: 'no-such-scenario' })
  })
})

test('the differences of two scenarios are a table with everybody whose partners differ', async () => {
  const { code, round, ids } = await aMatchedRound()
  await pinPair(app, coordinator, code, [ids.AU, ids.IT])
  await match(code)

  const file = await exportComparison(app, coordinator, code, { one: 1, other: 2 })

  const [header, ...rows] = file.body.trim().split('\r\n')
  expect(header).toContain('"name","country","partners_in_1","partners_in_2"')
  expect(file.name).toBe(`${code}-scenarios-1-2.csv`)
  expect((await acts(round.id)).map(({ act, detail }) => [act, detail.people])).toEqual([
    ['matching.compared', rows.length],
  ])
  await expect(exportComparison(app, coordinator, code, { one: 1, other: 1 })).rejects.toMatchObject({
    code: 'nothing-to-compare',
  })
})

test('nobody else than a coordinator gets any of it', async () => {
  const { code } = await aMatchedRound()

  for (const asked of [
    exportScenario(app, editor, code, 1),
    rerunScenario(app, editor, code, 1),
    exportComparison(app, editor, code, { one: 1, other: 2 }),
    proofOfScenario(app, editor, { code, number: 1, file: 'proof' }),
  ])
    await expect(asked).rejects.toMatchObject({ status: 403 })
})
