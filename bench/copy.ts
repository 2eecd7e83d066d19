/**
 * What a copy of the site costs: `node bench/copy.ts [posts:comments]`, 2000:20000 otherwise.
 *
 * Starts an empty network in a folder of its own with posts and comments of invented words, copies its site twice by `twinleaf
 * archive publish`, and prints seconds, memory and files of each run. Linux only. Fails when one takes more than 60 s, or when
 * the second writes anything.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { joinEmbedded } from '../src/db/embedded/index.ts'
import { startEmpty } from './demonstration.ts'
import { growTo } from './publication/grow.ts'

const [posts = 2000, comments = 20_000] = (process.argv[2] ?? '').split(':').filter(Boolean).map(Number)
const mostSeconds = 60
const root = join(import.meta.dirname, '..')
const { folder, stop } = await startEmpty('serve', '--no-worker')
const joined = await joinEmbedded(join(folder, 'postgres'))
const client = new pg.Client(joined?.url)
const to = mkdtempSync(join(tmpdir(), 'twinleaf-copy-bench-'))
let isMissed = false
try {
  await client.connect()
  await growTo(client, { posts, comments })
  for (const name of ['first run', 'second run']) {
    const since = performance.now()
    const { out, megabytes } = await published()
    const seconds = (performance.now() - since) / 1000
    const { pages, files, written, bytes } = JSON.parse(out) as Record<string, number>
    console.log(
      `${name}: ${seconds.toFixed(1)} s, ${megabytes} MB of memory; ${pages} pages, ${files} files of ${Math.round((bytes ?? 0) / 1e6)} MB, ${written} written; load ${loadavg()[0]?.toFixed(1)}`,
    )
    isMissed ||= seconds > mostSeconds || (name === 'second run' && written !== 0)
  }
} finally {
  await client.end()
  await joined?.stop()
  await stop()
  rmSync(to, { recursive: true })
}
if (isMissed) {
  console.error(`Missed: at most ${mostSeconds} s for a run, and nothing written by the second.`)
  process.exitCode = 1
}

/** Runs the command and watches how much memory its process holds at most. */
async function published(): Promise<{ out: string; megabytes: number }> {
  const child = spawn(
    join(root, 'node_modules/.bin/node'),
    [join(root, 'bin/twinleaf.mjs'), 'archive', 'publish', to, '--json'],
    {
      env: {
        ...process.env,
        DATA_DIR: folder,
        BASE_URL: 'http://localhost:3000',
        MAIL_TRANSPORT: 'spool',
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let out = ''
  child.stdout.on('data', (piece: Buffer) => {
    out += piece.toString()
  })
  let most = 0
  const watch = setInterval(() => {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(statusOf(child.pid)) ?? []
    most = Math.max(most, Number(kilobytes))
  }, 200)
  const code = await new Promise((resolve) => child.once('close', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`archive publish ended with ${String(code)}`)
  return { out, megabytes: Math.round(most / 1024) }
}

function statusOf(pid: number | undefined): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    // It has ended.
    return ''
  }
}
