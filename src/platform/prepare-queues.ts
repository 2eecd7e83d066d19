import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { QueueResult } from 'pg-boss'
import type { Db } from '../db/index.ts'
import { openBoss, quiet } from './open-queue.ts'
import { dependencies } from './version.ts'

/**
 * A killed worker's job is taken over after this long without a sign of life. Each taking has its number: a worker that
 * was asleep meanwhile and finishes after all finishes nothing.
 */
const heartbeatSeconds = 20

const queueOptions = {
  retryLimit: 5,
  retryBackoff: true,
  heartbeatSeconds,
  expireInSeconds: 900,
  // Workers are told of a new job as it is committed.
  notify: true,
}

/**
 * Creates the queue's own tables and the named queues, where they are not yet as this program wants them; part of
 * migrating.
 */
export async function prepareQueues(db: Db, url: string, jobs: readonly { name: string }[]): Promise<void> {
  const wanted = noteOf(jobs)
  if ((await noted(db)) === wanted) return
  const boss = await openBoss(url, 1, { ...quiet, migrate: true })
  await boss.start()
  const there = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]))
  for (const { name } of jobs) {
    const queue = there.get(name)
    if (!queue) await boss.createQueue(name, queueOptions)
    // One that was there before has the options it was made with.
    else if (!isAsWanted(queue)) await boss.updateQueue(name, queueOptions)
  }
  // Work of an earlier version that nobody does any more would pile up, one for each turn of the clock.
  const known = new Set(jobs.map(({ name }) => name))
  for (const { name } of await boss.getSchedules()) if (!known.has(name)) await boss.unschedule(name)
  await boss.stop({ graceful: false })
  await sql`comment on schema pgboss is ${sql.lit(wanted)}`.execute(db)
}

/** What the queues were prepared for, noted at their schema, with which it comes and goes. */
async function noted(db: Db): Promise<string | null> {
  const { rows } = await sql<{ note: string | null }>`
    select obj_description(to_regnamespace('pgboss'), 'pg_namespace') as note`.execute(db)
  return rows[0]?.note ?? null
}

const noteOf = (jobs: readonly { name: string }[]) =>
  createHash('sha256')
    .update(JSON.stringify([dependencies['pg-boss'], queueOptions, jobs.map(({ name }) => name).sort()]))
    .digest('hex')

const isAsWanted = (queue: QueueResult) =>
  (Object.keys(queueOptions) as (keyof typeof queueOptions)[]).every(
    (key) => queue[key] === queueOptions[key],
  )
