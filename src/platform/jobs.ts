import type { Job as Given, JobResult } from 'pg-boss'
import type * as z from 'zod'
import type { Tx } from '../db/index.ts'
import type { App } from './app.ts'
import { newTrace, within } from './cause.ts'
import { sayError } from './log.ts'
import { pausedSince } from './network/index.ts'
import { openBoss } from './open-queue.ts'
import { Refusal } from './refusals.ts'
import { together } from './together.ts'

/** Work for later. The payload is ids, parsed on arrival; `run` may happen twice without harm. */
export type Job<Payload extends object = object> = {
  name: string
  payload: z.ZodType<Payload>
  run(app: App, payload: Payload): Promise<void>
  /** How many a worker takes out of the queue at a time: many of what is short, one of what is long. */
  atOnce: number
  /** Whether it goes on while room on the disk is short: small, and it cannot wait. */
  whileShort: boolean
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
  { atOnce = 1, whileShort = false }: Partial<Pick<Job, 'atOnce' | 'whileShort'>> = {},
): Job<Payload> => ({ name, payload, run, atOnce, whileShort })

export const scheduled = (name: string, cron: string, run: Scheduled['run']): Scheduled => ({
  name,
  cron,
  run,
})

/** The same, but not while the network is paused: what was due then is asked for once it is awake. */
export const scheduledAwake = (name: string, cron: string, run: Scheduled['run']): Scheduled =>
  scheduled(name, cron, async (app) => {
    if ((await pausedSince(app.db)) === null) await run(app)
  })

/**
 * Puts a job in the queue in the caller's transaction: both happen, or neither.
 *
 * @param payload ids; what they stand for is read when the job runs
 */
export const enqueue = <Payload extends object>(app: App, tx: Tx, later: Job<Payload>, payload: Payload) =>
  app.queue.send(tx, later.name, payload)

/** How often queues are looked at, in seconds. */
export type QueuePace = {
  /** For jobs whose worker is silent. */
  supervise: number
  /** For jobs that nobody was told of: those to be tried again. */
  look: number
  /** The same while the database tells nobody of anything, as behind a pooler of transactions. */
  lookUntold: number
}
const usualPace: QueuePace = { supervise: 10, look: 5, lookUntold: 0.5 }

/** To look at queues takes a millisecond or two; each connection takes 7 MB of the database for as long as a worker lasts. */
const connections = 2

/**
 * Runs jobs as they come and scheduled work on the clock, until `stop`.
 *
 * @returns stop: lets running jobs finish, at most `graceMs`.
 */
export async function startWorking(
  app: App,
  jobs: readonly Job[],
  clockwork: readonly Scheduled[],
  pace: QueuePace = usualPace,
) {
  const boss = await openBoss(app.queue.url, connections, {
    supervise: true,
    superviseIntervalSeconds: pace.supervise,
    monitorIntervalSeconds: pace.supervise,
    schedule: clockwork.length > 0,
    migrate: false,
    useListenNotify: true,
  })
  boss.on('error', (error) => app.log.error({ err: error }, 'queue_error'))
  boss.on('warning', ({ message }) => app.log.warn({ message }, 'queue_warning'))
  await boss.start()
  const polling = { pollingIntervalSeconds: pace.lookUntold, notifyPollingIntervalSeconds: pace.look }
  for (const later of jobs) {
    const taking = { ...polling, batchSize: later.atOnce, burstWhenBatchFull: later.atOnce > 1 }
    const runTaken = (taken: Given[]) => runBatch(app, later, taken)
    await boss.work(later.name, { ...taking, perJobResults: true as const }, runTaken)
  }
  for (const due of clockwork) {
    await boss.schedule(due.name, due.cron, null, { tz: 'UTC', missed: 'once' })
    await boss.work(due.name, polling, () => runDue(app, due))
  }
  return { stop: (graceMs: number) => boss.stop({ graceful: true, timeout: graceMs }) }
}

const runDue = (app: App, due: Scheduled) =>
  within(app, { trace: newTrace(), name: due.name, kind: 'internal' }, () =>
    withoutValues(async () => {
      try {
        await due.run(app)
      } catch (error) {
        app.log.error({ err: error, name: due.name }, 'clockwork_fault')
        throw error
      }
    }),
  )

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

/** As many as leave the others some of the database's connections. */
const sideBySide = 4

/** Each job that was taken out together ends by itself: one that fails makes none of the others run again. */
async function runBatch(app: App, later: Job, taken: readonly Given[]): Promise<JobResult[]> {
  const waiting = [...taken]
  const results: JobResult[] = []
  await together(sideBySide, async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) results.push(await endOf(app, later, one))
  })
  return results
}

/** A job comes of what put it off, and is numbered as that. */
function endOf(app: App, later: Job, { id, data }: Given): Promise<JobResult> {
  const { trace = newTrace() } = data as Carried
  const attributes = { 'twinleaf.job': id }
  return within(app, { trace, name: later.name, kind: 'consumer', attributes }, async () => {
    const end = await tryJob(app, later, { id, data })
    Object.assign(attributes, { outcome: end.status })
    return end
  })
}

/** What a payload is given along by the queue. */
type Carried = { trace?: string }

/** A fault is tried again later; a refusal would be the same again, and ends it. */
async function tryJob(app: App, later: Job, { id, data }: Pick<Given, 'id' | 'data'>): Promise<JobResult> {
  const start = performance.now()
  try {
    await runJob(app, later, data)
    app.log.info({ job: id, name: later.name, ms: Math.round(performance.now() - start) }, 'job')
    return { id, status: 'completed' }
  } catch (error) {
    if (error instanceof Refusal) {
      app.log.warn({ job: id, name: later.name, code: error.code }, 'job_refused')
      return { id, status: 'deadletter', output: { code: error.code } }
    }
    app.log.error({ err: error, job: id, name: later.name }, 'job_fault')
    return { id, status: 'failed', output: sayError(error) }
  }
}

/** Runs all jobs that wait, one by one, for anyone who turns the clock by hand. */
export async function runWaiting(app: App, jobs: readonly Job[]): Promise<void> {
  const boss = await app.queue.boss()
  for (const later of jobs) {
    for (const taken of await boss.fetch(later.name, { batchSize: 1000 })) {
      await runJob(app, later, taken.data)
      await boss.complete(later.name, taken.id)
    }
  }
}

/** Parses the payload and runs. Exported for tests, which take jobs one by one. */
export async function runJob(app: App, later: Job, data: unknown): Promise<void> {
  const { trace: _, ...payload } = data as Carried
  await later.run(app, later.payload.parse(payload))
}
