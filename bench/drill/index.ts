/**
 * A drill: the machine is lost. `node bench/drill/index.ts` takes an empty folder to a serving network of 1,000 participants
 * and 200 posts with their pictures, restored from an encrypted backup, and prints how long each step took. Fails when
 * all of them together take more than five minutes, or when something is missing afterwards.
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

const took: [step: string, seconds: number][] = []

async function step<Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> {
  const since = performance.now()
  const result = await work()
  took.push([name, (performance.now() - since) / 1000])
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
  const before = await networkOf(settings('old'), root, { participants: 1000, posts: 200 })
  lose(join(folder, 'old'))
  const [name = ''] = readdirSync(join(folder, 'backups')).filter((one) => one.startsWith('twinleaf-'))
  const { size } = statSync(join(folder, 'backups', name))
  console.log(
    `lost: ${before.participants} participants, ${before.posts} posts; left: ${name}, ${(size / 1e6).toFixed(1)} MB`,
  )

  const program = join(folder, 'program')
  await step('get the program', () => execFileSync('git', ['clone', '-q', root, program]))
  await step('npm ci', () =>
    execFileSync('npm', ['ci', '--silent', '--omit=dev'], { cwd: program, env: settings('new') }),
  )
  const said = await step('restore', () =>
    run(program, 'backup', 'restore', name, '--identity', keyFile, '--json'),
  )
  const server = spawn(process.execPath, [join(program, 'bin/twinleaf.mjs'), 'serve'], {
    env: settings('new'),
    stdio: 'ignore',
  })
  try {
    await step('serve', whenReady)
    await step('read a post and its picture', () => before.look(origin))
  } finally {
    server.kill('SIGTERM')
    await new Promise((resolve) => server.once('exit', resolve))
  }
  const all = took.reduce((sum, [, seconds]) => sum + seconds, 0)
  for (const [what, seconds] of took) console.log(`${what.padEnd(28)} ${seconds.toFixed(1)} s`)
  console.log(`${'all of it'.padEnd(28)} ${all.toFixed(1)} s, ${JSON.parse(said).rows} rows`)
  if (all > most) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
