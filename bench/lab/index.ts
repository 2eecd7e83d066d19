/**
 * Whether pages stay quick while the matching runs: `node bench/lab/index.ts`.
 *
 * Starts the demonstration network in a folder of its own with web and worker in one process, cleans round 2016A,
 * and asks for pages without a pause, first at rest and then while scenarios run. Prints how late the event loop
 * was, how long pages took, and what the pages of the lab cost. Fails when the 99th percentile of the delay is
 * above 50 ms.
 */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cpuMsOf } from '../processor.ts'

const latestMs = 50
const runs = 4
const root = join(import.meta.dirname, '../..')
const twinleaf = join(root, 'bin/twinleaf.mjs')
const folder = mkdtempSync(join(tmpdir(), 'twinleaf-lab-'))
const port = 20_000 + (process.pid % 20_000)
const origin = `http://localhost:${port}`
const numbersFile = join(folder, 'delay.json')
const env = {
  ...process.env,
  DATA_DIR: folder,
  PORT: String(port),
  BASE_URL: origin,
  MAIL_TRANSPORT: 'page',
  LOG_LEVEL: 'error',
}
const command = (...words: string[]) => execFileSync(process.execPath, [twinleaf, ...words], { env })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

let cookie = ''

async function ask(path: string, form?: Record<string, string>): Promise<{ status: number; text: string }> {
  const response = await fetch(path.startsWith('http') ? path : origin + path, {
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: origin },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  })
  for (const set of response.headers.getSetCookie()) cookie += `${set.split(';')[0]}; `
  return { status: response.status, text: await response.text() }
}

async function signIn(email: string): Promise<void> {
  await ask('/sign-in', { email })
  for (let tries = 0; tries < 100; tries++) {
    const list = await ask(`/dev/mail?to=${encodeURIComponent(email)}`)
    const mail = list.text.match(/href="(\/dev\/mail\/[^"]+)"/)?.[1]
    const link = mail && (await ask(mail)).text.match(/https?:\/\/[^\s"<]+\/sign-in\/link\/[\w-]+/)?.[0]
    if (link) {
      await ask(link, {})
      return
    }
    await pause(200)
  }
  throw new Error('no link to sign in came')
}

type Delay = { p50: number; p99: number; max: number }

/** How late the loop was since the last time this was asked. */
async function delayOf(pid: number): Promise<Delay> {
  rmSync(numbersFile, { force: true })
  process.kill(pid, 'SIGUSR2')
  for (let tries = 0; tries < 100 && !existsSync(numbersFile); tries++) await pause(20)
  await pause(20)
  return JSON.parse(readFileSync(numbersFile, 'utf8'))
}

const matching = '/office/rounds/2016A/matching'
const pages = ['/', '/office/rounds/2016A', matching, `${matching}/reserve`, `${matching}/lab`]

/** Asks for pages one after the other for as long as `goesOn`. @returns how long each took, in ms, ascending */
async function browse(goesOn: () => Promise<boolean>): Promise<number[]> {
  const took: number[] = []
  do {
    for (const path of pages) {
      const since = performance.now()
      const { status } = await ask(path)
      if (status !== 200) throw new Error(`${path} answered ${status}`)
      took.push(performance.now() - since)
    }
  } while (await goesOn())
  return took.sort((a, b) => a - b)
}

const isRunning = async () => !(await ask(`${matching}/progress`)).text.includes('data-done')
const at = (sorted: number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0

function say(what: string, { p50, p99, max }: Delay, took: number[]): void {
  const ms = (value: number) => value.toFixed(1)
  console.log(
    `${what.padEnd(18)} loop late by ${ms(p50)} ms (median), ${ms(p99)} ms (99 %), ${ms(max)} ms (worst);`,
    `${took.length} pages, ${ms(at(took, 0.5))} ms (median), ${ms(at(took, 0.99))} ms (99 %)`,
  )
}

async function costs(pid: number): Promise<void> {
  const times = 20
  for (const path of pages) {
    const before = cpuMsOf(pid)
    for (let sent = 0; sent < times; sent++) await ask(path)
    console.log(`${path.padEnd(40)} ${((cpuMsOf(pid) - before) / times).toFixed(1)} ms CPU`)
  }
}

command('seed')
command('applications', 'clean', '--round', '2016A')
command('cap', 'apply', '--round', '2016A')
command('match', 'run', '--round', '2016A')
const options = `${process.env.NODE_OPTIONS ?? ''} --import ${join(import.meta.dirname, 'loop-delay.mjs')}`
const server = spawn(process.execPath, [twinleaf, 'serve'], {
  env: { ...env, NODE_OPTIONS: options, LOOP_DELAY_FILE: numbersFile },
  stdio: ['ignore', 'pipe', 'inherit'],
})
try {
  const openMailbox = await new Promise<string>((resolve) => {
    let out = ''
    server.stdout.on('data', (said) => {
      out += said
      const [address] = /\S+\/dev\/open\/\S+(?=\n)/.exec(out) ?? []
      if (address) resolve(address)
    })
  })
  await ask(openMailbox)
  const pid = server.pid ?? 0
  await signIn('coordinator@ilnetwork.example')
  for (let warm = 0; warm < 10; warm++) for (const path of pages) await ask(path)

  await costs(pid)
  await delayOf(pid)
  let rounds = 20
  const atRest = await browse(async () => --rounds > 0)
  say('at rest', await delayOf(pid), atRest)

  const took: number[] = []
  for (let run = 0; run < runs; run++) {
    await ask(`${matching}/run`, {})
    took.push(...(await browse(isRunning)))
  }
  const delay = await delayOf(pid)
  say(
    `during ${runs} runs`,
    delay,
    took.sort((a, b) => a - b),
  )
  if (delay.p99 > latestMs) process.exitCode = 1
} finally {
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('exit', resolve))
  rmSync(folder, { recursive: true, force: true })
}
