/**
 * A drill: the machine is lost. `node bench/drill/index.ts` takes an empty folder, without a package in any cache, to a
 * serving network of 1,000 participants and 200 posts with their pictures, restored from an encrypted backup, and prints
 * each step as it ends. Fails when all of them together take more than five minutes, or when anyone, a post or a picture is
 * missing afterwards.
 */
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { lose, networkOf } from './network.ts'

const most = 300
const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'twinleaf-drill-'))
chmodSync(folder, 0o711)
const port = 20_000 + (process.pid % 20_000)
const origin = `http://localhost:${port}`
const identity = await generateX25519Identity()
const keyFile = join(folder, 'key.txt')
writeFileSync(keyFile, `${identity}\n`, { mode: 0o600 })
mkdirSync(join(folder, 'backups'))

const settings = (machine: string) => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  DATA_DIR: join(folder, machine),
  BACKUP_TO: join(folder, 'backups'),
  BACKUP_PUBLIC_KEY: recipient,
  BASE_URL: origin,
  PORT: String(port),
  MAIL_TRANSPORT: 'spool',
  LOG_LEVEL: 'error',
  SECRET: 'the secret that was kept in a safe place',
})
const recipient = await identityToRecipient(identity)

const took: number[] = []
const line = (what: string, seconds: number) => `${what.padEnd(44)} ${seconds.toFixed(1).padStart(6)} s`

async function step<Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> {
  const since = performance.now()
  const result = await work()
  const seconds = (performance.now() - since) / 1000
  took.push(seconds)
  console.log(line(name, seconds))
  return result
}

const run = (at: string, ...words: string[]) =>
  execFileSync(process.execPath, [join(at, 'bin/twinleaf.mjs'), ...words], {
    env: settings('new'),
    encoding: 'utf8',
  })

async function whenReady(): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`${origin}/healthz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the site did not start')
}

try {
  console.log('A network is made, to be lost.')
  const before = await networkOf(settings('old'), root, { participants: 1000, posts: 200 })
  lose(join(folder, 'old'))
  const [name = ''] = readdirSync(join(folder, 'backups')).filter((one) => one.startsWith('twinleaf-'))
  const { size } = statSync(join(folder, 'backups', name))
  console.log(
    `Lost: ${before.participants} participants, ${before.posts} posts. Left: ${name}, ${(size / 1e6).toFixed(1)} MB, and its key.`,
  )

  const program = join(folder, 'program')
  await step('get the program', () => execFileSync('git', ['clone', '-q', root, program]))
  await step('install its packages, none of them cached', () =>
    execFileSync('npm', ['ci', '--silent', '--omit=dev', '--cache', join(folder, 'npm')], {
      cwd: program,
      // The machine may name its registry there.
      env: process.env,
    }),
  )
  const said = await step('look at the backup, and restore it', () =>
    run(program, 'backup', 'restore', name, '--identity', keyFile, '--json'),
  )
  const server = spawn(process.execPath, [join(program, 'bin/twinleaf.mjs'), 'serve'], {
    env: settings('new'),
    stdio: 'ignore',
  })
  try {
    await step('start the site', whenReady)
    await step('read each post and its picture', () => before.look(origin))
    await step('count the participants', () => before.count(settings('new').DATA_DIR))
  } finally {
    server.kill('SIGTERM')
    await new Promise((resolve) => server.once('exit', resolve))
  }
  const all = took.reduce((sum, seconds) => sum + seconds, 0)
  console.log(line(`all of it, ${JSON.parse(said).rows} rows`, all))
  if (all > most) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
