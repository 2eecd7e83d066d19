/**
 * What a copy of the site costs: `node bench/copy.ts [posts:comments] [languages]`, 2000:20000 and all otherwise.
 *
 * Starts an empty network in a folder of its own with posts and comments of invented words, copies its site twice by `twinleaf
 * archive publish`, in these languages (`en,es`), and once more after one post has another title. Prints seconds, memory and files
 * of each run. Linux only. Fails when one takes more than 60 s, or when the second writes anything.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { joinEmbedded } from '../src/db/embedded/index.ts'
import { startEmpty } from './demonstration.ts'
import { growTo } from './publication/grow.ts'
import { watched } from './watched.ts'

const [posts = 2000, comments = 20_000] = (process.argv[2] ?? '').split(':').filter(Boolean).map(Number)
const mostSeconds = 60
const retitle = `update post set title = 'Another title', revision = revision + 1 where slug = 'grown-${Math.floor(posts / 2)}'`
const { folder, command, stop } = await startEmpty('serve', '--no-worker')
const languages = process.argv[3]
if (languages) await command('network', 'set', '--languages', languages)
const joined = await joinEmbedded(join(folder, 'postgres'))
const client = new pg.Client(joined?.url)
const to = mkdtempSync(join(tmpdir(), 'twinleaf-copy-bench-'))
let isMissed = false
try {
  await client.connect()
  await growTo(client, { posts, comments })
  for (const name of ['first run', 'second run', 'one post changed']) {
    if (name === 'one post changed') await client.query(retitle)
    const ran = await watched<Record<string, number>>(folder, 'archive', 'publish', to)
    const { seconds, megabytes } = ran
    const { pages, files, written, bytes } = ran.said
    console.log(
      `${name}: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB of memory; ${pages} pages, ${files} files of ${Math.round((bytes ?? 0) / 1e6)} MB, ${written} written; load ${loadavg()[0]?.toFixed(1)}`,
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
