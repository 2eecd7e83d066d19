import { CompiledQuery } from 'kysely'
import { PgBoss } from 'pg-boss'
import type { z } from 'zod'
import type { Tx } from '../db/index.ts'
import type { App } from './app.ts'
import { sayError } from './log.ts'
import type { Queue } from './queue.ts'

/** Work for later. The payload is ids, parsed on arrival; `run` may happen twice without harm. */
export type Job<Payload extends object = object> = {
  name: string
  payload: z.ZodType<Payload>
  run(app: App, payload: Payload): Promise<void>
}

/** Work that a clock starts: it asks what is due and does that. */
export type Scheduled = {
  name: string
  /** Five cron fields, read in UTC. */
  cron: string
  run(app: App): Promise<void>
}

export const job = <Payload extends object>(
  name: string,
  payload: z.ZodType<Payload>,
  run: Job<Payload>['run'],
): Job<Payload> => ({ name, payload, run })

export const scheduled = (name: string, cron: string, run: Scheduled['run']): Scheduled => ({
  name,
  cron,
  run,
})

/**
 * Puts a job in the queue in the caller's transaction: both happen, or neither.
 *
 * @param payload ids; what they stand for is read when the job runs
 */
export const enqueue = <Payload extends object>(app: App, tx: Tx, later: Job<Payload>, payload: Payload) =>
  app.queue.send(tx, later.name, payload)

/** A transaction of ours, as pg-boss wants it. It reads the names of its own columns, so no camel-casing. */
const asBossDatabase = (tx: Tx) => ({
  executeSql: async (text: string, values?: unknown[]) => {
    const { rows } = await tx.withoutPlugins().executeQuery(CompiledQuery.raw(text, values ?? []))
    return { rows }
  },
})

/** The queue keeps a few connections of its own: several statements at once are more than Kysely passes on. */
const connection = (url: string, max: number) => ({
  connectionString: url,
  max,
  application_name: 'twinleaf-queue',
})

/** A killed worker's job is taken over after this long without a sign of life. */
const heartbeatSeconds = 20

/** Creates the queue's own tables and the named queues; part of migrating. */
export async function prepareQueues(url: string, jobs: readonly { name: string }[]): Promise<void> {
  const boss = new PgBoss({ ...connection(url, 1), supervise: false, schedule: false, migrate: true })
  await boss.start()
  const options = { retryLimit: 5, retryBackoff: true, heartbeatSeconds, expireInSeconds: 900 }
  for (const { name } of jobs) await boss.createQueue(name, options)
  await boss.stop({ graceful: false })
}

/** Opens the queue for sending. */
export async function openQueue(url: string, log: App['log']): Promise<Queue> {
  const boss = new PgBoss({ ...connection(url, 2), supervise: false, schedule: false, migrate: false })
  let isClosing = false
  boss.on('error', (error) => isClosing || log.error({ err: error }, 'queue_error'))
  await boss.start()
  return {
    boss,
    url,
    send: async (tx, name, payload) => void (await boss.send(name, payload, { db: asBossDatabase(tx) })),
    close() {
      isClosing = true
      return boss.stop({ graceful: false })
    },
  }
}

/**
 * Runs jobs as they come and scheduled work on the clock, until `stop`.
 *
 * @returns stop: lets running jobs finish, at most `graceMs`.
 */
export async function startWorking(app: App, jobs: readonly Job[], clockwork: readonly Scheduled[]) {
  const boss = new PgBoss({
    ...connection(app.queue.url, 4),
    supervise: true,
    schedule: true,
    migrate: false,
  })
  boss.on('error', (error) => app.log.error({ err: error }, 'queue_error'))
  await boss.start()
  for (const later of jobs) {
    await boss.work(later.name, { pollingIntervalSeconds: 0.5 }, async ([taken]) => {
      if (taken) await withoutValues(() => runJob(app, later, taken.data))
    })
  }
  for (const due of clockwork) {
    await boss.schedule(due.name, due.cron, null, { tz: 'UTC' })
    await boss.work(due.name, { pollingIntervalSeconds: 1 }, () => withoutValues(() => due.run(app)))
  }
  return { stop: (graceMs: number) => boss.stop({ graceful: true, timeout: graceMs }) }
}

/**
 * The queue keeps all that an error carries along, and PostgreSQL's carries the row it was about, which may hold a link
 * that opens an account. What went wrong and where is enough.
 */
export async function withoutValues(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    throw error instanceof Error ? Object.assign(new Error(), sayError(error)) : new Error(typeof error)
  }
}

/** Parses the payload and runs. Exported for tests, which take jobs one by one. */
export async function runJob(app: App, later: Job, data: unknown): Promise<void> {
  await later.run(app, later.payload.parse(data))
}
