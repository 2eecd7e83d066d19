import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import type { Feature } from '../features/people/index.ts'
import type { App } from '../platform/app.ts'
import { startWorking } from '../platform/jobs.ts'
import { runOutbox } from '../platform/mail/index.ts'
import { workOf } from './work-of.ts'

export type Worker = { stop(graceMs: number): Promise<void> }

const beatEveryMs = 10_000

/** Runs jobs, the clock and the outbox until `stop`, which lets what is running finish. */
export async function startWorker(app: App, features?: readonly Feature[]): Promise<Worker> {
  const name = `${hostname()}:${process.pid}`
  const { jobs, clockwork } = workOf(features)
  const working = await startWorking(app, jobs, clockwork)
  const beat = () => sayAlive(app, name).catch((error) => app.log.warn({ err: error }, 'beat_failed'))
  await beat()
  const timer = setInterval(beat, beatEveryMs)
  const ending = new AbortController()
  const outbox = runOutbox(app, { worker: name, signal: ending.signal })
  return {
    async stop(graceMs) {
      clearInterval(timer)
      ending.abort()
      // A relay that keeps us waiting for longer than that is left in doubt; the next worker takes it from there.
      await Promise.all([
        working.stop(graceMs),
        Promise.race([outbox, pause(graceMs, undefined, { ref: false })]),
      ])
    },
  }
}

async function sayAlive(app: App, worker: string): Promise<void> {
  const at = app.now()
  await app.db
    .insertInto('workerBeat')
    .values({ worker, at })
    .onConflict((conflict) => conflict.column('worker').doUpdateSet({ at }))
    .execute()
}
