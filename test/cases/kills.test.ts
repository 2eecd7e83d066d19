import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { sweepCases } from '../../src/features/cases/actions/sweep.ts'
import { askCheckIns } from '../../src/features/checkins/index.ts'
import { manyPairs } from '../check-ins/many-pairs.ts'
import { testApp } from '../harness.ts'
import { until } from '../outbox/until.ts'
import { bundledWorker, startWorkerProcess } from '../outbox/worker-process.ts'

/** By hand, for the long form: `CASE_KILLS=200 CASE_PAIRS=5000 npx vitest run test/cases`. */
const kills = Number(process.env.CASE_KILLS ?? 4)
const pairs = Number(process.env.CASE_PAIRS ?? 300)
const app = await testApp('2016-02-21T12:00:00Z')
await manyPairs(app, pairs)
test('through sweeps that are killed, each case is opened and each silent person asked exactly once', {
  timeout: 900_000 + kills * 20_000,
}, async () => {
  app.at('2016-03-04T12:03:00Z')
  await askCheckIns(app)
  const bundle = await bundledWorker('test/cases/sweeper.ts')
  const instant = '2016-03-08T12:23:00Z'

  for (let kill = 1; kill <= kills; kill += 1) {
    const before = await counted()
    const sweeper = await startWorkerProcess(bundle, app, { name: instant })
    // Each fourth dies when it has just written, the others wherever they are.
    if (kill % 4 === 0)
      await until(async () => {
        const { facts, mails } = await counted()
        return facts > before.facts || mails > before.mails || mails === 2 * pairs
      })
    await pause((kill * 97) % 300)
    await sweeper.end('SIGKILL')
  }
  app.at(instant)
  const start = performance.now()
  await sweepCases(app)
  const ms = Math.round(performance.now() - start)
  const again = await sweepCases(app)
  if (process.env.CASE_KILLS) console.info(`the last sweep took ${ms} ms`)

  expect(await counted()).toEqual({ cases: pairs, facts: 2 * pairs, mails: 2 * pairs, told: 2 * pairs })
  expect(again).toEqual({ facts: 0, nudged: 0, closed: 0 })
})

/** Cases and facts so far, emails that ask once more, and the events that tell of them. */
async function counted() {
  const { rows } = await sql<{ cases: number; facts: number; mails: number; told: number }>`select
    (select count(*)::int from pairing_case) as cases,
    (select count(distinct key)::int from case_event where kind = 'fact') as facts,
    (select count(*)::int from outbox where kind = 'check-in-nudge') as mails,
    (select count(*)::int from case_event where kind = 'mailed') as told`.execute(app.db)
  return rows[0] ?? { cases: 0, facts: 0, mails: 0, told: 0 }
}
