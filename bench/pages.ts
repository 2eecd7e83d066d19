/**
 * What a page of the publication costs: `node bench/pages.ts [requests]`.
 *
 * Starts the demonstration network in a folder of its own and asks for each page over HTTP. Prints the CPU time of
 * the web process per answer (from /proc, so Linux only; PostgreSQL is another process), the time until the answer
 * is whole, and what a first visit weighs on the wire, pictures left out. Fails when a post costs more than 1 ms or
 * weighs more than 50 kB.
 */
import { startDemonstration } from './demonstration.ts'
import { cpuMsOf } from './processor.ts'

const requests = Number(process.argv[2] ?? 2000)
const limits = { cpuMs: 1, bytes: 50_000 }
const { ask, pid, stop } = await startDemonstration('serve', '--no-worker')

type Cost = { page: string; cpuMs: number; wallMs: number; kilobytes: number }

async function costOf(name: string, path: string, headers: Record<string, string> = {}): Promise<Cost> {
  for (let warm = 0; warm < requests / 2; warm += 1) await ask(path, { headers })
  const [cpu, wall] = [cpuMsOf(pid), performance.now()]
  let bytes = 0
  for (let sent = 0; sent < requests; sent += 1) bytes = (await ask(path, { headers })).bytes
  return {
    page: name,
    cpuMs: (cpuMsOf(pid) - cpu) / requests,
    wallMs: (performance.now() - wall) / requests,
    kilobytes: bytes / 1000,
  }
}

/** Bytes over the wire for someone who comes for the first time: the page, its styles and its scripts. */
async function firstVisit(path: string): Promise<number> {
  const page = await ask(path, { headers: { 'Accept-Encoding': 'identity' } })
  const html = page.body.toString()
  const files = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, file]) => file ?? '')
  const answers = await Promise.all([path, ...files].map((file) => ask(file)))
  return answers.reduce((sum, { bytes }) => sum + bytes, 0)
}

try {
  const post = '/posts/copyright-2015b'
  const tag = (await ask(post)).headers.etag ?? ''
  const costs = [
    await costOf('a post', post),
    await costOf('a post, unchanged since', post, { 'If-None-Match': tag }),
    await costOf('a post, made for one reader', post, { Cookie: 'twinleaf_pref=en.light' }),
    await costOf('the front page', '/'),
    await costOf('the RSS feed', '/feed.rss'),
    await costOf('nothing but health', '/healthz'),
  ]
  const bytes = await firstVisit(post)
  for (const { page, cpuMs, wallMs, kilobytes } of costs) {
    const numbers = `${cpuMs.toFixed(2)} ms CPU, ${wallMs.toFixed(2)} ms in all, ${kilobytes.toFixed(1)} kB`
    console.log(`${page.padEnd(28)} ${numbers}`)
  }
  console.log(
    `${'first visit to a post'.padEnd(28)} ${(bytes / 1000).toFixed(1)} kB on the wire, pictures aside`,
  )
  if ((costs[0]?.cpuMs ?? 0) > limits.cpuMs || bytes > limits.bytes) process.exitCode = 1
} finally {
  await stop()
}
