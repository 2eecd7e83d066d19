import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const postgres = globSync('/usr/lib/postgresql/*/bin/postgres').sort().at(-1)

/** Whether Debian's PostgreSQL is there to be tested with. */
export const hasDebianServer = postgres !== undefined

export type DebianServer = { url: string; stop(): void }

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
    execFileSync(file, all, { stdio: 'ignore', cwd: folder })
  }
  const cluster = join(folder, 'cluster')
  const port = String(20_000 + Math.floor(process.pid % 30_000))
  as(
    'initdb',
    '-D',
    cluster,
    '-A',
    'trust',
    '-U',
    'twinleaf',
    '--data-checksums',
    '-E',
    'UTF8',
    '--locale',
    'C.UTF-8',
  )
  as(
    'pg_ctl',
    '-D',
    cluster,
    '-w',
    '-l',
    join(folder, 'log'),
    '-o',
    `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`,
    'start',
  )
  return {
    url: `postgres://twinleaf@127.0.0.1:${port}/postgres`,
    stop() {
      as('pg_ctl', '-D', cluster, '-m', 'immediate', '-w', 'stop')
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true })
    },
  }
}

const withoutRights = () => [`--reuid=${idOf('-u')}`, `--regid=${idOf('-g')}`, '--clear-groups', '--']

const idOf = (flag: '-u' | '-g') => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
