import { expect, test } from 'vitest'
import * as z from 'zod'
import { all } from '../../src/features/all.ts'
import type { Feature } from '../../src/features/people/index.ts'
import { enqueue, job } from '../../src/platform/jobs.ts'
import { sendOnce } from '../../src/platform/mail/index.ts'
import { prepareQueues } from '../../src/platform/prepare-queues.ts'
import { startWorker } from '../../src/worker/work.ts'
import { testApp } from '../harness.ts'
import { until } from '../outbox/until.ts'

const app = await testApp()
const done: string[] = []
const noteDone = (name: string, whileShort: boolean) =>
  job(name, z.object({}), async () => void done.push(name), { whileShort })
const [large, small] = [noteDone('test.large', false), noteDone('test.small', true)]
const tidy: Feature = {
  name: 'tidy',
  jobs: [large, small],
  makesRoom: async () => void done.push('made room'),
}
await prepareQueues(app.db, app.config.databaseUrl ?? '', [large, small])

const send = (kind: string) =>
  sendOnce(app, app.db, kind, {
    kind,
    to: 'sol@library.example',
    locale: 'en',
    subject: kind,
    text: 'Hello',
    html: '<p>Hello</p>',
  })
const sent = async () => {
  const rows = await app.db
    .selectFrom('outbox')
    .select('kind')
    .where('state', '=', 'sent')
    .orderBy('kind')
    .execute()
  return rows.map(({ kind }) => kind)
}

test('a worker does what cannot wait while room is short, nothing on a full disk, and the rest by itself later', async () => {
  app.roomIs('none')
  for (const kind of ['sign-in', 'topic']) await send(kind)
  for (const one of [large, small]) await app.db.transaction().execute((tx) => enqueue(app, tx, one, {}))
  const pace = { beatEvery: 10_000, lookEvery: 20, makeRoomEvery: 0, grace: 5_000 }
  const worker = await startWorker(app, [...all, tidy], pace)
  await until(() => done.length > 3)
  const full = [new Set(done), await sent()]
  const beats = await app.db.selectFrom('workerBeat').selectAll().execute()

  app.roomIs('short')
  await until(async () => done.includes('test.small') && (await sent()).length > 0)
  const short = [done.includes('test.large'), await sent()]
  app.roomIs('enough')
  await until(async () => done.includes('test.large') && (await sent()).length > 1)
  await worker.stop(5_000)

  expect([full, beats]).toEqual([[new Set(['made room']), []], []])
  expect(short).toEqual([false, ['sign-in']])
  expect(await sent()).toEqual(['sign-in', 'topic'])
})
