import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pidOf, processesIn } from '../../src/db/embedded/trial-owner.ts'

const postgres = globSync('/usr/lib/postgresql/*/bin/postgres').sort().at(-1)

/** Whether Debian's PostgreSQL is there to be tested with. */
export const hasDebianServer = postgres !== undefined

export type DebianServer = {
  url: string
  /** As when the machine lost its power for a moment. */
  killAndStart(): Promise<void>
  stop(): void
}

/** A folder in which the account that Debian's package made gives the commands of PostgreSQL. */
export function debianFolder() {
  const bin = dirname(postgres ?? '')
  const folder = mkdtempSync(join(tmpdir(), 'twinleaf-debian-'))
  const isRoot = process.getuid?.() === 0
  if (isRoot) chownSync(folder, idOf('-u'), idOf('-g'))
  chmodSync(folder, 0o700)
  const as = (program: string, ...args: string[]) => {
    const [file, all] = isRoot
      ? ['setpriv', [...withoutRights(), resolve(bin, program), ...args]]
      : [resolve(bin, program), args]
    execFileSync(file, all, { stdio: 'ignore', cwd: folder, timeout: 60_000 })
  }
  const remove = () => existsSync(folder) && rmSync(folder, { recursive: true, force: true })
  return { folder, as, remove }
}

export type Place = ReturnType<typeof debianFolder>

/**
 * Each process that tests has ports of its own, below those that the system gives to whoever asks for any (Linux: from 32,768).
 *
 * @param nth 0 to 3
 */
export const aPort = (nth = 0) => 20_000 + (process.pid % 3_000) * 4 + nth

/** A cluster in a subfolder, on a port of its own of this machine alone. */
export function clusterIn({ folder, as }: Place, name: string, port: number, owner = 'twinleaf') {
  const cluster = join(folder, name)
  const options = `-p ${port} -c unix_socket_directories= -c listen_addresses=127.0.0.1`
  const control = (...words: string[]) => as('pg_ctl', '-D', cluster, '-w', ...words)
  return {
    port,
    folder: cluster,
    url: `postgres://${owner}@127.0.0.1:${port}/postgres`,
    make: () =>
      as('initdb', '--no-sync', '-D', cluster, '-A', 'trust', '-U', owner, '--data-checksums', ...utf8),
    start: () => control('-l', `${cluster}.log`, '-o', options, 'start'),
    isRunning: () => existsSync(join(cluster, 'postmaster.pid')),
    stop: () => control('-m', 'immediate', 'stop'),
    /** As when the machine lost its power. */
    async kill() {
      process.kill(await pidOf(cluster), 'SIGKILL')
      // All that it started have to notice. Its number may be taken for its life until the system has buried it.
      while ((await processesIn(cluster)).length > 0) await pause(20)
      rmSync(join(cluster, 'postmaster.pid'))
    },
  }
}

/** A private cluster of Debian's PostgreSQL on a port of its own, run by the account that the package made. */
export function startDebianServer(): DebianServer {
  const place = debianFolder()
  const cluster = clusterIn(place, 'cluster', aPort())
  cluster.make()
  cluster.start()
  return {
    url: cluster.url,
    async killAndStart() {
      await cluster.kill()
      cluster.start()
    },
    stop() {
      cluster.stop()
      place.remove()
    },
  }
}

const utf8 = ['-E', 'UTF8', '--locale', 'C.UTF-8']

const withoutRights = () => [`--reuid=${idOf('-u')}`, `--regid=${idOf('-g')}`, '--clear-groups', '--']

const idOf = (flag: '-u' | '-g') => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
