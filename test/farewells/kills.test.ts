import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { sayFarewells } from '../../src/features/farewells/actions/saying.ts'
import { manyPairs } from '../check-ins/many-pairs.ts'
import { testApp } from '../harness.ts'
import { until } from '../outbox/until.ts'
import { bundledWorker, startWorkerProcess } from '../outbox/worker-process.ts'

/** By hand, for the long form: `FAREWELL_KILLS=200 FAREWELL_PAIRS=5000 npx vitest run test/farewells`. */
const kills = Number(process.env.FAREWELL_KILLS ?? 4)
const pairs = Number(process.env.FAREWELL_PAIRS ?? 400)
const app = await testApp('2016-02-21T12:00:00Z')
await manyPairs(app, pairs)
await sql`update round set announced_at = ${app.now()}`.execute(app.db)
await released()

test('through sweeps that are killed and a clock that leaps, each is told farewell exactly once', {
  timeout: 600_000 + kills * 20_000,
}, async () => {
  const all = 2 * pairs
  const bundle = await bundledWorker('test/farewells/sayer.ts')
  // On the last day, the day before it and the day after, in no order: as a clock that is put right.
  const instants = ['2016-06-19T12:13:00Z', '2016-06-18T12:13:00Z', '2016-06-20T12:13:00Z']

  for (let kill = 1; kill <= kills; kill += 1) {
    const before = await counted()
    const sayer = await startWorkerProcess(bundle, app, { name: instants[kill % 3] ?? '' })
    // Each third dies when it has just told some, the others wherever they are.
    if (kill % 3 === 2)
      await until(async () => {
        const { mails } = await counted()
        return mails > before.mails || mails === all
      })
    await pause((kill * 97) % 200)
    await sayer.end('SIGKILL')
  }
  const before = await counted()
  app.at('2016-06-19T12:13:00Z')
  const began = performance.now()
  const rest = await sayFarewells(app)
  const seconds = (performance.now() - began) / 1000
  if (process.env.FAREWELL_PAIRS) console.info(`${rest} farewells in ${seconds.toFixed(1)} s`)
  const again = await sayFarewells(app)

  expect(await counted()).toEqual({ mails: all, people: all })
  expect([before.mails + rest, again]).toEqual([all, 0])
})

/** Farewells so far, and people who got one. */
async function counted(): Promise<{ mails: number; people: number }> {
  const { rows } = await sql<{ mails: number; people: number }>`select count(*)::int as mails,
    count(distinct person_id)::int as people from outbox where kind = 'round-end'`.execute(app.db)
  return rows[0] ?? { mails: 0, people: 0 }
}

/** A release of which nothing is known but that it happened. */
async function released(): Promise<void> {
  await sql`with campaign as (
      insert into mail_campaign (key, kind, created_at) values ('introductions', 'introduction', now()) returning id
    ), made as (
      insert into scenario (id, round_id, number, made_at, seed, weights, engine)
      select gen_random_uuid(), round.id, 1, now(), 1, '{}', '' from round returning id, round_id
    )
    insert into release (round_id, scenario_id, campaign_id, released_at)
    select made.round_id, made.id, campaign.id, now() from made, campaign`.execute(app.db)
}
