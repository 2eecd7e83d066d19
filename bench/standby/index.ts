/**
 * The loss of a database machine: `node bench/standby/index.ts [seconds] [--silent]`, with Debian's PostgreSQL.
 *
 * Two web processes and two workers, on a primary and a synchronous standby made as docs/running/standby.md says. People
 * ask for links to sign in by, each of which is a write, a job and an email. After so many seconds (10) the primary is
 * killed, or says nothing any more (`--silent`), and two seconds later the standby is promoted. Then each process is
 * stopped and started again, one after the other, as in an upgrade. Public pages are read all the while. Prints how long
 * sites were away, and fails when an email that was promised is missing, one came twice, a public page was not to be
 * had, or a site was not back ten seconds after the promotion.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { processesIn } from '../../src/db/embedded/trial-owner.ts'
import { aPort } from '../../test/main-job/debian-server.ts'
import { startPair } from '../../test/running/standby.ts'
import { startService } from '../deadline-night/processes.ts'
import { askOn, emailsIn, type Ledger } from './ledger.ts'

const isSilent = process.argv.includes('--silent')
const seconds = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 10)
const problems: string[] = []
const must = (holds: boolean, what: string) => {
  if (!holds) problems.push(what)
  console.log(`${holds ? 'ok    ' : 'FAILED'} ${what}`)
}

const pair = startPair()
const folder = mkdtempSync(join(tmpdir(), 'twinleaf-bench-standby-'))
const ports = [aPort(2), aPort(3)]
const origins = ports.map((port) => `http://localhost:${port}`)
const env = (port: number | undefined) => ({
  ...process.env,
  DATABASE_URL: pair.url,
  DATA_DIR: folder,
  BASE_URL: `http://localhost:${port}`,
  PORT: String(port),
  TRUSTED_PROXIES: '127.0.0.1',
  MAIL_TRANSPORT: 'spool',
  LOG_LEVEL: 'silent',
})
const start = [
  () => startService('web 1', env(ports[0]), 'serve', '--no-worker'),
  () => startService('web 2', env(ports[1]), 'serve', '--no-worker'),
  () => startService('worker 1', env(ports[0]), 'worker'),
  () => startService('worker 2', env(ports[0]), 'worker'),
]
const services = []
for (const one of start) services.push(await one())

const client = new pg.Client(pair.url.replace(/,[^/]+/, ''))
await client.connect()
await client.query(
  `insert into person (email, email_key, name, given_name, created_at)
   select e, e, 'Reader', 'Reader', now() from generate_series(1, 40000) n, concat('reader', n, '@library.example') e`,
)
await client.end()

const ending = new AbortController()
const ledger: Ledger = { promised: new Set(), inDoubt: new Map(), lastPromiseAt: [0, 0] }
let number = 0
const asking = Array.from({ length: 8 }, () => askOn(origins, ledger, () => ++number, ending.signal))
const pages = { fresh: 0, fromMemory: 0, missing: 0 }
let isStopped = false
const reading = origins.map(async (origin) => {
  while (!ending.signal.aborted) {
    const answer = await fetch(`${origin}/rounds`, { headers: { Connection: 'close' } }).catch(() => null)
    if (answer?.headers.get('Cache-Status')) pages.fromMemory += 1
    else if (answer?.status === 200) pages.fresh += 1
    // A process that is stopped answers nothing; a proxy would ask the other one.
    else if (!isStopped) pages.missing += 1
    await pause(50)
  }
})

try {
  await pause(seconds * 1000)
  await lose()
  await pause(2_000)
  const before = ledger.promised.size
  const promotedAt = performance.now()
  pair.promote()
  for (let waited = 0; waited < 600 && ledger.lastPromiseAt.some((at) => at < promotedAt); waited += 1)
    await pause(50)

  const back = (performance.now() - promotedAt) / 1000
  must(
    back < 10,
    `both sites take changes ${back.toFixed(1)} s after the promotion (${before} promises before it)`,
  )
  await pause(seconds * 1000)
  isStopped = true
  for (const [at, service] of services.entries()) {
    await service.stop()
    services[at] = (await start[at]?.()) ?? service
  }
  isStopped = false
  await pause(2_000)
} finally {
  ending.abort()
  await Promise.all([...asking, ...reading])
}

const spool = join(folder, 'spool')
const since = performance.now()
let got = await emailsIn(spool)
const missing = () => [...ledger.promised].filter((one) => !got.has(one))
while (missing().length > 0 && performance.now() - since < 90_000) {
  await pause(1_000)
  got = await emailsIn(spool)
}
const doubled = [...got].filter(([, times]) => times > 1)
const told = [...ledger.inDoubt].map(([status, times]) => `${times} × ${status || 'no answer'}`).join(', ')
must(missing().length === 0, `${ledger.promised.size} emails were promised, ${missing().length} are missing`)
must(doubled.length === 0, `${got.size} people got emails, ${doubled.length} of them more than one`)
must(
  pages.missing === 0,
  `public pages: ${pages.fresh} fresh, ${pages.fromMemory} from memory, ${pages.missing} not to be had`,
)
console.log(
  `       in doubt: ${told || 'nothing'}; the last emails came ${((performance.now() - since) / 1000).toFixed(0)} s after all was over`,
)

for (const service of services) await service.stop()
for (const pid of await processesIn(pair.primary.folder)) process.kill(Number(pid), 'SIGCONT')
pair.stop()
rmSync(folder, { recursive: true, force: true })
if (problems.length > 0) process.exitCode = 1

/** A machine that loses its power closes nothing; one whose PostgreSQL is killed closes its connections. */
async function lose(): Promise<void> {
  if (!isSilent) return pair.primary.kill()
  for (const pid of await processesIn(pair.primary.folder)) process.kill(Number(pid), 'SIGSTOP')
}
