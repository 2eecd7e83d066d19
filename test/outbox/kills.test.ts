import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../harness.ts'
import { counts, introductions, queue, stateOf } from './letters.ts'
import { aRelay, header, slowly } from './relay.ts'
import { until } from './until.ts'
import { bundledWorker, startWorkerProcess } from './worker-process.ts'

/** By hand, for the long form: `KILLS=50 npx vitest run test/outbox/kills`. */
const kills = Number(process.env.KILLS ?? 20)
const relay = await aRelay()
const bundle = await bundledWorker()
const spooling = await testApp(new Date().toISOString())
const mailing = await testApp(new Date().toISOString(), { MAIL_TRANSPORT: 'smtp', SMTP_URL: relay.url })
afterAll(() => relay.close())

test('workers that are killed again and again put each introduction into the spool exactly once', {
  timeout: 180_000,
}, async () => {
  const queued = await killAgainAndAgain(spooling, 'spool')

  const folder = join(spooling.config.dataDir, 'spool')
  const files = (await readdir(folder)).filter((name) => name.endsWith('.eml'))
  const mails = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
  const ids = (await spooling.db.selectFrom('outbox').select('id').execute()).map(({ id }) => id)
  expect(queued).toBeGreaterThanOrEqual(1000)
  expect(await counts(spooling)).toEqual({ sent: queued })
  expect(files.sort()).toEqual(ids.map((id) => `${id}.eml`).sort())
  expect(mails.map((raw) => header(raw, 'X-Twinleaf-Ref')).sort()).toEqual(ids.sort())
})

test('over a relay none is missing, and a second copy has the same Message-ID and is listed', {
  timeout: 180_000,
}, async () => {
  const queued = await killAgainAndAgain(mailing, 'smtp')

  const copies = new Map<string, number>()
  for (const { messageId } of relay.got) copies.set(messageId, (copies.get(messageId) ?? 0) + 1)
  const doubled = [...copies].filter(([, count]) => count > 1).map(([messageId]) => messageId)
  const rows = await mailing.db.selectFrom('outbox').select(['messageId', 'possiblyDoubled']).execute()
  const listed = new Set(rows.filter((row) => row.possiblyDoubled).map((row) => row.messageId))
  expect(queued).toBeGreaterThanOrEqual(1000)
  expect(await counts(mailing)).toEqual({ sent: queued })
  expect([...copies.keys()].sort()).toEqual(rows.map(({ messageId }) => messageId).sort())
  expect(relay.got.length - copies.size).toBeLessThanOrEqual(kills)
  expect(doubled.filter((messageId) => !listed.has(messageId))).toEqual([])
  expect(listed.size).toBeLessThanOrEqual(kills)
})

test('a worker that sleeps past its lease cannot finish what another has taken over', async () => {
  await mailing.db.deleteFrom('outbox').execute()
  relay.got.length = 0
  relay.treat(slowly(300))
  const id = await queue(mailing)
  const sleeper = await startWorkerProcess(bundle, mailing, { name: 'sleeper', leaseMs: 600 })
  await until(async () => (await stateOf(mailing, id)).state === 'sending')

  sleeper.process.kill('SIGSTOP')
  const other = await startWorkerProcess(bundle, mailing, { name: 'other', leaseMs: 600 })
  await until(async () => (await stateOf(mailing, id)).state === 'sent')
  const taken = await ending(id)
  sleeper.process.kill('SIGCONT')
  // A worker that is told to end finishes what it has in hand: afterwards nothing more can come of it.
  await Promise.all([sleeper.end('SIGTERM'), other.end('SIGTERM')])
  const later = await ending(id)

  expect(taken).toMatchObject({ state: 'sent', worker: 'other', fence: 2, possiblyDoubled: true })
  expect(later).toEqual(taken)
  expect(new Set(relay.got.map(({ messageId }) => messageId)).size).toBe(1)
})

const ending = (id: string) =>
  mailing.db
    .selectFrom('outbox')
    .select(['state', 'worker', 'fence', 'sentAt', 'possiblyDoubled'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/**
 * Two workers send introductions; every tenth of a second or so one of them is killed and another put in its
 * place. There is always something to send. @returns how many mails there were.
 */
async function killAgainAndAgain(app: TestApp, name: string): Promise<number> {
  const chance = sequence(20_160_229)
  let queued = 1000
  await introductions(app, queued)
  const start = (index: number) => startWorkerProcess(bundle, app, { name: `${name}-${index}` })
  const workers = [start(-2), start(-1)]
  for (let kill = 0; kill < kills; kill++) {
    await new Promise((resolve) => setTimeout(resolve, 20 + chance() * 100))
    const { sent = 0 } = await counts(app)
    if (queued - sent < 300) {
      await introductions(app, 300)
      queued += 300
    }
    await (await workers[kill % 2])?.end('SIGKILL')
    workers[kill % 2] = start(kill)
  }
  await until(async () => (await counts(app)).sent === queued)
  for (const worker of workers) await (await worker).end('SIGTERM')
  return queued
}

/** Numbers from 0 to 1 that look like chance and are the same in every run (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
