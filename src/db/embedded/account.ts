/** PostgreSQL refuses to run as root. This finds an account for it without touching the system's users. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import { CannotStart } from './cannot-start.ts'

export type Postgres = Binaries & {
  /** The file owner that PostgreSQL runs as, and that must own its files. */
  uid: number
  /** What to run in order to run a program of PostgreSQL. */
  command(program: string, args: string[]): [string, ...string[]]
}

/** Nothing of ours reaches PostgreSQL through the environment: no secrets in, no `PG…` settings either. */
export const cleanEnv = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' }

const NOBODY = 65534

/** Fast shutdown, at the death of the process that started it: a killed owner leaves no database behind. */
const endWithUs = ['--pdeathsig', 'INT', '--']
const asNobody = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--no-new-privs']

/** What root may put before a command, best first. */
const waysForRoot = [
  { uid: NOBODY, prefix: [...asNobody, '--inh-caps=-all', ...endWithUs] },
  // Files that only root may reach stay root's: in a user namespace of its own, PostgreSQL does not see that it is root.
  { uid: 0, prefix: ['unshare', '--user', '--', 'setpriv', ...endWithUs] },
  // Containers forbid new namespaces as a rule. Nobody may then pass through root's directories all the same.
  {
    uid: NOBODY,
    prefix: [...asNobody, '--inh-caps=-all,+dac_override', '--ambient-caps=-all,+dac_override', ...endWithUs],
  },
]

export async function choosePostgres(found: Binaries, dataDir: string): Promise<Postgres> {
  const uid = process.geteuid?.() ?? 0
  if (process.platform !== 'linux') return { ...found, uid, command: (program, args) => [program, ...args] }
  if (uid !== 0) return { ...found, uid, command: prefixed(['setpriv', ...endWithUs]) }

  for (const { uid, prefix } of waysForRoot) {
    const command = prefixed(prefix)
    if (await works(command('sh', ['-c', 'cd "$0" && test -x "$1"', dataDir, found.postgres]))) {
      return { ...found, uid, command }
    }
  }
  throw new CannotStart(
    `PostgreSQL does not run as root, and no other account may enter ${dataDir} and run ${found.postgres}. ` +
      'Start Twinleaf as another user, move it to a directory that everyone may enter, or set DATABASE_URL.',
  )
}

const prefixed =
  ([first = '', ...rest]: string[]): Postgres['command'] =>
  (program, args) => [first, ...rest, program, ...args]

const works = ([program, ...args]: [string, ...string[]]) =>
  promisify(execFile)(program, args, { env: cleanEnv, cwd: '/' }).then(
    () => true,
    () => false,
  )
