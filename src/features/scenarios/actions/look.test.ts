import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { Forbidden, NotFound } from '../../../platform/refusals.ts'
import { placeOf, unlookedIn } from '../queries/looks.ts'
import { allPairs } from '../queries/pairs.ts'
import { proposalOfRound } from '../queries/scenarios.ts'
import { lookAtPair } from './look.ts'
import { openScenario, runScenario } from './run.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const cora = await aPerson(app, { role: 'coordinator', name: 'Cora Lind' })
const round = await aRound(app)
for (const [name, country] of Object.entries({
  Ana: 'BR',
  Bo: 'SE',
  Chi: 'NG',
  Dev: 'IN',
  Eun: 'KR',
  Fay: 'CA',
}))
  await anApplication(app, round, { name, country })
await runScenario(app, (await openScenario(app, cora, round.code)).id)
const { id: plan } = await proposalOfRound(app.db, round.id)
const [first = '', second = '', third = ''] = (await allPairs(app.db, plan)).map(({ id }) => id)

test('whoever looks at a pair is led to the weakest one that is left, until none is', async () => {
  const before = await unlookedIn(app.db, plan)
  const led = [
    await lookAtPair(app, cora, round.code, second),
    await lookAtPair(app, cora, round.code, first),
    await lookAtPair(app, cora, round.code, first),
    await lookAtPair(app, cora, round.code, third),
  ]

  expect([before, led, await unlookedIn(app.db, plan)]).toEqual([
    { id: first, left: 3 },
    [first, third, third, null],
    null,
  ])
})

test('a pair knows its neighbours, and who looked at it first', async () => {
  const other = await aPerson(app, { role: 'coordinator' })
  await lookAtPair(app, cora, round.code, second)
  await lookAtPair(app, other, round.code, second)

  expect(await placeOf(app.db, plan, second)).toEqual({
    at: 2,
    total: 3,
    previous: first,
    next: third,
    left: 0,
    lookedAt: app.now(),
    lookedBy: 'Cora Lind',
  })
})

test('only a coordinator looks, and only at a pair of the plan', async () => {
  const member = await aPerson(app)

  await expect(lookAtPair(app, member, round.code, first)).rejects.toBeInstanceOf(Forbidden)
  await expect(lookAtPair(app, cora, round.code, crypto.randomUUID())).rejects.toEqual(
    new NotFound('no-such-pair'),
  )
})
