/**
 * What one of each costs: `node bench/at-large/unit-costs.ts [people] [requests]`.
 *
 * Starts the demonstration network in a folder of its own, takes a round of so many people (2,000) from the file to
 * the introductions, and prints the processor time of the site and of the database for a page of each kind and an email,
 * and the bytes on disk for a person and a post. Processor times come from /proc, so Linux only; much other work on the
 * machine adds to them. `docs/running/at-large.md` reckons with what this printed.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { joinEmbedded } from '../../src/db/embedded/index.ts'
import { type Asking, startDemonstration } from '../demonstration.ts'
import { writeBigFile } from '../main-job/big-file.ts'
import { databaseSeconds } from '../main-job/database-cost.ts'
import { cpuMsOf } from '../processor.ts'

const people = Number(process.argv[2] ?? 2000)
const requests = Number(process.argv[3] ?? 300)
const inRound = ['--round', '2016Q']
const inDays = (days: number) => Temporal.Now.plainDateISO().add({ days }).toString()
const dates = ['--apply-from', '2016-01-11T00:00', '--apply-until', '2016-02-16T00:00']
const days = ['--starts', inDays(10), '--ends', inDays(120)]

const { ask, command, folder, pid, signIn, stop } = await startDemonstration('serve')
const files = mkdtempSync(join(tmpdir(), 'twinleaf-unit-costs-'))
const spent = () => ({ site: cpuMsOf(pid), database: databaseSeconds(join(folder, 'postgres')) * 1000 })

async function whenIdle(): Promise<void> {
  let before: number
  do {
    before = cpuMsOf(pid)
    await pause(2000)
  } while (cpuMsOf(pid) - before > 50)
}

/** Prints what each of so many cost since. */
function say(name: string, since: ReturnType<typeof spent>, count: number): void {
  const now = spent()
  const each = (part: 'site' | 'database') => `${((now[part] - since[part]) / count).toFixed(2)} ms`
  console.log(`${name.padEnd(40)} ${each('site').padStart(9)} ${each('database').padStart(9)}`)
}

async function costOf(name: string, path: string, asking: Asking = {}): Promise<void> {
  for (let warm = 0; warm < requests / 3; warm += 1) await ask(path, asking)
  await whenIdle()
  const since = spent()
  for (let sent = 0; sent < requests; sent += 1) {
    const { status } = await ask(path, asking)
    if (status >= 400) throw new Error(`${path} answered ${status}`)
  }
  say(name, since, requests)
}

/** The database of the demonstration, for one question. */
async function asked<Row extends pg.QueryResultRow>(question: string): Promise<Row[]> {
  // It runs for as long as the service does.
  const joined = await joinEmbedded(join(folder, 'postgres'))
  await joined?.stop()
  const client = new pg.Client(joined?.url)
  await client.connect()
  const { rows } = await client.query<Row>(question)
  await client.end()
  return rows
}

const bytesNow = async () => {
  await asked('vacuum')
  const [row] = await asked<{ bytes: string }>('select pg_database_size(current_database()) as bytes')
  return Number(row?.bytes)
}

const emailsSent = async () => {
  const [row] = await asked<{ sent: number }>(`select count(*)::int as sent from outbox where state = 'sent'`)
  return row?.sent ?? 0
}

/** Introduces a round of so many, and waits until every email has left. */
async function introduce(): Promise<void> {
  const before = { bytes: await bytesNow(), sent: await emailsSent() }
  const file = join(files, 'applications.csv')
  await writeBigFile(file, people)
  await command('round', 'create', '--code', '2016Q', ...dates, ...days, '--announce')
  await command('applications', 'import', file, ...inRound)
  await command('applications', 'clean', ...inRound)
  await command('cap', 'apply', ...inRound)
  await command('match', 'run', ...inRound)
  await whenIdle()
  const [since, sent] = [spent(), await emailsSent()]
  await command('match', 'release', ...inRound, '--confirm')
  await whenIdle()
  say('an email, with its introduction', since, (await emailsSent()) - sent)
  const [row] = await asked<{ people: number }>(
    `select count(*)::int as people from participant join round on round.id = round_id where code = '2016Q'`,
  )
  const grown = (await bytesNow()) - before.bytes
  const emails = (await emailsSent()) - before.sent
  console.log(`${row?.people} people took part and were sent ${emails} emails`)
  console.log(`${(grown / 1000 / (row?.people ?? 1)).toFixed(1)} kB on disk for each of them, all told`)
}

try {
  console.log(`${''.padEnd(40)} ${'site'.padStart(9)} ${'database'.padStart(9)}`)
  const member = { headers: { Cookie: await signIn('member@ilnetwork.example') } }
  const coordinator = { headers: { Cookie: await signIn('coordinator@ilnetwork.example') } }
  await costOf('a public page, kept', '/posts/copyright-2015b')
  await costOf('a page of one member', '/me', member)
  await costOf('a page of the office', '/office/rounds/2016A', coordinator)
  await introduce()
  const [post] = await asked<{ bytes: number }>('select avg(pg_column_size(post.*))::int as bytes from post')
  console.log(`${((post?.bytes ?? 0) / 1000).toFixed(1)} kB for the text of a post`)
} finally {
  await stop()
  rmSync(files, { recursive: true, force: true })
}
