/** The database's files: made whole or not at all. */
import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { cleanEnv, type Postgres } from './account.ts'
import { CannotStart, cannotStart } from './cannot-start.ts'

/** The name of the database and of the role that owns it. */
export const DATABASE = 'twinleaf'

export const clusterIn = (dataDir: string) => join(dataDir, 'cluster')
export const passwordFile = (cluster: string) => join(cluster, 'twinleaf.password')

/** @throws Error when this account cannot use the cluster, nor make it its own */
export async function refuseAnothers(cluster: string): Promise<void> {
  const me = process.geteuid?.()
  if (me === 0 || !existsSync(cluster)) return
  const { uid } = await stat(cluster)
  if (uid === me) return
  throw new CannotStart(
    `${cluster} belongs to another user (number ${uid}). Start Twinleaf as that user, or as root.`,
  )
}

/** Makes the cluster when there is none, and gives it to the account that PostgreSQL runs under now. */
export async function prepareCluster(cluster: string, postgres: Postgres): Promise<void> {
  if (!existsSync(cluster)) return createCluster(cluster, postgres)
  await refuseOtherMajor(cluster, postgres.major)
  const { uid } = await stat(cluster)
  if (uid !== postgres.uid) await give(cluster, postgres.uid)
}

/** Each major version of PostgreSQL writes its files in its own way, and reads no other's. */
async function refuseOtherMajor(cluster: string, ours: string) {
  const theirs = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  if (theirs === ours) return
  if (theirs === '')
    throw new CannotStart(
      `${cluster} is not a whole database: it has no PG_VERSION. Put DATA_DIR back from the newest backup, or set it to a new folder.`,
    )
  throw new CannotStart(
    `${cluster} was made by PostgreSQL ${theirs}, and this Twinleaf brings PostgreSQL ${ours}. Run it with the version of Twinleaf that made it.`,
  )
}

/** The directory itself comes last: half done, it is done again at the next start. */
async function give(cluster: string, uid: number) {
  await promisify(execFile)('find', [cluster, '-depth', '-exec', 'chown', '-h', String(uid), '{}', '+'])
}

/** A cluster gets its name when it is complete and on disk, so a killed start leaves nothing that looks like one. */
async function createCluster(cluster: string, postgres: Postgres) {
  await removeUnfinished(cluster)
  // A new name each time: the initdb of a killed start may still be cleaning up behind itself.
  const unfinished = await mkdtemp(`${cluster}.new-`)
  await chown(unfinished, postgres.uid, -1)

  const args = [
    ...['--pgdata', unfinished, '--username', 'postgres', '--auth', 'reject', '--data-checksums'],
    ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
    // Collation is PostgreSQL's own; the system's character classes serve full-text search only.
    ...['--locale', process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8', '--lc-messages', 'C'],
    // Small log files: an archive of quiet hours stays small, and a start on a full disk needs little room.
    ...['--wal-segsize', '1', '--set', 'min_wal_size=2MB', '--set', 'max_wal_size=16MB'],
  ]
  await run(postgres, postgres.initdb, args, { cluster })
  const password = randomBytes(24).toString('base64url')
  await createDatabase(unfinished, postgres, password)
  await write(join(unfinished, 'pg_hba.conf'), `local all ${DATABASE} scram-sha-256\n`, postgres.uid)
  await write(passwordFile(unfinished), password, postgres.uid)

  await sync(unfinished)
  await rename(unfinished, cluster)
  await sync(dirname(cluster))
}

async function removeUnfinished(cluster: string) {
  for (const name of await readdir(dirname(cluster))) {
    if (!name.startsWith(`${basename(cluster)}.new-`)) continue
    await rm(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * Our role may make databases, but is no superuser: a hole in our SQL is no door to the machine.
 * Nobody can sign in as the superuser at all.
 */
async function createDatabase(cluster: string, postgres: Postgres, password: string) {
  // In single-user mode each line is one statement. The password does not pass through a command line.
  const statements = `create role ${DATABASE} login createdb password '${password}'
grant pg_monitor to ${DATABASE}
create database ${DATABASE} owner ${DATABASE}
`
  await singleUser(cluster, postgres, 'postgres', statements)
}

/** Runs statements, one a line, as the superuser, on a cluster on which no server runs. */
export const singleUser = (cluster: string, postgres: Postgres, database: string, statements: string) =>
  run(postgres, postgres.postgres, ['--single', '-D', cluster, '-c', 'exit_on_error=on', database], {
    cluster,
    input: statements,
  })

type Run = { cluster: string; input?: string }

async function run(postgres: Postgres, program: string, args: string[], { cluster, input = '' }: Run) {
  const [command, ...rest] = postgres.command(program, args)
  const child = spawn(command, rest, { env: cleanEnv, cwd: '/', detached: true })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const ended = new Promise<number | null>((settle, fail) => child.on('error', fail).on('close', settle))
  const [code, said] = await Promise.all([ended, text(child.stderr), text(child.stdout)])
  if (code !== 0) throw cannotStart(cluster, said.trim().split('\n'))
}

export async function write(path: string, content: string, uid: number) {
  const file = await open(path, 'w', 0o600)
  await file.writeFile(content)
  await file.chown(uid, -1)
  await file.sync()
  await file.close()
}

async function sync(directory: string) {
  const opened = await open(directory)
  await opened.sync()
  await opened.close()
}
