import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testApp } from '../../../../test/harness.ts'
import { Refusal } from '../../../platform/refusals.ts'
import { freePeople } from '../queries/rematch.ts'
import { partPairing } from './part.ts'
import { rejoinPairing } from './rejoin.ts'
import { releaseRematch } from './release-rematch.ts'
import { aRunningRound, rematch } from './rematch.builder.ts'
import { leaveWaiting } from './waiting.ts'

const app = await testApp('2016-02-20T12:00:00Z')

const pick = fc.nat({ max: 30 })
const steps = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant('part' as const), pairing: pick, who: fc.nat({ max: 3 }) }),
    fc.record({ act: fc.constant('rejoin' as const), pairing: pick }),
    fc.record({ act: fc.constant('leave' as const), person: pick }),
    fc.record({ act: fc.constant('match' as const) }),
  ),
  { minLength: 4, maxLength: 10 },
)
type Step = typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never

test('whatever is parted, put back and matched again: nobody has two partners, nobody vanishes, nobody meets twice', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (some) => {
      const running = await aRunningRound(app)
      let hour = 0
      for (const step of some) {
        hour += 1
        app.at(`2016-03-${String(1 + hour).padStart(2, '0')}T09:00:00Z`)
        outcomes.push(`${step.act}: ${await outcomeOf(() => take(step, running))}`)
        await expectSound(running.round.id)
      }
    }),
    { numRuns: 12, seed: 20160320 },
  )

  // Everything was done at least once, and refused only for reasons that a coordinator is told of.
  expect(outcomes).toEqual(
    expect.arrayContaining(['part: done', 'rejoin: done', 'leave: done', 'match: done']),
  )
  expect([...new Set(outcomes)].filter((one) => !foreseen.includes(one))).toEqual([])
}, 120_000)

const outcomes: string[] = []
const foreseen = [
  ...['part', 'rejoin', 'leave', 'match'].map((act) => `${act}: done`),
  'part: pairing-ended',
  'rejoin: pairing-not-parted',
  'leave: not-waiting',
  'match: too-few-people',
]

type Running = Awaited<ReturnType<typeof aRunningRound>>

async function take(step: Step, { round, coordinator }: Running): Promise<void> {
  const pairings = await app.db
    .selectFrom('pairing')
    .where('roundId', '=', round.id)
    .select('id')
    .orderBy('id')
    .execute()
  const one = <Thing>(things: readonly Thing[], index: number) => things[index % Math.max(1, things.length)]
  if (step.act === 'part') {
    const pairing = one(pairings, step.pairing)?.id ?? ''
    const members = (await livingRows(round.id)).filter(({ pairingId }) => pairingId === pairing)
    const leaving = members.map(({ applicationId }) => applicationId).slice(0, step.who)
    await partPairing(app, coordinator, round.code, { pairing, leaving })
  }
  if (step.act === 'rejoin')
    await rejoinPairing(app, coordinator, round.code, one(pairings, step.pairing)?.id ?? '')
  if (step.act === 'leave') {
    const person = one(await freePeople(app.db, round), step.person)
    await leaveWaiting(app, coordinator, round.code, person?.applicationId ?? '')
  }
  if (step.act === 'match') {
    await rematch(app, round.code, coordinator)
    await releaseRematch(app, coordinator, round.code, null)
  }
}

/** A step that cannot be taken is refused, with a code; anything else that goes wrong is a fault. */
async function outcomeOf(act: () => Promise<void>): Promise<string> {
  try {
    await act()
    return 'done'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.code
  }
}

const livingRows = (roundId: string) =>
  app.db
    .selectFrom('pairingMember')
    .innerJoin('pairing', 'pairing.id', 'pairingId')
    .where('pairing.roundId', '=', roundId)
    .where('endedAt', 'is', null)
    .select(['applicationId', 'pairingId', 'dissolvedAt'])
    .execute()

async function expectSound(roundId: string): Promise<void> {
  const living = await livingRows(roundId)
  const accepted = await app.db
    .selectFrom('application')
    .where('roundId', '=', roundId)
    .select(['id', 'withdrawnAt'])
    .execute()
  const paired = living.map(({ applicationId }) => applicationId)
  const free = (await freePeople(app.db, { id: roundId })).map(({ applicationId }) => applicationId)
  const left = accepted.filter(({ withdrawnAt }) => withdrawnAt !== null).map(({ id }) => id)

  expect([...paired, ...free, ...left].sort()).toEqual(accepted.map(({ id }) => id).sort())
  expect(living.filter(({ dissolvedAt }) => dissolvedAt !== null)).toEqual([])
  const sizes = Map.groupBy(living, ({ pairingId }) => pairingId).values()
  expect([...sizes].filter(({ length }) => length < 2)).toEqual([])
  expect(await metTwice(roundId)).toEqual([])
}

/** Two people who were put into two pairings together. */
async function metTwice(roundId: string): Promise<string[]> {
  const rows = await app.db
    .selectFrom('pairingMember as one')
    .innerJoin('pairingMember as other', 'other.pairingId', 'one.pairingId')
    .where('one.roundId', '=', roundId)
    .select(['one.applicationId as a', 'other.applicationId as b'])
    .execute()
  const keys = rows.filter(({ a, b }) => a < b).map(({ a, b }) => `${a} ${b}`)
  return keys.filter((key, index) => keys.indexOf(key) !== index)
}
