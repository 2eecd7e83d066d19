/** PostgreSQL refuses to run as root. This finds an account for it without touching the system's users. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'

export type Postgres = Binaries & {
  /** The file owner that PostgreSQL runs as, and that must own its files. */
  uid: number
  /** What to run in order to run a program of PostgreSQL. */
  command(program: string, args: string[]): [string, ...string[]]
}

/** Nothing of ours reaches PostgreSQL through the environment: no secrets in, no `PG…` settings either. */
export const cleanEnv = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' }

const NOBODY = 65534

/** Fast shutdown, at the death of whoever started it: a killed owner leaves no database behind. */
const endWithUs = ['--pdeathsig', 'INT']
const asNobody = [
  `--reuid=${NOBODY}`,
  `--regid=${NOBODY}`,
  '--clear-groups',
  '--inh-caps=-all',
  '--no-new-privs',
]

export async function choosePostgres(found: Binaries, dataDir: string): Promise<Postgres> {
  const uid = process.geteuid?.() ?? 0
  if (process.platform !== 'linux') return { ...found, uid, command: (program, args) => [program, ...args] }

  if (uid !== 0) return prefixed(found, uid, ['setpriv', ...endWithUs, '--'])
  if (
    await works('setpriv', [
      ...asNobody,
      '--',
      'sh',
      '-c',
      'test -x "$0" && test -x "$1"',
      found.postgres,
      dataDir,
    ])
  ) {
    return prefixed(found, NOBODY, ['setpriv', ...asNobody, ...endWithUs, '--'])
  }
  // Files that only root may reach stay root's: in a user namespace of its own, PostgreSQL does not see that it is root.
  if (await works('unshare', ['--user', '--', 'test', '-x', dataDir])) {
    return prefixed(found, 0, ['unshare', '--user', '--', 'setpriv', ...endWithUs, '--'])
  }
  throw new Error(
    `PostgreSQL does not run as root, and the account "nobody" may not enter ${dataDir} or ${found.postgres}. ` +
      'Start Twinleaf as another user, move it to a directory that everyone may enter, or set DATABASE_URL.',
  )
}

const prefixed = (found: Binaries, uid: number, [first = '', ...rest]: string[]): Postgres => ({
  ...found,
  uid,
  command: (program, args) => [first, ...rest, program, ...args],
})

const works = (program: string, args: string[]) =>
  promisify(execFile)(program, args, { env: cleanEnv, cwd: '/' }).then(
    () => true,
    () => false,
  )
