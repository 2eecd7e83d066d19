/** PostgreSQL in the hands of one process, which owns the directory and lets others in by its door. */
import { mkdir, rm } from 'node:fs/promises'
import { choosePostgres } from './account.ts'
import { prepareArchive } from './archive.ts'
import { keepBallast, letGoForStart } from './ballast.ts'
import { binaries } from './binaries.ts'
import { CannotStart } from './cannot-start.ts'
import { clusterIn, prepareCluster, refuseAnothers } from './cluster.ts'
import { type Door, makeDoor } from './door.ts'
import { lock } from './lock.ts'
import { startPostmaster } from './postmaster.ts'
import { clearRemains } from './remains.ts'
import { giveRights } from './rights.ts'
import { socketDirFor } from './socket.ts'
import { supervise } from './supervisor.ts'
import { urlOfRunning } from './url.ts'

export type Embedded = {
  /** For `pg`, Kysely and libpq alike; it holds the password. The same at every start. */
  url: string
  /** Gives the database back: anyone who is the last to do so waits until it has ended in order. */
  stop(): Promise<void>
}

export type Owning = {
  /** Hears PostgreSQL's own lines: starts, stops and repairs, never statements or values. */
  log?(line: string): void
  /** Whether the server archives its log; left out, as it did before. */
  archives?: boolean
  /** PostgreSQL's settings for this run, in the place of ours: for a database that is thrown away, `forNow` and more. */
  settings?: Readonly<Record<string, string>>
  /** Called once, when PostgreSQL keeps dying and is not started any more. Not called by `stop`. */
  onExit?(reason: string): void
  /** Called whenever nobody is inside any more. */
  onLast?(): void
}

/**
 * Starts PostgreSQL on the directory and owns it until `stop`.
 *
 * @param dataDir as `realPath` spells it
 * @throws DataDirBusy
 */
export async function own(dataDir: string, options: Owning): Promise<Embedded & { door: Door }> {
  let door: Door | null = null
  let isEnding = false
  const unlock = await lock(dataDir, () => {
    if (isEnding) return []
    return options.onLast ? (door?.guests() ?? []) : [String(process.pid)]
  })
  const release = async () => {
    door?.shut()
    await unlock()
    door?.clear()
  }
  try {
    door = await makeDoor(dataDir, options.onLast)
    const { url, stop } = await start(dataDir, release, options)
    door.open()
    return {
      url,
      door,
      async stop() {
        isEnding = true
        door?.shut()
        await stop()
      },
    }
  } catch (error) {
    await release()
    throw error
  }
}

async function start(dataDir: string, release: () => Promise<void>, options: Owning): Promise<Embedded> {
  const { log = () => {}, onExit = () => {} } = options
  const found = await binaries()
  // Passable for the account that PostgreSQL runs under; what is private in it guards itself.
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  const cluster = clusterIn(dataDir)
  const place = { dataDir, cluster, log }
  const postgres = await choosePostgres(found, dataDir)
  await refuseAnothers(cluster)
  await letGoForStart(place)
  await clearRemains(cluster)
  await prepareCluster(cluster, postgres)
  await giveRights(cluster, postgres)
  const archiving = await prepareArchive(dataDir, postgres, options.archives)
  const socketDir = await socketDirFor(cluster, postgres.uid)

  const supervised = await supervise({
    start: async () => {
      await letGoForStart(place)
      await clearRemains(cluster, socketDir)
      return startPostmaster({
        postgres,
        cluster,
        socketDir,
        own: { ...archiving, ...options.settings },
        log,
      })
    },
    log,
    onExit: async (reason) => {
      await release()
      onExit(reason)
    },
  })
  const endBallast = keepBallast(place)
  const stop = async () => {
    endBallast()
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

/** Nothing waits until the disk has it: a loss of power ruins the database, the end of a process does not. */
export const forNow = { fsync: 'off', full_page_writes: 'off' }

async function urlOf(cluster: string) {
  const url = await urlOfRunning(cluster)
  if (url) return url
  throw new CannotStart(`PostgreSQL started on ${cluster} and was gone again at once. Start again.`)
}
