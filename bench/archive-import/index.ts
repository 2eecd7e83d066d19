/**
 * What it costs to bring a blog in: `node bench/archive-import/index.ts [posts:comments:words …]`.
 *
 * For each size (2000:20000:80 2000:20000:800, the second with ten times the text) starts an empty network in a folder of its
 * own, writes an export of an invented blog, and runs the command that brings it in: a rehearsal, in earnest, and once more.
 * Prints seconds and the most memory that the command held. Linux only. Fails when bringing in takes more than 60 s, when
 * anything of the blog is missing afterwards, or when ten times the text takes half as much memory again.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Size, writeExport } from './export.ts'

const sizes = (process.argv.length > 2 ? process.argv.slice(2) : ['2000:20000:80', '2000:20000:800'])
  .map((said) => said.split(':').map(Number))
  .map(([posts = 0, comments = 0, words = 80]): Size => ({ posts, comments, words }))
const limits = { seconds: 60, growth: 1.5 }

type Ran = { seconds: number; peakMb: number; counts: { kind: string; outcome: string; count: number }[] }

/** The most that a process has held so far, in megabytes; null once it is gone. */
function peakOf(pid: number): number | null {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return null
  }
}

async function run(folder: string, args: string[]): Promise<Ran> {
  const since = performance.now()
  const env = { ...process.env, DATA_DIR: folder, SECRET: 'a secret of a bench, of thirty-two characters' }
  const child = spawn(process.execPath, ['bin/twinleaf.mjs', ...args, '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let peakMb = 0
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, peakOf(child.pid ?? 0) ?? 0)
  }, 50)
  let text = ''
  child.stdout.on('data', (piece: Buffer) => {
    text += piece.toString()
  })
  const [code] = await once(child, 'close')
  clearInterval(watch)
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`)
  return { seconds: (performance.now() - since) / 1000, peakMb, counts: JSON.parse(text).counts ?? [] }
}

const countOf = ({ counts }: Ran, kind: string, outcome: string) =>
  counts.find((one) => one.kind === kind && one.outcome === outcome)?.count ?? 0

const peaks: number[] = []
const wrong: string[] = []
for (const size of sizes) {
  const folder = await mkdtemp(join(tmpdir(), 'twinleaf-arrival-'))
  try {
    const file = join(folder, 'blog.xml')
    await writeExport(file, size)
    // The first command makes the database.
    await run(folder, ['search', 'rebuild'])
    const megabytes = statSync(file).size / 1e6
    console.log(
      `${size.posts} posts, ${size.comments} comments, ${megabytes.toFixed(0)} MB; load ${loadavg()[0]?.toFixed(1)}`,
    )
    for (const [name, more, outcome] of [
      ['a rehearsal', ['--dry-run'], 'imported'],
      ['in earnest', [], 'imported'],
      ['once more', [], 'unchanged'],
    ] as const) {
      const ran = await run(folder, ['archive', 'import', file, ...more])
      console.log(`  ${name}: ${ran.seconds.toFixed(1)} s, at most ${ran.peakMb.toFixed(0)} MB`)
      if (countOf(ran, 'post', outcome) !== size.posts) wrong.push(`${name}: posts are missing`)
      if (countOf(ran, 'comment', outcome) !== size.comments) wrong.push(`${name}: comments are missing`)
      if (ran.seconds > limits.seconds) wrong.push(`${name}: ${ran.seconds.toFixed(0)} s`)
      if (name === 'in earnest') peaks.push(ran.peakMb)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
const [small = 0, large = 0] = peaks
if (large > small * limits.growth)
  wrong.push(`memory grew from ${small.toFixed(0)} to ${large.toFixed(0)} MB`)
for (const one of wrong) console.error(one)
process.exitCode = wrong.length > 0 ? 1 : 0
