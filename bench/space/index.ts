/**
 * The disk fills up: `node bench/space/index.ts`, as root on Linux. On a volume of 120 MB a site serves, people write, and a
 * neighbour fills the disk to the last byte. Prints what was seen at each step, and fails when anything that was
 * acknowledged is lost, a page cannot be read, PostgreSQL panics, the site does not start on the full disk, or writing does
 * not go on within thirty seconds of there being room.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { importUntilRefused } from './grow.ts'
import { type Site, startSite } from './site.ts'
import { lost, people, type Writer } from './writers.ts'

const folder = mkdtempSync(join(tmpdir(), 'twinleaf-space-'))
const volume = join(folder, 'volume')
execFileSync('mkdir', [volume])
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m,mode=711', 'tmpfs', volume])
const port = 20_000 + (process.pid % 20_000)
const env = {
  PATH: process.env.PATH ?? '',
  DATA_DIR: join(volume, 'data'),
  BASE_URL: `http://localhost:${port}`,
  PORT: String(port),
  MAIL_TRANSPORT: 'spool',
  LOG_LEVEL: 'debug',
  SECRET: 'a secret for a rehearsal, thirty-two characters or more',
}
const neighbour = join(volume, 'neighbour')
const freeMegabytes = () => {
  const { bavail, bsize } = statfsSync(volume)
  return Math.round((bavail * bsize) / 1024 / 1024)
}

/** A connection for each request: those that idle are ended by the site. */
const get = (path: string) => fetch(env.BASE_URL + path, { headers: { Connection: 'close' } })

const problems: string[] = []
const say = (what: string) => console.log(`${what.padEnd(70)} ${String(freeMegabytes()).padStart(4)} MB free`)
function must(holds: boolean, what: string) {
  if (!holds) problems.push(what)
  say(`${holds ? 'ok    ' : 'FAILED'} ${what}`)
}

const seen = new Map<number, number>()

async function writeOnce(writer: Writer, number: number): Promise<number> {
  const name = `Writer ${number}`
  const body = new URLSearchParams({ name, givenName: 'Writer', locale: 'en', zone: 'UTC' })
  const answer = await fetch(`${env.BASE_URL}/me/settings`, {
    method: 'POST',
    body,
    headers: writer.headers,
    redirect: 'manual',
  }).catch(() => null)
  const status = answer?.status ?? 0
  seen.set(status, (seen.get(status) ?? 0) + 1)
  if (status === 303) writer.acknowledged = name
  return status
}

async function reads(): Promise<boolean> {
  const answers = await Promise.all(
    ['/', '/rounds', '/about'].map((path) =>
      fetch(env.BASE_URL + path, { headers: { Connection: 'close' } }),
    ),
  )
  return answers.every(({ status }) => status === 200)
}

/** Takes all that is left, a piece at a time. */
async function fillUp(): Promise<void> {
  for (let size = 1024 * 1024; size >= 4096; ) {
    await appendFile(neighbour, Buffer.alloc(size)).catch(() => {
      size /= 2
    })
    await pause(30)
  }
}

let site: Site = await startSite(env)
try {
  say('a site serves on a volume of 120 MB')
  const writers = await people(env, 8)
  let isOver = false
  let number = 0
  const writing = writers.map(async (writer) => {
    while (!isOver) {
      number += 1
      if ((await writeOnce(writer, number)) !== 303) await pause(100)
    }
  })
  await pause(3_000)
  await fillUp()
  say('a neighbour has filled the volume')
  await pause(20_000)
  must(await reads(), 'pages are read on the full volume')
  must(!((await (await get('/readyz')).json()) as { ok: boolean }).ok, '/readyz says no')
  must(
    [...seen.keys()].every((status) => status === 303 || status === 503),
    `answers: ${sayCounts(seen)}`,
  )

  await site.kill()
  say('the site was killed')
  site = await startSite(env, site.said)
  must(await reads(), 'it starts on the full volume, and pages are read')
  rmSync(neighbour)
  const since = performance.now()
  seen.clear()
  while (!seen.get(303) && performance.now() - since < 60_000) await pause(100)
  const seconds = (performance.now() - since) / 1000
  must(seconds < 30, `writing goes on ${seconds.toFixed(1)} s after there was room`)
  isOver = true
  await Promise.all(writing)
  const gone = await lost(env, writers)
  must(gone.length === 0, `nothing acknowledged is lost (${number} writes by ${writers.length} people)`)
  const said = await importUntilRefused(env, folder)
  must(/Make room/.test(said), `imports are refused: ${said.slice(0, 40)}`)
  must(await reads(), 'pages are read')
  must(!/PANIC/.test(site.said.join('\n')), 'PostgreSQL has not panicked')
} catch (error) {
  console.log(site.said.slice(-20).join('\n'))
  throw error
} finally {
  await site.stop()
  execFileSync('umount', ['-l', volume])
  rmSync(folder, { recursive: true, force: true })
}
if (problems.length > 0) process.exitCode = 1

function sayCounts(counts: ReadonlyMap<number, number>): string {
  return [...counts].map(([status, count]) => `${count} of ${status}`).join(', ')
}
