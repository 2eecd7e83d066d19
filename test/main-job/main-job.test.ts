import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { joinEmbedded } from '../../src/db/embedded/index.ts'
import { connect, type Db } from '../../src/db/index.ts'
import { type DebianServer, hasDebianServer, startDebianServer } from './debian-server.ts'
import { type Facts, factsOf } from './facts.ts'
import { firstRows } from './rows.ts'
import { createRound, type Env, run } from './steps.ts'
import { startTwinleaf, twinleaf } from './terminal.ts'

/** By hand, for the long form: `KILLS=50 npx vitest run test/main-job`. */
const kills = Number(process.env.KILLS ?? 4)

const wholeFile = 'test/data/applications-2016A.csv'
const formerPairings = 'test/data/former-pairings-2016A.csv'

const folder = () => mkdtempSync(join(tmpdir(), 'twinleaf-job-'))

/** From an empty database to released introductions, each step as a coordinator would type it. */
async function upToTheRelease(env: Env, applications: string): Promise<void> {
  await createRound(env)
  await run(env, 'applications', 'import', formerPairings, '--round', '2016A', '--kind', 'former-pairings')
  await run(env, 'applications', 'import', applications, '--round', '2016A')
  await run(env, 'applications', 'import', applications, '--round', '2016A')
  await run(env, 'applications', 'clean', '--round', '2016A')
  await run(env, 'cap', 'apply', '--round', '2016A')
  await run(env, 'match', 'run', '--round', '2016A')
  await run(env, 'match', 'release', '--round', '2016A', '--confirm')
}

const released: Omit<Facts, 'rowsOfTheFile' | 'accepted' | 'inAPairing' | 'introductions' | 'inTheReserve'> =
  {
    rowsThatEndNowhere: 0,
    pairingsWithinACountry: 0,
    pairingsOfFormerPartners: 0,
    pairingsWithOneself: 0,
    peopleInTwoPairings: 0,
    peopleWithTwoIntroductions: 0,
    mailsNotSent: 0,
  }

/** Everyone accepted is introduced or in the reserve; nobody is missing, nothing is doubled. */
function expectNobodyForgotten(facts: Facts, rows: number): void {
  const { rowsOfTheFile, accepted, inAPairing, inTheReserve, introductions, ...rest } = facts
  expect(rest).toEqual(released)
  expect(rowsOfTheFile).toBe(rows)
  expect(accepted).toBeGreaterThan(0.85 * rows)
  expect(inAPairing + inTheReserve).toBe(accepted)
  expect(introductions).toBe(inAPairing)
  expect(inTheReserve).toBeLessThanOrEqual(1)
}

/** In the spool, each mail of the outbox is one file that names it. */
async function expectSpoolEqualsOutbox(db: Db, dataDir: string): Promise<void> {
  const spool = join(dataDir, 'spool')
  const files = readdirSync(spool).filter((name) => name.endsWith('.eml'))
  const refs = files.map(
    (name) => /^X-Twinleaf-Ref: *(\S+)/im.exec(readFileSync(join(spool, name), 'utf8'))?.[1],
  )
  const rows = await db.selectFrom('outbox').select('id').execute()
  expect(refs.sort()).toEqual(rows.map(({ id }) => id).sort())
}

describe('by terminal alone, on the embedded database', () => {
  const dataDir = folder()
  const env = { DATA_DIR: dataDir, DATABASE_URL: '', MAIL_TRANSPORT: 'spool', LOG_LEVEL: 'error' }

  test('an application file becomes introductions in the spool, and nobody is forgotten', {
    timeout: 180_000,
  }, async () => {
    await upToTheRelease(env, wholeFile)
    const again = await twinleaf(env, 'match', 'release', '--round', '2016A', '--confirm')
    await twinleaf(env, 'mail', 'send')

    const site = await startTwinleaf({ ...env, PORT: '0' }, 'serve', '--no-worker')
    const db = connect((await joinEmbedded(join(dataDir, 'postgres')))?.url ?? '')
    const facts = await factsOf(db)
    await expectSpoolEqualsOutbox(db, dataDir)
    await db.destroy()
    await site.kill('SIGTERM')

    expectNobodyForgotten(facts, 1055)
    expect({ code: again.code, out: again.out }).toEqual({ code: 2, out: '' })
    expect(again.err).toContain('already been released')
  })
})

describe.skipIf(!hasDebianServer)('on a server of one’s own, with a site and two workers', () => {
  let server: DebianServer | undefined
  afterAll(() => server?.stop())

  test('workers that are killed again and again introduce everyone exactly once', {
    timeout: 240_000,
  }, async () => {
    server = startDebianServer()
    const dataDir = folder()
    const env = { DATABASE_URL: server.url, DATA_DIR: dataDir, MAIL_TRANSPORT: 'spool', LOG_LEVEL: 'silent' }
    const site = await startTwinleaf({ ...env, PORT: '0' }, 'serve', '--no-worker')
    const steady = await startTwinleaf(env, 'worker')
    await upToTheRelease(env, firstRows(wholeFile, 300))
    await steady.kill('SIGTERM')

    const db = connect(server.url)
    await killWorkers(db, env, kills)
    const last = await Promise.all([startTwinleaf(env, 'worker'), startTwinleaf(env, 'worker')])
    await untilAllSent(db)
    await Promise.all(last.map((worker) => worker.kill('SIGTERM')))
    const facts = await factsOf(db)
    await expectSpoolEqualsOutbox(db, dataDir)
    await db.destroy()
    await site.kill('SIGTERM')

    expectNobodyForgotten(facts, 300)
  })
})

/** Two at a time, each killed in the midst of its work: a few mails are let through between one kill and the next. */
async function killWorkers(db: Db, env: Env, kills: number): Promise<void> {
  for (let done = 0; done < kills; done += 2) {
    const before = await sentCount(db)
    const two = await Promise.all([startTwinleaf(env, 'worker'), startTwinleaf(env, 'worker')])
    await until(async () => (await sentCount(db)) > before + 3 || (await waitingCount(db)) === 0)
    await Promise.all(two.map((worker) => worker.kill('SIGKILL')))
  }
}

const untilAllSent = (db: Db) => until(async () => (await waitingCount(db)) === 0, 90_000)

const countOf = async (db: Db, states: string[]): Promise<number> => {
  const { count } = await db
    .selectFrom('outbox')
    .where('state', 'in', states)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
const sentCount = (db: Db) => countOf(db, ['sent'])
const waitingCount = (db: Db) => countOf(db, ['queued', 'sending', 'deferred'])

async function until(isSo: () => Promise<boolean>, atMostMs = 45_000): Promise<void> {
  const end = performance.now() + atMostMs
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('it did not happen in time')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
