import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { askCheckIns } from '../../src/features/checkins/actions/asking.ts'
import { testApp } from '../harness.ts'
import { until } from '../outbox/until.ts'
import { bundledWorker, startWorkerProcess } from '../outbox/worker-process.ts'
import { manyPairs } from './many-pairs.ts'

/** By hand, for the long form: `CHECK_IN_KILLS=200 CHECK_IN_PAIRS=5000 npx vitest run test/check-ins`. */
const kills = Number(process.env.CHECK_IN_KILLS ?? 4)
const pairs = Number(process.env.CHECK_IN_PAIRS ?? 500)
const app = await testApp('2016-02-21T12:00:00Z')
await manyPairs(app, pairs)

test('through sweeps that are killed, each check-in is asked exactly once', {
  timeout: 600_000 + kills * 20_000,
}, async () => {
  const all = 2 * pairs
  const bundle = await bundledWorker('test/check-ins/asker.ts')
  const instant = '2016-03-04T12:03:00Z'

  for (let kill = 1; kill <= kills; kill += 1) {
    const before = await counted()
    const asker = await startWorkerProcess(bundle, app, { name: instant })
    // Each fourth dies when it has just asked some, the others wherever they are.
    if (kill % 4 === 0)
      await until(async () => {
        const { asked } = await counted()
        return asked > before.asked || asked === all
      })
    await pause((kill * 97) % 200)
    await asker.end('SIGKILL')
  }
  app.at(instant)
  await askCheckIns(app)
  const again = await askCheckIns(app)

  expect(await counted()).toEqual({ asked: all, mails: all, people: all })
  expect(again).toBe(0)
})

/** Check-ins so far, emails about them, and people who got one. */
async function counted(): Promise<{ asked: number; mails: number; people: number }> {
  const { rows } = await sql<{ asked: number; mails: number; people: number }>`select
    (select count(*)::int from check_in) as asked,
    (select count(*)::int from outbox join check_in on outbox.key = 'check-in:' || check_in.id) as mails,
    (select count(distinct person_id)::int from outbox where kind = 'check-in') as people`.execute(app.db)
  return rows[0] ?? { asked: 0, mails: 0, people: 0 }
}
