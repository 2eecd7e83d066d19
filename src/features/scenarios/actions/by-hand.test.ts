import { describe, expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { rulesInForce } from '../queries/inputs.ts'
import { allPairs, countsOf } from '../queries/pairs.ts'
import { groupsOf, proposalOfRound } from '../queries/scenarios.ts'
import { chooseMiddle, makeTrio, moveToReserve, swapPartners } from './by-hand.ts'
import { undoChange } from './changes.ts'
import { aMatchingDesk, refusals } from './desk.builder.ts'
import { banPair, liftRule, pinPair } from './rules.ts'
import { openScenario } from './run.ts'

const { app, coordinator, aRoundOf, match, standing } = await aMatchingDesk()

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
