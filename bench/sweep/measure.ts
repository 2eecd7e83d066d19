/** Measures what `index.ts` prints, from one bundle with all that it needs. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { appOn, migrate } from '../../src/cli/open.ts'
import { withScratchServer } from '../../src/db/embedded/scratch.ts'
import { sweepCases } from '../../src/features/cases/actions/sweep.ts'
import { askCheckIns } from '../../src/features/checkins/index.ts'
import type { App } from '../../src/platform/app.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openLog } from '../../src/platform/log.ts'
import { manyPairs } from '../../test/check-ins/many-pairs.ts'

type Times = Map<string, number>

async function timesFor(people: number): Promise<Times> {
  const folder = await mkdtemp(join(tmpdir(), 'twinleaf-sweep-'))
  try {
    return await withScratchServer(folder, async (url) => {
      const config = readConfig({
        ...{
          DATABASE_URL: url,
          DATA_DIR: folder,
          BASE_URL: 'https://network.example',
          MAIL_TRANSPORT: 'spool',
        },
        SECRET: 'of a network that exists for some minutes and has no secrets',
      })
      const { app, close } = await appOn(url, config, openLog('silent'), async (db) => {
        await migrate(db, url)
      })
      try {
        return await measured(app, people)
      } finally {
        await close()
      }
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measured(opened: App, people: number): Promise<Times> {
  const times: Times = new Map()
  let now = new Date('2016-02-21T12:00:00Z')
  const app: App = { ...opened, now: () => now }
  const timed = async (what: string, at: string, run: () => Promise<unknown>) => {
    now = new Date(at)
    const since = performance.now()
    await run()
    times.set(what, performance.now() - since)
  }
  await manyPairs(app, people / 2)
  await timed('everyone is asked', '2016-03-04T12:03:00Z', () => askCheckIns(app))
  await answerMost(app)
  await timed('a sweep, one in five silent', '2016-03-08T12:23:00Z', () => sweepCases(app))
  await timed('the next sweep', '2016-03-08T13:23:00Z', () => sweepCases(app))
  for (let week = 1; week < 14; week += 1) {
    now = new Date(Date.UTC(2016, 2, 3 + 7 * week, 12, 3))
    await askCheckIns(app)
    await answerMost(app)
    await sweepCases(app)
  }
  await timed('a sweep after fourteen weeks', '2016-06-08T12:23:00Z', () => sweepCases(app))
  return times
}

/** Four of five say that they are in touch, of those who were asked last. */
const answerMost = ({ db, now }: App) =>
  sql`insert into check_in_answer (check_in_id, answer, way, answered_at)
    select id, 'yes', 'link', ${now()}::timestamptz + interval '5 hours' from check_in
    where asked_at = ${now()} and ('x' || substr(md5(application_id::text), 1, 6))::bit(24)::int % 5 > 0`.execute(
    db,
  )

process.stdout.write(JSON.stringify([...(await timesFor(Number(process.argv[2])))]))
