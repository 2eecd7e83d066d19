/** Keeps PostgreSQL running while we run. */
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from './cannot-start.ts'
import type { Postmaster } from './postmaster.ts'

/** In milliseconds: between starts in a row, and how long a server lives that ends the row. */
const FIRST_WAIT = 250
const LONGEST_WAIT = 8000
const LONG_LIFE = 60_000

type Options = {
  start(): Promise<Postmaster>
  log(line: string): void
  onExit(reason: string): Promise<void>
  /** How long to try in vain, in milliseconds. A full disk is waited for, however long it takes. */
  patience?: number
}

/** The first start is the caller's to judge: this throws what `start` throws. */
export async function supervise({ start, log, onExit, patience = 300_000 }: Options) {
  const stopping = new AbortController()
  let running = await start()

  const keepRunning = async () => {
    let reason = await running.ended
    let failingSince = performance.now()
    let wait = 0
    while (!stopping.signal.aborted) {
      if (performance.now() - failingSince > patience) return onExit(reason)
      log(`PostgreSQL is gone: ${reason}. It is started again.`)
      try {
        await pause(wait, undefined, { signal: stopping.signal })
        wait = Math.min(LONGEST_WAIT, wait * 2 || FIRST_WAIT)
        running = await start()
        const since = performance.now()
        if (stopping.signal.aborted) await running.stop()
        reason = await running.ended
        if (performance.now() - since < LONG_LIFE) continue
        failingSince = performance.now()
        wait = 0
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error)
        if (error instanceof CannotStart && error.isFull) failingSince = performance.now()
      }
    }
  }
  const kept = keepRunning()

  return {
    async stop() {
      stopping.abort()
      await running.stop()
      await kept
    },
  }
}
