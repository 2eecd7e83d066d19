import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { openScenario, runScenario } from '../actions/run.ts'
import { namingsIn } from './naming.ts'
import { allPairs } from './pairs.ts'
import { proposalOfRound } from './scenarios.ts'

const app = await testApp('2016-02-20T12:00:00Z')

test('who names their partner is told of, and who names somebody else is not', async () => {
  const cora = await aPerson(app, { role: 'coordinator' })
  const round = await aRound(app)
  await anApplication(app, round, {
    name: 'Ana Luz',
    country: 'BR',
    wishNote: 'I was paired with LUKASZ Wojcik in 2014A, please not again.',
  })
  await anApplication(app, round, { name: 'Łukasz Wójcik', country: 'PL', about: 'Ana sent me here.' })
  await runScenario(app, (await openScenario(app, cora, round.code)).id)
  const { id: plan } = await proposalOfRound(app.db, round.id)
  const [pair] = await allPairs(app.db, plan)

  expect(await namingsIn(app.db, plan)).toEqual([
    { pairId: pair?.id, writer: 'Ana Luz', partner: 'Łukasz Wójcik' },
  ])
})
