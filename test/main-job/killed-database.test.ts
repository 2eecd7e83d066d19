import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { shareEmbedded } from '../../src/db/embedded/index.ts'
import { keeper, pidOf } from '../../src/db/embedded/trial-owner.ts'
import { hasDebianServer, startDebianServer } from './debian-server.ts'
import { createRound, type Env, run } from './steps.ts'
import { twinleaf } from './terminal.ts'

/** Where the database is now, and how it is killed. */
type Server = { url: string; kill(waiting: number | undefined): Promise<unknown> }

const round = ['--round', '2016A']

const anEnvironment = (databaseUrl = '') => ({
  DATA_DIR: mkdtempSync(join(tmpdir(), 'twinleaf-killed-')),
  DATABASE_URL: databaseUrl,
  MAIL_TRANSPORT: 'spool',
  LOG_LEVEL: 'info',
})

/** The first of the file alone: enough to be in the middle of. */
function aShortFile({ DATA_DIR = '' }: Env): string {
  const whole = readFileSync('test/data/applications-2016A.csv', 'utf8')
  const records = whole.split(/(?<=\n)(?=\d\d\/\d\d\/\d{4} )/)
  const path = join(DATA_DIR, 'applications.csv')
  writeFileSync(path, records.slice(0, 101).join(''))
  return path
}

/** Gives a command, kills the database in the middle of it, hears what it says, and gives it again. */
async function expectToEnd(env: Env, server: Server, table: string, words: string[]): Promise<void> {
  const holder = new pg.Client(server.url)
  holder.on('error', () => {})
  await holder.connect()
  await holder.query(`begin; lock table ${table} in access exclusive mode`)
  const command = twinleaf(env, ...words)
  const waiting = await untilOneWaits(holder, table, command)
  await server.kill(waiting)
  await holder.end().catch(() => {})

  expect(await command).toEqual({
    code: 1,
    out: '',
    err: 'The database went away in the middle of the work. What was not finished was taken back: give the command again.\n',
  })
  await run(env, ...words)
}

/**
 * Until a command wants a table that is held: then it is in the middle of its work. Or it has ended without.
 *
 * @returns the process that serves it there
 */
async function untilOneWaits(
  holder: pg.Client,
  table: string,
  command: Promise<unknown>,
): Promise<number | undefined> {
  let hasEnded = false
  void command.then(() => {
    hasEnded = true
  })
  const waiting = `select pid from pg_locks where not granted and relation = '${table}'::regclass`
  while (!hasEnded) {
    const [row] = (await holder.query<{ pid: number }>(waiting)).rows
    if (row) return row.pid
    await pause(20)
  }
}

async function throughARound(env: Env, open: () => Promise<Server>): Promise<void> {
  await createRound(env)
  await expectToEnd(env, await open(), 'application', ['applications', 'import', aShortFile(env), ...round])
  await run(env, 'applications', 'clean', ...round)
  await run(env, 'cap', 'apply', ...round)
  await expectToEnd(env, await open(), 'scenario', ['match', 'run', ...round])
  await expectToEnd(env, await open(), 'pairing', ['match', 'release', ...round, '--confirm'])
}

/** The process that started another one. */
const parentOf = (pid: number) =>
  Number(/^PPid:\t(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])

test.runIf(process.platform === 'linux')(
  'a command whose embedded database is killed ends with a sentence, and the next one starts it again',
  { timeout: 240_000 },
  async () => {
    const env = anEnvironment()
    const dataDir = join(env.DATA_DIR, 'postgres')
    let isKeeperNext = false

    await throughARound(env, async () => {
      const server = await shareEmbedded({ dataDir, keeper })
      onTestFinished(() => server.stop())
      const postmaster = await pidOf(join(dataDir, 'cluster'))
      const victim = isKeeperNext ? parentOf(postmaster) : postmaster
      isKeeperNext = !isKeeperNext
      return {
        url: server.url,
        async kill(waiting) {
          // One that serves a command may end its work before it learns that the postmaster is gone.
          if (waiting && victim === postmaster) process.kill(waiting, 'SIGKILL')
          process.kill(victim, 'SIGKILL')
        },
      }
    })
  },
)

test.skipIf(!hasDebianServer)(
  'a command whose own server is killed ends with a sentence, and works once that runs again',
  { timeout: 240_000 },
  async () => {
    const { url, killAndStart, stop } = startDebianServer()
    onTestFinished(stop)

    await throughARound(anEnvironment(url), async () => ({ url, kill: killAndStart }))
  },
)
