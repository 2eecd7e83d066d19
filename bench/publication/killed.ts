/**
 * Whether anything is missing after the worker was killed again and again while the blog was busy: `node bench/publication/killed.ts`.
 *
 * Starts an empty network, and a worker that is killed with all it started every few seconds, while 200 posts come out by their time
 * and 200 comments appear. Then lets one worker live for as long as the index of the search needs, and looks for each post in the
 * search, the lists, the feed and the sitemap, and for each comment under its post and in the feed. Prints how many were missing, and how often the worker
 * died. Linux only; takes three minutes. Fails when anything is missing, or when pages kept before still show what was.
 */
import type { ChildProcess } from 'node:child_process'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { joinEmbedded } from '../../src/db/embedded/index.ts'
import { startEmpty } from '../demonstration.ts'

const [count, seconds] = [200, 60]
const { ask, folder, start, stop } = await startEmpty('serve', '--no-worker')
const joined = await joinEmbedded(join(folder, 'postgres'))
await joined?.stop()
const client = new pg.Client(joined?.url)
await client.connect()

const read = async (path: string) => {
  const answer = await ask(path, { headers: { 'Accept-Encoding': 'identity' } })
  return answer.status === 200 ? answer.body.toString() : ''
}
const word = (n: number) => `uniqueword${String.fromCharCode(97 + (n % 26), 97 + (Math.floor(n / 26) % 26))}x`

/** Each at its time, over a minute. */
const plan = () =>
  client.query(
    `insert into post (slug, title, summary, body, byline, publish_at, created_at, updated_at)
     select 'due-' || n, 'Post ' || n || ' ' || word, 'About it.', 'A text about ' || word || '.', 'The network',
       now() + n * $2::float * interval '1 second', now(), now()
       from unnest($1::text[]) with ordinality as one (word, n)`,
    [Array.from({ length: count }, (_, n) => word(n)), seconds / count],
  )

const comment = (n: number) =>
  client.query(
    `insert into comment (post_id, name, locale, text, sent_at, state, state_at, score, reasons, once_hash, text_hash)
     select id, 'Reader', 'en', 'Comment ' || $1 || ' of a reader.', now(), 'shown', now(), 0, '[]', sha256($1::text::bytea), sha256($1::text::bytea)
       from post where slug = 'due-' || ($1::int / 10 + 1)`,
    [n],
  )

/** With all it started. */
function kill({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL')
}

/** A worker that is killed every few seconds, at another moment of its work each time. */
async function killAgainAndAgain(until: Promise<unknown>): Promise<number> {
  let isOver = false
  void until.then(() => (isOver = true))
  let deaths = 0
  for (; !isOver; deaths += 1) {
    const worker = start('worker')
    await pause(4_000 + ((deaths * 1_700) % 9_000))
    kill(worker)
  }
  return deaths
}

async function comeOut(): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await comment(n)
    // Readers look on meanwhile, so that pages are kept.
    await Promise.all([read('/'), read(`/posts/due-${Math.floor(n / 10) + 1}`), read('/feed.rss')])
    await pause((seconds * 1_000) / count)
  }
}

async function isIndexed(): Promise<boolean> {
  const { rows } = await client.query<{ count: string }>('select count(*) from post_search')
  return Number(rows[0]?.count) === count
}

async function missing(): Promise<string[]> {
  const lists = (
    await Promise.all(Array.from({ length: count / 20 }, (_, page) => read(`/?page=${page + 1}`)))
  ).join()
  const [feed, map, comments] = [
    await read('/feed.rss'),
    await read('/sitemap/posts-1.xml'),
    await read('/comments.atom'),
  ]
  const gone: string[] = []
  for (let n = 1; n <= count; n += 1) {
    const href = `/posts/due-${n}`
    if (!(await read(`/search?q=${word(n - 1)}`)).includes(`href="${href}"`)) gone.push(`search: ${href}`)
    if (!lists.includes(`href="${href}"`)) gone.push(`lists: ${href}`)
    if (!map.includes(`${href}</loc>`)) gone.push(`sitemap: ${href}`)
    if (n > count - 20 && !feed.includes(`${href}</link>`)) gone.push(`feed: ${href}`)
  }
  for (let n = 0; n < count; n += 1) {
    const text = `Comment ${n} of a reader.`
    if (!(await read(`/posts/due-${Math.floor(n / 10) + 1}`)).includes(text)) gone.push(`page: ${text}`)
    if (n >= count - 20 && !comments.includes(text)) gone.push(`feed: ${text}`)
  }
  return gone
}

try {
  console.log(`load ${loadavg()[0]?.toFixed(1)}`)
  await plan()
  const deaths = await killAgainAndAgain(comeOut())
  const worker = start('worker')
  for (let tries = 0; tries < 180 && !(await isIndexed()); tries += 1) await pause(1_000)
  const gone = await missing()
  kill(worker)
  console.log(
    `${count} posts and ${count} comments, the worker killed ${deaths} times: ${gone.length} missing`,
  )
  for (const one of gone.slice(0, 20)) console.log(`  ${one}`)
  if (gone.length > 0) process.exitCode = 1
} finally {
  await client.end()
  await stop()
}
