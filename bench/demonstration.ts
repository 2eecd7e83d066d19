/** A network of its own, with the demonstration in it or empty, for a benchmark: its folder, its processes, and requests to it. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '..')
const node = join(root, 'node_modules/.bin/node')
const twinleaf = join(root, 'bin/twinleaf.mjs')

export type Answer = { status: number; headers: IncomingHttpHeaders; bytes: number; body: Buffer }

/** What is sent: a GET unless it has a body, which goes as a form of one of our own pages. */
export type Asking = { headers?: Record<string, string>; form?: Record<string, string> }

export type Demonstration = {
  /** Of the process that serves. */
  pid: number
  /** Its `DATA_DIR`. */
  folder: string
  origin: string
  ask(path: string, asking?: Asking): Promise<Answer>
  /** Words of `twinleaf`, said beside it. @returns what was printed */
  command(...words: string[]): Promise<string>
  /** Another process of `twinleaf` over the same network, to be killed by whoever started it. */
  start(...words: string[]): ChildProcess
  /** @returns the cookie of someone who has signed in by the link in their email */
  signIn(email: string): Promise<string>
  stop(): Promise<void>
}

/** @param words of `twinleaf`, such as `serve` */
export const startDemonstration = (...words: string[]): Promise<Demonstration> => started(words, ['seed'])

/** The same, with nobody and nothing in it. */
export const startEmpty = (...words: string[]): Promise<Demonstration> => started(words, null)

async function started(words: string[], filling: string[] | null): Promise<Demonstration> {
  const folder = mkdtempSync(join(tmpdir(), 'twinleaf-bench-'))
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
  // Only with a limit of its own does an agent heed for how long the site says it keeps an idle connection.
  const agent = new Agent({ keepAlive: true, maxSockets: 16, timeout: 600_000 })
  const ask = askerOf(origin, agent)
  const command = async (...said: string[]) =>
    (await promisify(execFile)(node, [twinleaf, ...said], { env, maxBuffer: 2 ** 26 })).stdout
  if (filling) await command(...filling)
  const start = (...said: string[]) =>
    spawn(node, [twinleaf, ...said], { env, stdio: 'ignore', detached: true })
  const server = spawn(node, [twinleaf, ...words], { env, stdio: 'ignore' })
  const stop = async () => {
    agent.destroy()
    server.kill('SIGTERM')
    if (server.exitCode === null) await new Promise((resolve) => server.once('exit', resolve))
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await whenUp(ask)
  } catch (error) {
    await stop()
    throw error
  }
  const signIn = async (email: string) => {
    const known = new Set(letters(folder))
    await ask('/sign-in', { form: { email } })
    const path = await linkIn(folder, known)
    const { headers } = await ask(path, { form: {} })
    return (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ')
  }
  return { pid: server.pid ?? 0, folder, origin, ask, command, start, signIn, stop }
}

function askerOf(origin: string, agent: Agent): Demonstration['ask'] {
  return (path, { headers, form } = {}) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const body = form && new URLSearchParams(form).toString()
    const ours = body !== undefined && {
      Origin: origin,
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': String(Buffer.byteLength(body)),
    }
    const options = {
      agent,
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'Accept-Encoding': 'gzip, br', ...ours, ...headers },
    }
    const asked = request(`${origin}${path}`, options, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const whole = Buffer.concat(parts)
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: whole.length,
          body: whole,
        })
      })
    })
    asked.on('error', reject)
    asked.end(body)
    return promise
  }
}

async function whenUp(ask: Demonstration['ask']): Promise<void> {
  for (let tries = 0; tries < 1_800; tries += 1) {
    const answer = await ask('/healthz').catch(() => null)
    if (answer?.status === 200) return
    await pause(100)
  }
  throw new Error('the site did not start')
}

const letters = (folder: string) => {
  try {
    return readdirSync(join(folder, 'spool')).filter((name) => name.endsWith('.eml'))
  } catch {
    return []
  }
}

async function linkIn(folder: string, known: ReadonlySet<string>): Promise<string> {
  for (let tries = 0; tries < 300; tries += 1) {
    for (const name of letters(folder).filter((one) => !known.has(one))) {
      const text = readFileSync(join(folder, 'spool', name), 'utf8').replaceAll('=\r\n', '')
      const [, path] = /(\/sign-in\/link\/[\w-]+)/.exec(text) ?? []
      if (path) return path
    }
    await pause(100)
  }
  throw new Error('no link came')
}
