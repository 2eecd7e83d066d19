import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { connect, type Db } from '../src/db/index.ts'
import { all } from '../src/features/all.ts'
import type { Feature } from '../src/features/people/index.ts'
import type { App } from '../src/platform/app.ts'
import type { Command } from '../src/platform/commands.ts'
import { readConfig } from '../src/platform/config.ts'
import { runWaiting } from '../src/platform/jobs.ts'
import { openLog } from '../src/platform/log.ts'
import { listsOf } from '../src/platform/mail/index.ts'
import { queueAt } from '../src/platform/open-queue.ts'
import { ownDataOf } from '../src/platform/own-data.ts'
import type { Level } from '../src/platform/space.ts'
import { wordedOf } from '../src/platform/worded.ts'
import { workOf } from '../src/worker/work-of.ts'
import { cloneTemplate, dropDatabase, emptyDatabase } from './databases.ts'

/** An `App` over a database of its own, with a clock that stands still until it is moved. */
export type TestApp = App & {
  /** Sets the clock to an instant. */
  at(instant: string): void
  /** Says how much room there is on the disk; enough at first. */
  roomIs(level: Level): void
  /** Runs the jobs that wait, then each piece of clockwork once, then jobs that came of it. */
  runJobs(): Promise<void>
}

/**
 * A fresh database for one test file, dropped at its end. Call it at the top of the file.
 *
 * @param now where the clock stands at first
 * @param features whose jobs `runJobs` runs
 */
export async function testApp(
  now = '2016-02-20T12:00:00Z',
  env: Record<string, string> = {},
  features: readonly Feature[] = all,
): Promise<TestApp> {
  const serverUrl = inject('serverUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  const url = await cloneTemplate(serverUrl, name)
  const db = connect(url, { connections: 6 })
  const log = openLog('silent')
  const queue = queueAt(url, log)
  let clock = new Date(now)
  let level: Level = 'enough'
  const config = readConfig({
    DATABASE_URL: url,
    BASE_URL: 'http://localhost:3000',
    DATA_DIR: mkdtempSync(join(tmpdir(), 'twinleaf-data-')),
    MAIL_TRANSPORT: 'spool',
    SECRET: 'a secret for tests, thirty-two characters or more',
    ...env,
  })
  const app: TestApp = {
    db,
    now: () => clock,
    isDemonstration: false,
    origin: config.origin,
    config,
    log,
    queue,
    space: { holdsDatabase: true, look: async () => ({ level, free: frees[level], reserve: 500e6 }) },
    ownData: ownDataOf(features),
    worded: wordedOf(features),
    lists: listsOf(features),
    embeddedIn: null,
    scratch: async (use) =>
      use(await emptyDatabase(inject('serverUrl'), `scratch_${randomBytes(6).toString('hex')}`)),
    at: (instant) => {
      clock = new Date(instant)
    },
    roomIs: (now) => {
      level = now
    },
    runJobs: () => runAll(app, features),
  }
  afterAll(async () => {
    await queue.close()
    await db.destroy()
    await dropDatabase(serverUrl, name)
  })
  return app
}

const frees: Record<Level, number> = { enough: 50e9, short: 300e6, none: 50e6 }

async function runAll(app: TestApp, features: readonly Feature[]): Promise<void> {
  const { jobs, clockwork } = workOf(features)
  await runWaiting(app, jobs)
  for (const due of clockwork) await due.run(app)
  await runWaiting(app, jobs)
}

/** What is in the outbox, in the order in which it was queued: to whom, and about what. */
export const queuedMail = (app: App) =>
  app.db
    .selectFrom('outbox')
    .select(['toAddress as to', 'subject'])
    .orderBy('createdAt')
    .orderBy('key')
    .execute()

export const someId = () => randomUUID()

/** A command of the terminal, as a feature offers it. */
export function commandNamed(name: string, features: readonly Feature[] = all): Command {
  const command = features.flatMap(({ commands = [] }) => commands).find((one) => one.name === name)
  if (!command) throw new Error(`no command ${name}`)
  return command
}

/** The same database, with a count of the statements it was asked. */
export function counting(db: Db) {
  const count = { asked: 0 }
  const counted = db.withPlugin({
    transformQuery: ({ node }) => node,
    // Counted by their answers: a query that was compiled before is not transformed again.
    transformResult: async ({ result }) => {
      count.asked += 1
      return result
    },
  })
  return { count, counted }
}
