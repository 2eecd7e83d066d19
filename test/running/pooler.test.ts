import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { connect as connectTo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openApp } from '../../src/cli/open.ts'
import { connect } from '../../src/db/index.ts'
import { askForLink } from '../../src/features/people/actions/links.ts'
import { readConfig } from '../../src/platform/config.ts'
import { root } from '../../src/platform/root.ts'
import { startWorker } from '../../src/worker/work.ts'
import { aPerson } from '../builders.ts'
import { aPort, clusterIn, debianFolder, hasDebianServer, type Place } from '../main-job/debian-server.ts'
import { counts } from '../outbox/letters.ts'
import { until } from '../outbox/until.ts'

const pgbouncer = '/usr/sbin/pgbouncer'
const [serverPort, poolerPort] = [aPort(2), aPort(3)]
const through = `postgres://twinleaf@127.0.0.1:${poolerPort}/twinleaf`
const past = `postgres://twinleaf@127.0.0.1:${serverPort}/twinleaf`

const open = (env: Record<string, string>) =>
  openApp(
    readConfig({
      DATA_DIR: mkdtempSync(join(tmpdir(), 'twinleaf-pooler-')),
      MAIL_TRANSPORT: 'spool',
      LOG_LEVEL: 'silent',
      SECRET: 'a secret for tests, thirty-two characters or more',
      ...env,
    }),
    'own',
    () => {},
  )

const goesPast = /^The way to the database leads through a pooler.* Set DATABASE_DIRECT_URL to /

/** Its settings as docs/running/standby.md has them, on ports and in a folder of ours. */
function settingsIn({ folder }: Place): string {
  const page = readFileSync(join(root, 'docs/running/standby.md'), 'utf8')
  const [, ini = ''] = /```ini\n([\s\S]*?)```/.exec(page) ?? []
  return `${ini
    .replace('port=5432', `port=${serverPort}`)
    .replace('6432', String(poolerPort))
    .replace('scram-sha-256', 'trust')
    .replace('/etc/pgbouncer', folder)}unix_socket_dir =\npidfile = ${folder}/pid\n`
}

async function startPooler(place: Place, change: (ini: string) => string): Promise<void> {
  for (const [name, text] of [
    ['userlist.txt', '"twinleaf" ""\n'],
    ['pgbouncer.ini', change(settingsIn(place))],
  ] as const) {
    writeFileSync(join(place.folder, name), text)
    chmodSync(join(place.folder, name), 0o644)
  }
  place.as(pgbouncer, '--quiet', '--daemon', join(place.folder, 'pgbouncer.ini'))
  await until(answers)
}

async function answers(): Promise<boolean> {
  const socket = connectTo(poolerPort, '127.0.0.1')
  const [event] = await Promise.race(
    ['connect', 'error'].map((name) =>
      once(socket, name).then(
        () => [name],
        () => ['error'],
      ),
    ),
  )
  socket.destroy()
  return event === 'connect'
}

async function stopPooler({ folder }: Place): Promise<void> {
  const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'))
  process.kill(pid, 'SIGTERM')
  await until(() => !existsSync(join(folder, 'pid')))
}

describe.runIf(hasDebianServer && existsSync(pgbouncer))('behind PgBouncer, by transaction', () => {
  const place = debianFolder()
  const server = clusterIn(place, 'server', serverPort)
  server.make()
  server.start()
  for (const name of ['twinleaf', 'other']) place.as('createdb', `--maintenance-db=${server.url}`, name)
  beforeAll(() => startPooler(place, (ini) => ini))
  afterAll(async () => {
    await stopPooler(place)
    server.stop()
    place.remove()
  })

  test('a site does not start by it alone: neither where it is told of limits', async () => {
    await expect(open({ DATABASE_URL: through })).rejects.toThrow(goesPast)
  })

  test('… nor where it takes them and does nothing about them', async () => {
    const url = await reopen(
      (ini) =>
        `${ini}ignore_startup_parameters = statement_timeout,lock_timeout,idle_in_transaction_session_timeout\n`,
    )

    await expect(open({ DATABASE_URL: url })).rejects.toThrow(goesPast)
    await expect(open({ DATABASE_URL: url, DATABASE_DIRECT_URL: url })).rejects.toThrow(goesPast)
  })

  test('with a way past it, pages go through it, and jobs and emails go on at once', async () => {
    await reopen((ini) => ini)
    const { app, close } = await open({ DATABASE_URL: through, DATABASE_DIRECT_URL: past })
    onTestFinished(close)
    const worker = await startWorker(app)
    onTestFinished(() => worker.stop(5_000))
    const { email } = await aPerson(app)
    await askForLink(app, { email, network: '198.51.100.1', userAgent: '', next: '', locale: 'en' })
    await until(async () => (await counts(app)).sent === 1)

    const direct = connect(past, { connections: 1 })
    onTestFinished(() => direct.destroy())
    const { rows } = await sql<{
      limit: string
    }>`select current_setting('statement_timeout') as limit`.execute(app.db)
    const { rows: listening } = await sql`
      select application_name from pg_stat_activity where pid <> pg_backend_pid() and query ~ '^LISTEN|pg_listening'`.execute(
      direct,
    )

    expect(rows).toEqual([{ limit: '10s' }])
    expect(listening).toEqual([{ applicationName: 'twinleaf-queue' }])
  })

  test('both ways must lead to one database, and the pooler must set limits', async () => {
    const other = past.replace(/twinleaf$/, 'other')
    await expect(open({ DATABASE_URL: through, DATABASE_DIRECT_URL: other })).rejects.toThrow(
      'DATABASE_DIRECT_URL leads to another database than DATABASE_URL.',
    )

    await reopen((ini) => ini.replace(/ connect_query='.*'/, ''))
    await expect(open({ DATABASE_URL: through, DATABASE_DIRECT_URL: past })).rejects.toThrow(
      'statements have no limit of time: idle_in_transaction_session_timeout and lock_timeout and statement_timeout must be set by its connect_query.',
    )
  })

  /** With other settings. */
  async function reopen(change: (ini: string) => string): Promise<string> {
    await stopPooler(place)
    await startPooler(place, change)
    return through
  }
})
