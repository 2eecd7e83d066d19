import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { databaseSeconds, familySeconds, ownSeconds } from '../main-job/database-cost.ts'

const root = join(import.meta.dirname, '../..')
export const twinleaf = [join(root, 'node_modules/.bin/node'), join(root, 'bin/twinleaf.mjs')] as const

/** As systemd waits before it starts a service again: see deploy/systemd. */
const restartMs = 500

/** A process of the network that can be killed, and is started again. */
export type Service = {
  name: string
  pid(): number
  /** Kills it as the kernel would, and starts it as systemd would. @returns once it is ready again */
  crash(): Promise<void>
  stop(): Promise<void>
}

/** Starts `twinleaf` with some words, and waits until it says that it is ready. */
export async function startService(
  name: string,
  env: NodeJS.ProcessEnv,
  ...words: string[]
): Promise<Service> {
  let child = await started(env, words)
  const end = async (signal: NodeJS.Signals) => {
    const ended = child.exitCode === null ? once(child, 'exit') : null
    child.kill(signal)
    await ended
  }
  return {
    name,
    pid: () => child.pid ?? 0,
    async crash() {
      await end('SIGKILL')
      child = await startedAgain(env, words)
    },
    stop: () => end('SIGTERM'),
  }
}

/** A worker that finds no database ends, and is started once more. */
async function startedAgain(env: NodeJS.ProcessEnv, words: string[]): Promise<ChildProcess> {
  for (let tries = 1; ; tries += 1) {
    await pause(restartMs)
    const child = await started(env, words).catch((error: Error) => error)
    if (!(child instanceof Error)) return child
    if (tries === 10) throw child
  }
}

async function started(env: NodeJS.ProcessEnv, words: string[]): Promise<ChildProcess> {
  const [node, program] = twinleaf
  const child = spawn(node, [program, ...words], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const isUp = await Promise.race([once(child.stdout, 'data').then(() => true), once(child, 'exit')])
  if (isUp !== true) throw new Error(`twinleaf ${words.join(' ')} did not start`)
  return child
}

/** Processor time, and the most memory at one moment; NaN where it is not known. */
export type Taken = { cpuMs: number; megabytes: number }

/** Sums up what processes take while they come and go; a name stands for all that had it, one after the other. */
export function meters(services: readonly Pick<Service, 'name' | 'pid'>[], databaseFolder: string) {
  const first = new Map<string, Taken>()
  const last = new Map<string, Taken>()
  const note = (key: string, taken: Taken | null) => {
    if (!taken) return
    if (!first.has(key)) first.set(key, taken)
    last.set(key, { ...taken, megabytes: Math.max(taken.megabytes, last.get(key)?.megabytes ?? 0) })
  }
  const look = () => {
    for (const { name, pid } of services) note(`${name} ${pid()}`, takenBy(pid()))
    const seconds = databaseSeconds(databaseFolder)
    if (seconds) note(`PostgreSQL ${postmasterOf(databaseFolder)}`, { cpuMs: seconds * 1000, megabytes: NaN })
  }
  look()
  const timer = setInterval(look, 250)
  return {
    stop(): Map<string, Taken> {
      clearInterval(timer)
      look()
      const sums = new Map<string, Taken>()
      for (const [key, { cpuMs, megabytes }] of last) {
        const name = key.split(' ').slice(0, -1).join(' ')
        const before = sums.get(name)
        // One that started meanwhile has taken all it took for this.
        const isFirst = !before
        const own = cpuMs - (isFirst ? (first.get(key)?.cpuMs ?? 0) : 0)
        sums.set(name, {
          cpuMs: own + (before?.cpuMs ?? 0),
          megabytes: Math.max(megabytes, before?.megabytes ?? 0),
        })
      }
      return sums
    },
  }
}

function takenBy(pid: number): Taken | null {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    // All that is measured here is started by us: our own share is without it.
    const seconds = pid === process.pid ? ownSeconds(String(pid)) : familySeconds(String(pid))
    return { cpuMs: seconds * 1000, megabytes: Number(kilobytes) / 1024 }
  } catch {
    return null
  }
}

function postmasterOf(folder: string): string {
  return readFileSync(join(folder, 'cluster/postmaster.pid'), 'utf8').split('\n')[0] ?? ''
}
