/**
 * The night of a deadline: `node bench/deadline-night/index.ts [seconds] [applications a second] [--own-worker | --apart] [--calm]`.
 *
 * For so many seconds (120), so many people a second (20) begin to apply: each reads the call, fills in every page while a
 * script saves what is typed, checks, and sends, from an address of their own. Half way the web process and the worker are
 * killed, and started again as systemd would; who gets no answer tries again (`--calm`: nobody is killed). Web, worker and the embedded database are one
 * service; with `--own-worker`, the worker is a process beside it; with `--apart`, two web processes stand behind nginx on a PostgreSQL of Debian's. Afterwards the
 * database and the emails are compared with all that was acknowledged. Linux only. Fails when anything is lost or doubled,
 * or when more than one request in a hundred takes longer than 800 ms.
 */
import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { answersOf, apply } from './applicant.ts'
import { noTimes, type Times } from './browser.ts'
import { compared, type Entry } from './ledger.ts'
import { apart, type Network, oneService } from './network.ts'
import { meters } from './processes.ts'
import { sayCosts, sayTimes } from './report.ts'

const numbers = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number)
const [seconds = 120, perSecond = 20] = numbers
const latestMs = 800

/** They come as people do: many at once, then none for a moment. */
async function comeAndApply(network: Network, times: Times): Promise<Entry[]> {
  const entries: Entry[] = []
  const applying: Promise<void>[] = []
  const since = performance.now()
  for (let at = 0; at < seconds * 1000; at += (-Math.log(1 - Math.random()) * 1000) / perSecond) {
    await pause(Math.max(0, since + at - performance.now()))
    const number = entries.length
    const entry: Entry = {
      number,
      answers: answersOf(number),
      acknowledged: {},
      writes: 0,
      sentAt: null,
      problems: [],
    }
    entries.push(entry)
    applying.push(apply({ ...network, times }, entry))
  }
  await Promise.all(applying)
  return entries
}

/** @returns how long each service was away, in words */
async function killHalfWay({ mortal }: Network): Promise<string[]> {
  if (process.argv.includes('--calm')) return []
  await pause((seconds * 1000) / 2)
  return Promise.all(
    mortal.map(async ({ name, crash }) => {
      const since = performance.now()
      await crash()
      return `${name} was killed, and back after ${((performance.now() - since) / 1000).toFixed(1)} s`
    }),
  )
}

async function untilAllLeft(network: Network, expected: number): Promise<void> {
  const client = new pg.Client(await network.databaseUrl())
  await client.connect()
  for (let tries = 0; tries < 240; tries += 1) {
    const { rows } = await client.query("select count(*)::int as left from outbox where state = 'sent'")
    if (rows[0].left >= expected) break
    await pause(250)
  }
  await client.end()
}

const network = await (process.argv.includes('--apart')
  ? apart()
  : oneService(process.argv.includes('--own-worker')))
try {
  const times = noTimes()
  const load = loadavg()[0] ?? 0
  const meter = meters(
    [...network.services, { name: 'these applicants', pid: () => process.pid }],
    network.databaseFolder,
  )
  const since = performance.now()
  const [entries, killed] = await Promise.all([comeAndApply(network, times), killHalfWay(network)])
  const wallMs = performance.now() - since
  await untilAllLeft(network, entries.length)
  const allMs = performance.now() - since
  const taken = meter.stop()
  const problems = await compared(await network.databaseUrl(), network.spool, entries)

  const writes = entries.reduce((sum, { writes }) => sum + writes, 0)
  console.log(
    `${entries.length} applications in ${(wallMs / 1000).toFixed(0)} s, at a load of ${load.toFixed(1)} before`,
  )
  for (const sentence of killed) console.log(sentence)
  const p99 = sayTimes(times, wallMs)
  sayCosts(taken, wallMs, entries.length)
  console.log(`the last email left ${((allMs - wallMs) / 1000).toFixed(1)} s after the last application`)
  console.log(
    `${writes} saves and ${entries.length} applications were acknowledged; ${problems.length} are lost, doubled or otherwise`,
  )
  for (const problem of problems.slice(0, 20)) console.log(`  ${problem}`)
  if (problems.length > 0 || p99 > latestMs) process.exitCode = 1
} finally {
  await network.stop()
}
