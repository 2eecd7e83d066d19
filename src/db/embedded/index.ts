/** Real PostgreSQL, started by us from the binaries that npm installed, for sites without a database server. */
import { mkdir, rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { choosePostgres } from './account.ts'
import { binaries } from './binaries.ts'
import { clusterIn, prepareCluster, refuseAnothers } from './cluster.ts'
import { holder, lock, realPath } from './lock.ts'
import { startPostmaster } from './postmaster.ts'
import { clearRemains } from './remains.ts'
import { socketDirFor } from './socket.ts'
import { supervise } from './supervisor.ts'
import { urlOfRunning } from './url.ts'

export { DataDirBusy } from './lock.ts'

export type Embedded = {
  /** For `pg`, Kysely and libpq alike; it holds the password. The same at every start. */
  url: string
  /** Ends PostgreSQL in order (what is committed is safe either way) and gives the directory back. */
  stop(): Promise<void>
}

type Options = {
  /** Made when missing. The database takes `cluster` in it and leaves the rest alone. */
  dataDir: string
  /** Hears PostgreSQL's own lines: starts, stops and repairs, never statements or values. */
  log?(line: string): void
  /** Called once, when PostgreSQL keeps dying and is not started any more. Not called by `stop`. */
  onExit?(reason: string): void
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
export async function startEmbedded(options: Options): Promise<Embedded> {
  const dataDir = await realPath(options.dataDir)
  const release = await lock(dataDir)
  try {
    return await start(dataDir, release, options)
  } catch (error) {
    await release()
    throw error
  }
}

async function start(dataDir: string, release: () => Promise<void>, options: Options): Promise<Embedded> {
  const { log = () => {}, onExit = () => {} } = options
  const found = await binaries()
  // Passable for the account that PostgreSQL runs under; what is private in it guards itself.
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  const cluster = clusterIn(dataDir)
  const postgres = await choosePostgres(found, dataDir)
  await refuseAnothers(cluster)
  await clearRemains(cluster)
  await prepareCluster(cluster, postgres)
  const socketDir = await socketDirFor(cluster, postgres.uid)

  const supervised = await supervise({
    start: async () => {
      await clearRemains(cluster, socketDir)
      return startPostmaster({ postgres, cluster, socketDir, log })
    },
    log,
    onExit: async (reason) => {
      await release()
      onExit(reason)
    },
  })
  const stop = async () => {
    await supervised.stop()
    if (socketDir !== cluster) await rm(socketDir, { recursive: true, force: true })
    await release()
  }
  try {
    return { url: await urlOf(cluster), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function urlOf(cluster: string) {
  const url = await urlOfRunning(cluster)
  if (url) return url
  throw new Error(`PostgreSQL started on ${cluster} and was gone again at once.`)
}

/**
 * The URL of the database that another process of ours runs on dataDir, or null when none does.
 * One that is just starting is waited for.
 */
export async function attachEmbedded(dataDir: string): Promise<string | null> {
  const directory = await realPath(dataDir)
  const deadline = performance.now() + PATIENCE
  while (await holder(directory)) {
    const url = await urlOfRunning(clusterIn(directory))
    if (url) return url
    if (performance.now() > deadline)
      throw new Error(`The database on ${directory} has not started for a minute.`)
    await pause(50)
  }
  return null
}
