/**
 * What it costs to bring a blog in: `node bench/archive-import/index.ts [posts:comments:words …]`.
 *
 * For each size (2000:20000:80 2000:20000:800, the second with ten times the text) starts an empty network in a folder of its
 * own, writes an export of an invented blog, and runs the command that brings it in: a rehearsal, in earnest, and once more.
 * Prints seconds and the most memory that the command held. Linux only. Fails when bringing in takes more than 60 s, when
 * anything of the blog is missing afterwards, or when ten times the text takes half as much memory again.
 */
import { statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { watched } from '../watched.ts'
import { type Size, writeExport } from './export.ts'

const sizes = (process.argv.length > 2 ? process.argv.slice(2) : ['2000:20000:80', '2000:20000:800'])
  .map((said) => said.split(':').map(Number))
  .map(([posts = 0, comments = 0, words = 80]): Size => ({ posts, comments, words }))
const limits = { seconds: 60, growth: 1.5 }

type Report = { counts: { kind: string; outcome: string; count: number }[] }

const countOf = ({ counts }: Report, kind: string, outcome: string) =>
  counts.find((one) => one.kind === kind && one.outcome === outcome)?.count ?? 0

const peaks: number[] = []
const wrong: string[] = []
for (const size of sizes) {
  const folder = await mkdtemp(join(tmpdir(), 'twinleaf-arrival-'))
  try {
    const file = join(folder, 'blog.xml')
    await writeExport(file, size)
    // The first command makes the database.
    await watched(folder, 'search', 'rebuild')
    const megabytes = statSync(file).size / 1e6
    console.log(
      `${size.posts} posts, ${size.comments} comments, ${megabytes.toFixed(0)} MB; load ${loadavg()[0]?.toFixed(1)}`,
    )
    for (const [name, more, outcome] of [
      ['a rehearsal', ['--dry-run'], 'imported'],
      ['in earnest', [], 'imported'],
      ['once more', [], 'unchanged'],
    ] as const) {
      const {
        said,
        seconds,
        megabytes: most,
      } = await watched<Report>(folder, 'archive', 'import', file, ...more)
      console.log(`  ${name}: ${seconds.toFixed(1)} s, at most ${most.toFixed(0)} MB`)
      if (countOf(said, 'post', outcome) !== size.posts) wrong.push(`${name}: posts are missing`)
      if (countOf(said, 'comment', outcome) !== size.comments) wrong.push(`${name}: comments are missing`)
      if (seconds > limits.seconds) wrong.push(`${name}: ${seconds.toFixed(0)} s`)
      if (name === 'in earnest') peaks.push(most)
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
