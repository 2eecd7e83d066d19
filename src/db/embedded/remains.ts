/** What a killed run leaves behind: processes still ending, and files that name processes long gone. */
import { existsSync } from 'node:fs'
import { readdir, readFile, readlink, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from './cannot-start.ts'
import { stateOf } from './directory-lock.ts'
import { pidFile, readPidFile } from './pid-file.ts'
import { SOCKET_NAME } from './socket.ts'

/**
 * Waits until no process of an earlier run uses the cluster, for so many milliseconds, and removes the marks it left.
 * Only the owner of the data directory may ask for this.
 *
 * PostgreSQL would refuse to start where its old process number is in use again, by a stranger, as it often is in
 * a container; here we know better. Off Linux we do not, and leave the judgement to PostgreSQL.
 */
export async function clearRemains(cluster: string, socketDir?: string, patience = 30_000): Promise<void> {
  if (process.platform !== 'linux' || !existsSync(cluster)) return
  const deadline = performance.now() + patience
  for (;;) {
    const remaining = await serversOn(cluster)
    if (remaining.length === 0 && (await stateOf(cluster)) !== 'held') break
    if (performance.now() > deadline) {
      const where = remaining.length > 0 ? `processes ${remaining.join(', ')}` : 'in another container'
      throw new CannotStart(`Another PostgreSQL still uses ${cluster} (${where}). Stop it and start again.`)
    }
    await end(remaining, (await readPidFile(cluster))?.pid)
    await pause(50)
  }
  await rm(pidFile(cluster), { force: true })
  if (socketDir) {
    await rm(join(socketDir, SOCKET_NAME), { force: true })
    await rm(join(socketDir, `${SOCKET_NAME}.lock`), { force: true })
  }
}

/** The main process ends its children; where it is gone, they are told, as it would have told them. */
async function end(remaining: number[], main: number | undefined) {
  const [pids, signal] = main && remaining.includes(main) ? [[main], 'SIGINT'] : [remaining, 'SIGQUIT']
  for (const pid of pids) {
    try {
      process.kill(pid, signal)
    } catch {
      // Gone meanwhile.
    }
  }
}

/** Every PostgreSQL process stands in its cluster's directory. */
async function serversOn(cluster: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(pids.map((pid) => isServerOn(cluster, pid)))
  return pids.filter((_, index) => found[index]).map(Number)
}

async function isServerOn(cluster: string, pid: string) {
  const directory = await readlink(`/proc/${pid}/cwd`).catch(() => '')
  if (directory !== cluster) return false
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')
  return name.trim() === 'postgres'
}
