/**
 * What a page of the publication costs: `node bench/pages.ts [requests]`.
 *
 * Starts the demonstration network in a folder of its own and asks for each page over HTTP. Prints the CPU time of
 * the web process per answer (from /proc, so Linux only; PostgreSQL is another process), the time until the answer
 * is whole, and what a first visit weighs on the wire, pictures left out. Fails when a post costs more than 1 ms or
 * weighs more than 50 kB.
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, get, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const requests = Number(process.argv[2] ?? 2000)
const limits = { cpuMs: 1, bytes: 50_000 }
const root = join(import.meta.dirname, '..')
const node = join(root, 'node_modules/.bin/node')
const folder = mkdtempSync(join(tmpdir(), 'twinleaf-pages-'))
const port = 20_000 + (process.pid % 20_000)
const origin = `http://localhost:${port}`
const env = {
  ...process.env,
  DATA_DIR: folder,
  PORT: String(port),
  BASE_URL: origin,
  MAIL_TRANSPORT: 'spool',
  LOG_LEVEL: 'error',
}
const twinleaf = join(root, 'bin/twinleaf.mjs')
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

type Answer = { status: number; headers: IncomingHttpHeaders; bytes: number; body: Buffer }

function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  get(`${origin}${path}`, { agent, headers: { 'Accept-Encoding': 'gzip, br', ...headers } }, (response) => {
    const parts: Buffer[] = []
    response.on('data', (part: Buffer) => parts.push(part))
    response.on('error', reject)
    response.on('end', () => {
      const body = Buffer.concat(parts)
      resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: body.length, body })
    })
  }).on('error', reject)
  return promise
}

/** CPU milliseconds a process has used: its clock ticks are hundredths of a second. */
function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const whenUp = async () => {
  for (let tries = 0; tries < 300; tries += 1) {
    const isUp = await ask('/healthz').then(
      ({ status }) => status === 200,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the site did not start')
}

type Cost = { page: string; cpuMs: number; wallMs: number; kilobytes: number }

async function costOf(
  pid: number,
  name: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Cost> {
  for (let warm = 0; warm < requests / 2; warm += 1) await ask(path, headers)
  const [cpu, wall] = [cpuMsOf(pid), performance.now()]
  let bytes = 0
  for (let sent = 0; sent < requests; sent += 1) bytes = (await ask(path, headers)).bytes
  return {
    page: name,
    cpuMs: (cpuMsOf(pid) - cpu) / requests,
    wallMs: (performance.now() - wall) / requests,
    kilobytes: bytes / 1000,
  }
}

/** Bytes over the wire for someone who comes for the first time: the page, its styles and its scripts. */
async function firstVisit(path: string): Promise<number> {
  const page = await ask(path, { 'Accept-Encoding': 'identity' })
  const html = page.body.toString()
  const files = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, file]) => file ?? '')
  const answers = await Promise.all([path, ...files].map((file) => ask(file)))
  return answers.reduce((sum, { bytes }) => sum + bytes, 0)
}

execFileSync(node, [twinleaf, 'seed'], { env, stdio: 'ignore' })
const server = spawn(node, [twinleaf, 'serve', '--no-worker'], { env, stdio: 'ignore' })
const pid = server.pid ?? 0
try {
  await whenUp()
  const post = '/posts/copyright-2015b'
  const tag = (await ask(post)).headers.etag ?? ''
  const costs = [
    await costOf(pid, 'a post', post),
    await costOf(pid, 'a post, unchanged since', post, { 'If-None-Match': tag }),
    await costOf(pid, 'a post, made for one reader', post, { Cookie: 'twinleaf_pref=en.light' }),
    await costOf(pid, 'the front page', '/'),
    await costOf(pid, 'the RSS feed', '/feed.rss'),
    await costOf(pid, 'nothing but health', '/healthz'),
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
  agent.destroy()
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('exit', resolve))
  rmSync(folder, { recursive: true, force: true })
}
