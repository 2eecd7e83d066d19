import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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

/** A private cluster of Debian's PostgreSQL on a port of its own, run by the account that the package made. */
export function startDebianServer(): DebianServer {
  const bin = dirname(postgres ?? '')
  const folder = mkdtempSync(join(tmpdir(), 'twinleaf-debian-'))
  const isRoot = process.getuid?.() === 0
  if (isRoot) chownSync(folder, idOf('-u'), idOf('-g'))
  chmodSync(folder, 0o700)
  const as = (program: string, ...args: string[]) => {
    const [file, all] = isRoot
      ? ['setpriv', [...withoutRights(), join(bin, program), ...args]]
      : [join(bin, program), args]
    execFileSync(file, all, { stdio: 'ignore', cwd: folder, timeout: 60_000 })
  }
  const cluster = join(folder, 'cluster')
  const port = String(20_000 + Math.floor(process.pid % 30_000))
  const options = `-p ${port} -c unix_socket_directories= -c listen_addresses=127.0.0.1`
  const start = () => as('pg_ctl', '-D', cluster, '-w', '-l', join(folder, 'log'), '-o', options, 'start')
  as('initdb', '-D', cluster, '-A', 'trust', '-U', 'twinleaf', '--data-checksums', ...utf8)
  start()
  return {
    url: `postgres://twinleaf@127.0.0.1:${port}/postgres`,
    async killAndStart() {
      process.kill(await pidOf(cluster), 'SIGKILL')
      // All that it started have to notice. Its number may be taken for its life until the system has buried it.
      while ((await processesIn(cluster)).length > 0) await pause(20)
      rmSync(join(cluster, 'postmaster.pid'))
      start()
    },
    stop() {
      as('pg_ctl', '-D', cluster, '-m', 'immediate', '-w', 'stop')
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true })
    },
  }
}

const utf8 = ['-E', 'UTF8', '--locale', 'C.UTF-8']

const withoutRights = () => [`--reuid=${idOf('-u')}`, `--regid=${idOf('-g')}`, '--clear-groups', '--']

const idOf = (flag: '-u' | '-g') => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
