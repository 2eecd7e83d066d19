import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
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
