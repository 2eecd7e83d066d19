import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { appOn, migrate } from '../src/cli/open.ts'
import { all } from '../src/features/all.ts'
import { type Feature, router } from '../src/features/people/index.ts'
import { enqueue, job } from '../src/platform/jobs.ts'
import { openLog } from '../src/platform/log.ts'
import { root } from '../src/platform/root.ts'
import { buildAssets } from '../src/web/assets.ts'
import { createSite } from '../src/web/site.tsx'
import { startWorker } from '../src/worker/work.ts'
import { aPerson } from './builders.ts'
import { testApp } from './harness.ts'
import { signedIn } from './signed-in.ts'

/** Stands in every name and address below, and may stand nowhere that the world looks at. */
const mark = 'Zyzzyva'
const address = (name: string) => `${name}@${mark}.example`.toLowerCase()

const lines: string[] = []
const spans: string[] = []
const collector = createServer(async (request, response) => {
  spans.push(await text(request))
  response.end()
}).listen(0, '127.0.0.1')
const tracesTo = () => `http://127.0.0.1:${(collector.address() as AddressInfo).port}`

/** A value that the database cannot read: its complaint quotes it. */
const bad = (db: typeof app.db) => sql`select ${mark}::int`.execute(db)

const failing = job(
  'planted.fail',
  z.strictObject({ id: z.string() }),
  async (one) => void (await bad(one.db)),
)
const planted = router()
planted.get('/planted/fault', async (c) => {
  const { app: one } = c.var
  await one.db.transaction().execute((tx) => enqueue(one, tx, failing, { id: mark }))
  await bad(one.db)
  return c.text('')
})
planted.get('/planted/said/:name', () => {
  throw new Error(`550 <${address('relay')}> is unknown, "${mark}" too`)
})
const features: Feature[] = [{ name: 'planted', routes: planted, jobs: [failing] }, ...all]

const { config, db: prepared } = await testApp(undefined, {
  BOUNCE_ADDRESS: 'mail@network.example',
  IMAP_URL: 'imap://mail:password@127.0.0.1:1',
})
const log = openLog('debug', { write: (line) => void lines.push(line) })
const { app, close } = await appOn(
  config.databaseUrl ?? '',
  { ...config, tracesTo: tracesTo() },
  log,
  async (db) => void (await migrate(db, config.databaseUrl ?? '', features)),
)
const site = createSite(app, await buildAssets(), features)
let metrics = ''

const here = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }

async function actsOfEveryone(): Promise<void> {
  const director = await aPerson(app, { role: 'director', name: `Ada ${mark}`, email: address('ada') })
  const headers = await signedIn(app, director)
  const post = (path: string, form: Record<string, string>) =>
    site.request(path, { method: 'POST', headers, body: new URLSearchParams(form) })
  const fromOutside = { Origin: app.origin, 'Sec-Fetch-Site': 'same-origin' }
  for (const email of [address('ada'), address('nobody'), mark])
    await site.request('/sign-in', {
      method: 'POST',
      headers: fromOutside,
      body: new URLSearchParams({ email }),
    })
  await site.request(`/office/search?q=${mark}`, { headers })
  await site.request(`/rounds/${mark}`, { headers })
  await post('/office/people/new', { name: `Sol ${mark}`, email: address('sol') })
  await post('/office/people/new', { name: mark, email: mark })
  await site.request(`/planted/said/${mark}`, { headers })
  await site.request('/planted/fault', { headers })
  const report = { 'csp-report': { 'blocked-uri': `https://${address('ada')}`, 'effective-directive': mark } }
  await site.request('/csp-reports', { method: 'POST', body: JSON.stringify(report) })
}

async function aVerifiedBackup(): Promise<void> {
  const name = 'twinleaf-1.tar'
  const madeAt = new Date()
  const sizes = { tookMs: 1, bytes: 1, rowCount: 1 }
  await prepared
    .insertInto('backup')
    .values({ name, place: '/', madeAt, ...sizes, version: '1', encrypted: false })
    .execute()
  await prepared
    .insertInto('backupCheck')
    .values({ backupName: name, checkedAt: madeAt, tookMs: 1 })
    .execute()
}

const aMailboxThatWasRead = () =>
  prepared
    .insertInto('inboundMailbox')
    .values({ mailbox: config.mail.mailbox?.name ?? '', readAt: new Date() })
    .execute()

const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>)
const said = (what: string) => logged().filter(({ msg }) => msg === what)

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !isTrue(); tries += 1) await pause(50)
}

beforeAll(async () => {
  await aVerifiedBackup()
  await aMailboxThatWasRead()
  const worker = await startWorker(app, features)
  await actsOfEveryone()
  await until(() => said('email').length > 0 && said('job_fault').length > 0)
  await worker.stop(5_000)
  await app.db.transaction().execute((tx) => enqueue(app, tx, failing, { id: mark }))
  metrics = await (await site.request('/metrics', {}, here)).text()
  await close()
  collector.close()
})

test('an email can be followed back to the request that it came of, in logs and in traces', () => {
  const [email] = said('email')
  const jobs = said('job').filter(({ requestId }) => requestId === email?.requestId)
  const requests = said('request').filter(({ requestId }) => requestId === email?.requestId)

  expect(jobs.map(({ name }) => name)).toEqual(['people.send-link'])
  expect(requests.map(({ method, route, status }) => [method, route, status])).toEqual([
    ['POST', '/sign-in', 303],
  ])
  const told = spans.flatMap((body) => JSON.parse(body).resourceSpans[0].scopeSpans[0].spans as Told[])
  const names = told
    .filter(({ traceId }) => traceId.startsWith(String(email?.requestId)))
    .map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['POST /sign-in', 'insert', 'people.send-link', 'email sign-in']),
  )
})

type Told = { traceId: string; name: string }

test('logs, metrics and traces hold nothing of anyone', () => {
  expect(readdirSync(join(app.config.dataDir, 'spool')).join()).toContain('.eml')
  expect(said('fault')).toHaveLength(2)
  expect(
    [...lines, ...spans, metrics].filter((one) => one.toLowerCase().includes(mark.toLowerCase())),
  ).toEqual([])
})

test('every metric that a rule asks for is there', () => {
  const rules = readFileSync(join(root, 'deploy/alerts.yml'), 'utf8')
  const asked = new Set(rules.match(/\b(?:twinleaf|nodejs)_\w+/g))

  const missing = [...asked].filter((name) => !new RegExp(`^${name}[ {]`, 'm').test(metrics))

  expect(asked.size).toBeGreaterThan(15)
  expect(missing).toEqual([])
})

test('metrics are for those who watch: by their token, or from a private network and through no proxy', async () => {
  const open = createSite({ ...app, db: prepared }, await buildAssets())
  const guarded = createSite(
    { ...app, db: prepared, config: { ...config, metricsToken: 'a token for the monitor of tests' } },
    await buildAssets(),
  )
  const asked = async (of: typeof open, from: string, headers: Record<string, string> = {}) =>
    (await of.request('/metrics', { headers }, { incoming: { socket: { remoteAddress: from } } })).status

  expect([
    await asked(open, '10.1.2.3'),
    await asked(open, '203.0.113.7'),
    await asked(open, '127.0.0.1', { 'X-Forwarded-For': '127.0.0.1' }),
    await asked(guarded, '127.0.0.1'),
    await asked(guarded, '127.0.0.1', { Authorization: 'Bearer another token for the monitor' }),
    await asked(guarded, '203.0.113.7', { Authorization: 'Bearer a token for the monitor of tests' }),
  ]).toEqual([200, 404, 404, 404, 404, 200])
})
