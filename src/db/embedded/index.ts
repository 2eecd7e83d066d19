/** Real PostgreSQL, started by us from the binaries that npm installed, for sites without a database server. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { getCompileCacheDir } from 'node:module'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from './cannot-start.ts'
import { clusterIn } from './cluster.ts'
import { enter } from './door.ts'
import type { Failure } from './keeper.ts'
import { holder, realPath } from './lock.ts'
import { type Embedded, type Owning, own } from './owner.ts'
import { urlOfRunning } from './url.ts'

export { CannotStart } from './cannot-start.ts'
export { DataDirBusy } from './lock.ts'
export type { Embedded } from './owner.ts'

type Place = {
  /** Made when missing. The database takes `cluster` in it and leaves the rest alone. */
  dataDir: string
}

/** How long a server that another process is starting may take, in milliseconds. */
const PATIENCE = 60_000

/**
 * Starts PostgreSQL on dataDir, creating and repairing as needed, and owns the directory until `stop`.
 *
 * PostgreSQL ends with this process, however that ends; should PostgreSQL die alone, it is started again.
 *
 * @throws DataDirBusy when another process of ours owns the directory: found before touching a file
 */
export async function startEmbedded({
  dataDir,
  ...options
}: Place & Omit<Owning, 'onLast'>): Promise<Embedded> {
  return own(await realPath(dataDir), options)
}

/**
 * The database that another process of ours runs on dataDir, or null when none does. One that is just starting is
 * waited for; one that runs for its users only does so until we stop, too.
 */
export async function joinEmbedded(dataDir: string): Promise<Embedded | null> {
  const directory = await realPath(dataDir)
  const deadline = performance.now() + PATIENCE
  do {
    const stop = await enter(directory)
    const url = stop && (await urlOfRunning(clusterIn(directory)))
    if (url) return { url, stop }
    await stop?.()
    if (performance.now() > deadline)
      throw new CannotStart(`The database on ${directory} has not started for a minute. Try again.`)
    await pause(10)
  } while (await holder(directory))
  return null
}

/**
 * The database on dataDir together with everyone else who uses it: joined where it runs, started where it does not. It runs
 * until the last of them has stopped or died, whoever came first.
 *
 * @param keeper where `keeper.ts` is: a file that Node runs as it is, also when the rest is bundled
 */
export async function shareEmbedded({ dataDir, keeper }: Place & { keeper: string }): Promise<Embedded> {
  const directory = await realPath(dataDir)
  for (;;) {
    const server = (await joinEmbedded(directory)) ?? (await joinKeeper(keeper, directory))
    if (server) return server
  }
}

/** @returns null when another keeper was first */
async function joinKeeper(keeper: string, dataDir: string): Promise<Embedded | null> {
  const { PATH, TMPDIR } = process.env
  const child = fork(keeper, [dataDir], {
    cwd: '/',
    // Compiled once, as the rest of us is.
    env: { PATH, TMPDIR, NODE_COMPILE_CACHE: getCompileCacheDir() },
    execArgv: [],
    // Its own session: Ctrl-C in the terminal reaches us alone.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let failure: Failure | null = null
  child.on('message', (said: Failure) => {
    failure = said
  })
  const lastWords = child.stderr ? text(child.stderr).catch(() => '') : ''
  let isAlive = true
  const ended = once(child, 'exit').finally(() => {
    isAlive = false
  })
  try {
    while (isAlive) {
      const server = await joinEmbedded(dataDir)
      if (server) return server
    }
    const [code] = await ended
    if (failure) throw asError(failure)
    if (code !== 0) throw new Error(`The database could not be kept running:\n${await lastWords}`)
    return null
  } finally {
    if (child.connected) child.disconnect()
    child.stderr?.destroy()
    child.unref()
  }
}

const asError = ({ message, isSentence, ...rest }: Failure) =>
  isSentence ? new CannotStart(message) : Object.assign(new Error(message), rest)
