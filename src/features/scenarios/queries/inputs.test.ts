import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { addQuestion, questionsOf } from '../../questions/index.ts'
import { banPair } from '../actions/rules.ts'
import { openScenario, runScenario } from '../actions/run.ts'
import { type Group, staleness } from '../scenario/scenario.ts'
import { currentInputs, inputsThenAndNow } from './inputs.ts'
import { inputsOf, proposalOfRound } from './scenarios.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const coordinator = await aPerson(app, { role: 'coordinator' })

const change = (
  id: string,
  to: { interests?: string[]; stage?: string; withdrawnAt?: Date; takesTwo?: boolean },
) => app.db.updateTable('application').set(to).where('id', '=', id).execute()

test('who has changed since a run, and which pin is not kept, is told as if everything were compared', async () => {
  const round = await aRound(app, { code: '2016A' })
  const ids: string[] = []
  for (const country of ['AU', 'BR', 'CA', 'DE', 'EE', 'FI', 'IN'])
    ids.push((await anApplication(app, round, { name: `Person ${country}`, country })).id)
  const [reordered = '', promoted = '', gone = '', willing = '', one = '', other = ''] = ids
  const [firstId = '', secondId = ''] = [one, other].sort()
  const { id } = await openScenario(app, coordinator, round.code, {})
  await runScenario(app, id)
  await change(reordered, { interests: ['children-young-people', 'reading-literature'] })
  await change(promoted, { stage: 'late' })
  await change(gone, { withdrawnAt: app.now() })
  await change(willing, { takesTwo: true })
  const { id: newcomer } = await anApplication(app, round, { name: 'Person GR', country: 'GR' })
  await app.db
    .insertInto('pairingRule')
    .values({
      roundId: round.id,
      kind: 'pin',
      firstId,
      secondId,
      madeAt: app.now(),
    })
    .execute()
  await banPair(app, coordinator, round.code, [promoted, willing])
  const groups: Group[] = [{ members: [promoted, willing], pinned: false }]
  const scenario = await proposalOfRound(app.db, round.id)

  const { before, today } = await inputsThenAndNow(app.db, round, scenario)
  const told = staleness(before, today, groups)

  expect(told).toEqual({
    joined: [newcomer],
    left: [gone],
    changed: [promoted, willing].sort(),
    settings: ['pins', 'bans'],
  })
  const whole = [await inputsOf(app.db, id), await currentInputs(app.db, round, scenario)] as const
  expect(told).toEqual(staleness(...whole, groups))
  expect(today.applicants.length).toBe(whole[1].applicants.length - 1)
})

test('a run is given the answers that count, and who both asked to meet again; of the wish of one it learns nothing', async () => {
  const round = await aRound(app, { code: '2017A' })
  const names = ['Ada Roy', 'Bo Lund', 'Cy Diaz'] as const
  const [ada, bo, cy] = await Promise.all(names.map((name) => anApplication(app, round, { name })))
  if (!ada || !bo || !cy) throw new RangeError('nobody applied')
  const plain = await currentInputs(app.db, round, { seed: 1 })
  const way = {
    kind: 'one',
    isRequired: true,
    isShown: true,
    shownIf: null,
    prefers: 'alike',
    weight: 20,
  } as const
  const words = { en: { label: 'How?', hint: '' } }
  const options = [{ en: 'By email' }, { en: 'By video' }]
  const questionId = await addQuestion(
    app,
    coordinator,
    { code: '2017A', sheet: 'application' },
    { ...way, words, options },
  )
  const [question] = await questionsOf(app.db, round.id)
  const optionId = question?.options[1]?.id ?? ''
  await app.db.insertInto('ownAnswer').values({ applicationId: ada.id, questionId, optionId }).execute()
  await app.db
    .insertInto('againWish')
    .values([
      { applicationId: ada.id, partnerId: bo.person.id },
      { applicationId: bo.id, partnerId: ada.person.id },
      { applicationId: cy.id, partnerId: ada.person.id },
    ])
    .execute()

  const { applicants, criteria, again } = await currentInputs(app.db, round, { seed: 1 })

  expect([plain.again, plain.criteria, plain.applicants.some((one) => 'answers' in one)]).toEqual([
    undefined,
    undefined,
    false,
  ])
  expect(applicants.find(({ id }) => id === ada.id)?.answers).toEqual({ [questionId]: [optionId] })
  expect(applicants.filter((one) => 'answers' in one)).toHaveLength(1)
  expect(criteria).toMatchObject([{ id: questionId, prefers: 'alike', weight: 20, label: { en: 'How?' } }])
  expect(again).toEqual([[ada.person.id, bo.person.id].sort()])
  const twin = await anApplication(app, round, { name: 'Cy Diaz', acceptedAt: null, mergedInto: cy.id })
  await app.db.insertInto('ownAnswer').values({ applicationId: twin.id, questionId, optionId }).execute()
  const merged = await currentInputs(app.db, round, { seed: 1 })
  expect(merged.applicants.find(({ id }) => id === cy.id)?.answers).toEqual({ [questionId]: [optionId] })
  await app.db.deleteFrom('againWish').where('applicationId', '=', bo.id).execute()
  expect((await currentInputs(app.db, round, { seed: 1 })).again).toBeUndefined()
})
