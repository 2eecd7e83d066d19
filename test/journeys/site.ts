import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { connect, type Db } from '../../src/db/index.ts'
import { root } from '../../src/platform/root.ts'
import { toClose } from '../closing.ts'
import { cloneTemplate } from '../databases.ts'
import { brisk } from '../main-job/terminal.ts'
import { freePort } from '../running/free-port.ts'

export type Site = {
  url: string
  db: Db
  dataDir: string
  /** Whoever opens it first directs the network; null where somebody does. */
  beginAddress: string | null
  /** Lets the browser of a page read the emails. */
  letIn(page: Page): Promise<void>
  /** Runs a command of the terminal on this site's database. @returns what it printed, parsed from --json. */
  command(...words: string[]): Promise<unknown>
  stop(): Promise<void>
}

/**
 * The real thing: `twinleaf serve` in a process of its own on a fresh database, its mail readable at /dev/mail.
 *
 * @param now what the site's clock shows at the start; `demo` for the demonstration network with its own clock
 */
export async function startSite(name: string, now: string): Promise<Site> {
  const databaseUrl = await cloneTemplate(inject('serverUrl'), name)
  const db = connect(databaseUrl, { connections: 2 })
  if (now !== 'demo') await setClock(db, now)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const dataDir = mkdtempSync(join(tmpdir(), 'twinleaf-site-'))
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    BASE_URL: url,
    PORT: String(port),
    DATA_DIR: dataDir,
    MAIL_TRANSPORT: 'page',
    LOG_LEVEL: 'error',
  }
  if (now === 'demo') await runCommand(env, ['seed', '--few'])
  const server = spawn(process.execPath, [join(root, 'bin/twinleaf.mjs'), 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  toClose.add(async () => void server.kill('SIGKILL'))
  const said = await saidBy(server)
  const [devAddress = ''] = /\S+\/dev\/open\/\S+(?=\n)/.exec(said) ?? []
  const cookies = await passFrom(devAddress)
  return {
    url,
    db,
    dataDir,
    beginAddress: /\S+\/begin\/\S+(?=\n)/.exec(said)?.[0] ?? null,
    letIn: (page) => page.context().addCookies(cookies.map((cookie) => ({ ...cookie, url: `${url}/dev/` }))),
    command: (...words) => runCommand(env, words),
    async stop() {
      server.kill('SIGTERM')
      await new Promise((resolve) => server.once('exit', resolve))
      await db.destroy()
    },
  }
}

async function setClock(db: Db, now: string): Promise<void> {
  const offsetMs = Math.round(Date.parse(now) - Date.now())
  await db
    .insertInto('setting')
    .values({ key: 'clock', value: JSON.stringify(offsetMs), changedAt: new Date(now) })
    .execute()
}

/** One command in a process of its own. @throws when it does not end with 0. */
function runCommand(env: NodeJS.ProcessEnv, words: string[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [brisk, join(root, 'bin/twinleaf.mjs'), ...words, '--json'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk) => (out += chunk))
    child.stderr.on('data', (chunk) => (err += chunk))
    child.once('exit', (code) =>
      code === 0
        ? resolve(out ? JSON.parse(out) : null)
        : reject(new Error(`${words.join(' ')} ended with ${code}: ${err}`)),
    )
  })
}

/** What the site prints once it can be asked; the address that lets a browser read the emails is in it. */
function saidBy(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = ''
    child.stdout?.on('data', (chunk) => {
      out += chunk
      // It says all in one go.
      if (/\/dev\/open\/\S+\n/.test(out)) resolve(out)
    })
    child.once('exit', (code) => reject(new Error(`the site ended with ${code} before it was ready`)))
  })
}

/** Opens the address, which works once, for all browsers of a journey. */
async function passFrom(address: string): Promise<{ name: string; value: string }[]> {
  const answer = await fetch(address, { redirect: 'manual' })
  return answer.headers.getSetCookie().map((cookie) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    return { name, value }
  })
}
