import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { all } from '../features/all.ts'
import type { Feature } from '../features/people/index.ts'
import type { App } from '../platform/app.ts'
import { startWorking } from '../platform/jobs.ts'
import { runOutbox } from '../platform/mail/index.ts'
import type { Level } from '../platform/space.ts'
import { workOf } from './work-of.ts'

export type Worker = { stop(graceMs: number): Promise<void> }

/** In milliseconds. */
export type WorkerPace = { beatEvery: number; lookEvery: number; makeRoomEvery: number; grace: number }
const usualPace: WorkerPace = { beatEvery: 10_000, lookEvery: 2_000, makeRoomEvery: 60_000, grace: 8_000 }

/**
 * Runs jobs, the clock and the outbox until `stop`, which lets what is running finish. While room on the disk is short, only
 * what cannot wait is done, and what can go is let go; all the rest waits and goes on by itself.
 *
 * @source docs/decisions/0029-room-on-the-disk.md
 */
export async function startWorker(
  app: App,
  features: readonly Feature[] = all,
  pace: WorkerPace = usualPace,
): Promise<Worker> {
  const ending = new AbortController()
  const first = await roomFor(app)
  const begun = await beginShift(app, features, { level: first, pace })
  const shifts = keepShifts(app, features, { level: first, shift: begun, pace, signal: ending.signal })
  return {
    async stop(graceMs) {
      ending.abort()
      await (await shifts)?.stop(graceMs)
    },
  }
}

/** Where the database is on another disk, nothing that a worker writes to it needs room on this one. */
const roomFor = async ({ space }: App): Promise<Level> =>
  space.holdsDatabase ? (await space.look()).level : 'enough'

type Kept = { level: Level; shift: Worker | null; pace: WorkerPace; signal: AbortSignal }

/** @returns the shift that runs at the end, if one does */
async function keepShifts(app: App, features: readonly Feature[], kept: Kept): Promise<Worker | null> {
  const { pace, signal } = kept
  let { level, shift } = kept
  let madeRoomAt = Number.NEGATIVE_INFINITY
  for (;;) {
    await pause(pace.lookEvery, undefined, { signal }).catch(() => {})
    if (signal.aborted) return shift
    try {
      const now = await roomFor(app)
      if (now !== level) {
        app.log.warn({ before: level, now }, 'room_on_disk')
        await shift?.stop(pace.grace)
        shift = null
        shift = await beginShift(app, features, { level: now, pace })
        level = now
      }
      if (level === 'enough' || performance.now() - madeRoomAt < pace.makeRoomEvery) continue
      madeRoomAt = performance.now()
      for (const { makesRoom } of features) await makesRoom?.(app)
    } catch (error) {
      app.log.error({ err: error }, 'shift_fault')
    }
  }
}

/** Works as the room allows. On a full disk nobody works: even a sign of life is written. */
async function beginShift(
  app: App,
  features: readonly Feature[],
  { level, pace }: { level: Level; pace: WorkerPace },
): Promise<Worker | null> {
  if (level === 'none') return null
  const worker = `${hostname()}:${process.pid}`
  const { jobs, clockwork } = workOf(features)
  const isShort = level === 'short'
  const working = await startWorking(
    app,
    isShort ? jobs.filter(({ whileShort }) => whileShort) : jobs,
    isShort ? [] : clockwork,
  )
  const beat = () => sayAlive(app, worker).catch((error) => app.log.warn({ err: error }, 'beat_failed'))
  await beat()
  const timer = setInterval(beat, pace.beatEvery)
  const ending = new AbortController()
  const outbox = runOutbox(app, { worker, signal: ending.signal, onlySignIn: isShort })
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
