import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { joinEmbedded } from '../../src/db/embedded/index.ts'
import { refuseWithoutPackages, startPostgres, startProxy } from './around.ts'
import { type Service, startService, twinleaf } from './processes.ts'

/** A network with an open call, as a bench needs it. */
export type Network = {
  origin: string
  code: string
  /** Where emails lie. */
  spool: string
  /** Where the database is: see `databaseSeconds`. */
  databaseFolder: string
  services: Service[]
  /** Those that are killed. */
  mortal: Service[]
  databaseUrl(): Promise<string>
  stop(): Promise<void>
}

export const code = '2027A'
const inDays = (days: number) => Temporal.Now.plainDateISO().add({ days }).toString()
const dates = ['--apply-from', '2016-01-11T00:00', '--apply-until', `${inDays(1)}T12:00`]
const opening = [...dates, '--starts', inDays(10), '--ends', inDays(120), '--announce']

const settings = (folder: string, port: number) => ({
  ...process.env,
  DATA_DIR: folder,
  PORT: String(port),
  MAIL_TRANSPORT: 'spool',
  LOG_LEVEL: 'error',
  SECRET: 'a secret for a rehearsal, thirty-two characters or more',
})

const openCall = (env: NodeJS.ProcessEnv) =>
  promisify(execFile)(twinleaf[0], [twinleaf[1], 'round', 'create', '--code', code, ...opening], { env })

const anyPort = () => 20_000 + (process.pid % 20_000)

/**
 * As most networks run: web, worker and the embedded database are one service.
 *
 * @param ownWorker whether the worker is a process of its own beside it
 */
export async function oneService(ownWorker = false): Promise<Network> {
  const folder = mkdtempSync(join(tmpdir(), 'twinleaf-night-'))
  const origin = `http://localhost:${anyPort()}`
  const env = { ...settings(folder, anyPort()), BASE_URL: origin }
  await openCall(env)
  const service = await (ownWorker
    ? startService('web', env, 'serve', '--no-worker')
    : startService('web and worker', env, 'serve'))
  const workers = ownWorker ? [await startService('worker', env, 'worker')] : []
  const databaseFolder = join(folder, 'postgres')
  return {
    ...{ origin, code, databaseFolder, spool: join(folder, 'spool') },
    ...{ services: [service, ...workers], mortal: [service, ...workers] },
    // It runs for as long as the service does.
    databaseUrl: async () => {
      const joined = await joinEmbedded(databaseFolder)
      await joined?.stop()
      return joined?.url ?? ''
    },
    async stop() {
      for (const one of [...workers, service]) await one.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** As a large one may: two web processes behind nginx, a worker, and a PostgreSQL of its own. */
export async function apart(): Promise<Network> {
  refuseWithoutPackages()
  const folder = mkdtempSync(join(tmpdir(), 'twinleaf-night-'))
  const [port, first, second] = [anyPort(), anyPort() + 1, anyPort() + 2]
  const database = await startPostgres(join(folder, 'postgres'), anyPort() + 3)
  const proxy = await startProxy(join(folder, 'nginx'), port, [first, second])
  const origin = `https://localhost:${port}`
  const env = (at: number) => ({
    ...settings(join(folder, 'data'), at),
    ...{ BASE_URL: origin, DATABASE_URL: database.url, HOST: '127.0.0.1', TRUSTED_PROXIES: '127.0.0.1' },
  })
  await openCall(env(first))
  const web = await startService('web 1', env(first), 'serve', '--no-worker')
  const other = await startService('web 2', env(second), 'serve', '--no-worker')
  const worker = await startService('worker', env(first), 'worker')
  return {
    ...{ origin, code, databaseFolder: database.folder, spool: join(folder, 'data/spool') },
    ...{ services: [web, other, worker, proxy], mortal: [web, worker] },
    databaseUrl: async () => database.url,
    async stop() {
      for (const one of [web, other, worker, proxy, database]) await one.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
