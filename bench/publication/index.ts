/**
 * What the publication costs as its archive grows: `node bench/publication/index.ts [posts:comments …]`.
 *
 * Starts an empty network in a folder of its own, and for each size (200:5000 2000:50000 20000:50000) adds posts and
 * comments of invented words. Asks for each page as it is made anew, after something that everyone may see has changed, and as
 * it is sent again; looks for the same words again and again, and for words that nobody has looked for. Prints processor time of
 * the site and of the database for one answer, and how long an answer took. Linux only. Fails when a page takes both more than
 * 50 ms of processor time to make, a search of up to 200 posts more than 1.5 ms, of more posts 100 ms, or when a post that is sent
 * again costs more than 0.2 ms, which is 5,000 a second.
 */
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { joinEmbedded } from '../../src/db/embedded/index.ts'
import { recentMs } from '../../src/platform/public-version.ts'
import { startEmpty } from '../demonstration.ts'
import { databaseSeconds } from '../main-job/database-cost.ts'
import { cpuMsOf } from '../processor.ts'
import { growTo, lookedFor, neverLookedFor, type Size } from './grow.ts'

const sizes = (process.argv.length > 2 ? process.argv.slice(2) : ['200:5000', '2000:50000', '20000:50000'])
  .map((said) => said.split(':').map(Number))
  .map(([posts = 0, comments = 0]): Size => ({ posts, comments }))
const limits = { madeMs: 50, sentMs: 0.2, searchMs: ({ posts }: Size) => (posts <= 200 ? 1.5 : 100) }
/** So many answers are made anew, are sent again, and so many are asked for at once then. */
const [made, sent, atOnce] = [40, 3_000, 16]
/** So many searches are made before they count, and so many count: Linux tells processor time by hundredths of a second. */
const [warming, looked] = [300, 1_000]

const { ask, command, folder, pid, stop } = await startEmpty('serve', '--no-worker')
const database = join(folder, 'postgres')
const joined = await joinEmbedded(database)
await joined?.stop()
const client = new pg.Client(joined?.url)
await client.connect()

type Cost = { siteMs: number; databaseMs: number; p50: number; p99: number }

const pagesOf = ({ posts }: Size) => ({
  'the front page': '/',
  'the last page of all posts': `/?page=${Math.ceil(posts / 20)}`,
  'a post': `/posts/grown-${Math.floor(posts / 2)}`,
  'the newest post': `/posts/grown-${posts - 1}`,
  'a post with a fifth of all comments': '/posts/grown-0',
  'its comments, page 3': '/posts/grown-0/comments?page=3',
  'the archive': '/archive',
  'a round': '/rounds/1950B/posts',
  'a topic': '/rounds/1950B/posts/3',
  'a usual tag': '/tags/tag-1',
  'a rare tag': '/tags/tag-38',
  'an author': '/authors/author-number-3',
  'a country': '/countries/FR',
  'a year': '/years/2020',
  'a month': '/years/2020/3',
  'a language': '/languages/ar',
  'the RSS feed': '/feed.rss',
  'the feed of a tag': '/tags/tag-1/feed.atom',
  'the feed of comments': '/comments.atom',
})

/** @param path of each answer, by its number */
async function costOf(
  path: string | ((number: number) => string),
  count: number,
  together: number,
  before = async () => {},
): Promise<Cost> {
  const took: number[] = []
  const [site, base] = [cpuMsOf(pid), databaseSeconds(database)]
  let asked = 0
  const one = async () => {
    await before()
    const since = performance.now()
    const address = typeof path === 'string' ? path : path(asked++)
    const { status } = await ask(address)
    if (status !== 200) throw new Error(`${address} answered ${status}`)
    took.push(performance.now() - since)
  }
  const many = async () => {
    for (let index = 0; index < count / together; index += 1) await one()
  }
  await Promise.all(Array.from({ length: together }, many))
  const sorted = took.toSorted((a, b) => a - b)
  return {
    siteMs: (cpuMsOf(pid) - site) / took.length,
    databaseMs: ((databaseSeconds(database) - base) * 1000) / took.length,
    p50: sorted[Math.floor(took.length / 2)] ?? 0,
    p99: sorted[Math.floor(took.length * 0.99)] ?? 0,
  }
}

/**
 * As any public change by another process does, and for so long that the site asks again; what is asked here has a small cost of
 * its own, which is in the figures of the database. Changes before it are forgotten, as after a minute: a blog has few.
 */
const change = async () => {
  await client.query(
    'with before as (delete from public_change) insert into public_change values (now(), pg_current_xact_id())',
  )
  await pause(recentMs)
}

const missed: string[] = []
const number = (value: number) => value.toFixed(2).padStart(8)
const cells = ({ siteMs, databaseMs, p50, p99 }: Cost) => [siteMs, databaseMs, p50, p99].map(number).join('')
const heads = ['site', 'database', 'p50', 'p99'].map((head) => head.padStart(8)).join('')

async function pages(size: Size): Promise<void> {
  console.log(`${'ms for one answer'.padEnd(36)}${heads} made anew   ${heads} sent again`)
  for (const [name, path] of Object.entries(pagesOf(size))) {
    await costOf(path, 10, 1, change)
    const anew = await costOf(path, made, 1, change)
    const again = await costOf(path, sent, atOnce)
    console.log(`${name.padEnd(36)}${cells(anew)}            ${cells(again)}`)
    if (anew.siteMs + anew.databaseMs > limits.madeMs) missed.push(`${name}, of ${size.posts} posts`)
    if (name === 'a post' && again.siteMs > limits.sentMs) missed.push(`${name} sent again`)
  }
}

const searchFor = (text: string) => `/search?q=${encodeURIComponent(text)}`

async function searches(size: Size): Promise<void> {
  for (const [name, text] of Object.entries(lookedFor)) {
    await costOf(searchFor(text), warming, 1)
    sayOf(name, size, await costOf(searchFor(text), looked, 1))
  }
  for (const [name, textAt] of Object.entries(neverLookedFor))
    sayOf(name, size, await costOf((number) => searchFor(textAt(number)), 5 * made, 1))
}

function sayOf(name: string, size: Size, cost: Cost): void {
  console.log(`${`search: ${name}`.padEnd(36)}${cells(cost)}`)
  if (cost.siteMs + cost.databaseMs > limits.searchMs(size))
    missed.push(`search for ${name}, of ${size.posts} posts`)
}

try {
  for (const size of sizes) {
    const load = loadavg()[0] ?? 0
    await growTo(client, size)
    const since = performance.now()
    await command('search', 'rebuild')
    const seconds = (performance.now() - since) / 1000
    console.log(`\n${size.posts} posts and ${size.comments} comments, at a load of ${load.toFixed(1)}`)
    console.log(`the index of the search was made in ${seconds.toFixed(0)} s`)
    await client.query('vacuum analyze')
    await pages(size)
    await searches(size)
  }
  console.log(missed.length === 0 ? '\nall goals are met' : `\nmissed:\n${missed.join('\n')}`)
  if (missed.length > 0) process.exitCode = 1
} finally {
  await client.end()
  await stop()
}
