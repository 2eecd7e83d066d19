import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { enqueue } from '../../src/platform/jobs.ts'
import { prepareQueues } from '../../src/platform/prepare-queues.ts'
import { someId, testApp } from '../harness.ts'
import { until } from '../outbox/until.ts'
import { bundledWorker, startWorkerProcess } from '../outbox/worker-process.ts'
import { slowJobBy } from './slow.ts'

const app = await testApp()
const url = app.config.databaseUrl ?? ''
const bundle = await bundledWorker('test/jobs/worker.ts')

type Row = { job: string; state: string; takings: number }
const rows = async (): Promise<Row[]> => {
  const query = sql<Row>`
    select data->>'id' as job, state::text, retry_count + 1 as takings from pgboss.job
    where name = 'test.slow' order by created_on`
  return (await query.execute(app.db)).rows
}
const begun = async () => {
  const found = await app.db
    .selectFrom('setting')
    .select('key')
    .where('key', 'like', '% begun by %')
    .execute()
  return found.map(({ key }) => key).sort()
}

/** Gives a new job to a worker that is alone awake, and waits until it has begun. */
async function begunBy(
  name: string,
): Promise<{ id: string; worker: Awaited<ReturnType<typeof startWorkerProcess>> }> {
  const id = someId()
  const worker = await startWorkerProcess(bundle, app, { name })
  await app.db.transaction().execute((tx) => enqueue(app, tx, slowJobBy(name), { id }))
  await until(async () => (await begun()).includes(`${id} begun by ${name}`))
  return { id, worker }
}

test('jobs of a worker that was killed, or sleeps, are taken over, and the sleeper finishes nothing when it wakes', async () => {
  await prepareQueues(app.db, url, [slowJobBy('')])
  // As short as the queue allows.
  await (await app.queue.boss()).updateQueue('test.slow', { heartbeatSeconds: 10, notify: true })
  const slept = await begunBy('sleeper')
  slept.worker.process.kill('SIGSTOP')
  const killed = await begunBy('killed')
  await killed.worker.end('SIGKILL')

  const heirs = await Promise.all(['heir', 'other'].map((name) => startWorkerProcess(bundle, app, { name })))
  await until(async () => (await rows()).every(({ state, takings }) => state === 'active' && takings === 2))
  slept.worker.process.kill('SIGCONT')
  await app.db.insertInto('setting').values({ key: 'may end', value: '""', changedAt: new Date() }).execute()
  await slept.worker.end('SIGTERM')
  await until(async () => (await rows()).every(({ state }) => state === 'completed'))
  await Promise.all(heirs.map((heir) => heir.end('SIGTERM')))

  expect(await rows()).toEqual([
    { job: slept.id, state: 'completed', takings: 2 },
    { job: killed.id, state: 'completed', takings: 2 },
  ])
  expect(await begun()).toHaveLength(4)
})
