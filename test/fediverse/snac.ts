import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../src/platform/root.ts'
import { toClose } from '../closing.ts'
import { until } from '../outbox/until.ts'
import { freePort } from '../running/free-port.ts'

/** A small server of the fediverse that others have written; unpacked where it is not installed. */
const program = ['/usr/bin/snac', join(root, 'node_modules/.cache/twinleaf/system/usr/bin/snac')].find((at) =>
  existsSync(at),
)
export const hasSnac = program !== undefined

/** An account on a server of its own on this machine. */
export type Snac = Account & {
  /** One more account on the same server. */
  another(name: string): Promise<Account>
  /** What its server has been sent, as it keeps it. */
  kept(): string
}

type Account = {
  address: string
  /** A command of its terminal, which may ask us something before it ends. @returns what it said */
  run(command: string, ...args: string[]): Promise<string>
  /** Presses something on its pages: answers and likes go by these. */
  press(path: string, fields: Record<string, string>): Promise<void>
  /** Whom it follows, and has been told that it does. */
  follows(): string
}

export async function aSnac(name: string): Promise<Snac> {
  const folder = join(mkdtempSync(join(tmpdir(), 'twinleaf-snac-')), 'data')
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const said: Server['said'] = (args, input = '') => outputOf(program ?? 'snac', args, input)
  await said(['init', folder], `127.0.0.1\n${port}\nlocalhost:${port}\n\n\n`)
  change(join(folder, 'server.json'), (text) => text.replace('"protocol": "https"', '"protocol": "http"'))
  const account = await addAccount({ folder, origin, said }, name)
  const running = spawn(program ?? 'snac', ['httpd', folder], { stdio: 'ignore' })
  toClose.add(() => ended(running))
  await until(async () => (await fetch(origin).catch(() => null)) !== null)
  return {
    ...account,
    another: (other) => addAccount({ folder, origin, said }, other),
    kept: () => textsIn(folder, 'object/*/*.json'),
  }
}

type Server = { folder: string; origin: string; said(args: string[], input?: string): Promise<string> }

const outputOf = (program: string, args: string[], input: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = execFile(program, args, (error, output, log) =>
      error ? reject(error) : resolve(output + log),
    )
    // What is not asked for anything may have ended before it is told anything: its end says how it went.
    child.stdin?.on('error', () => {}).end(input)
  })

async function addAccount({ folder, origin, said }: Server, name: string): Promise<Account> {
  const made = await said(['adduser', folder, name], `${name}\n`)
  const password = /password is (\S+)/.exec(made)?.[1] ?? ''
  // Its own making of keys leaves stray bytes behind them, which no other server can read.
  const withoutRest = (text: string) => text.replace(/(-----END \w+ KEY-----\\n)[^"]*"/g, '$1"')
  change(join(folder, 'user', name, 'key.json'), withoutRest)
  const address = `${origin}/${name}`
  const Authorization = `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`
  return {
    address,
    follows: () => textsIn(folder, `user/${name}/following/*.json`),
    run: (command: string, ...args: string[]) => said([command, folder, name, ...args]),
    async press(path: string, fields: Record<string, string>) {
      const body = new FormData()
      for (const [field, value] of Object.entries(fields)) body.set(field, value)
      const init = { method: 'POST', headers: { Authorization }, body, redirect: 'manual' } as const
      const answer = await fetch(`${address}${path}`, init)
      if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}`)
    },
  }
}

const textsIn = (cwd: string, pattern: string) =>
  globSync(pattern, { cwd })
    .map((file) => textOf(join(cwd, file)))
    .join('\n')

/** It may take a file away while we look. */
const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

const change = (file: string, how: (text: string) => string) =>
  writeFileSync(file, how(readFileSync(file, 'utf8')))

async function ended(running: ChildProcess): Promise<void> {
  const exited = new Promise((resolve) => running.once('exit', resolve))
  running.kill('SIGKILL')
  await exited
}
