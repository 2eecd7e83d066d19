/**
 * A post is told of while people read: `node bench/newsletter-day/index.ts [readers of the newsletter] [requests a second]`.
 *
 * So many emails about a post (10,000) leave from the one service that most networks run, into files, while so many requests a
 * second (200) read thirty posts and five comments a second are written, read once more and sent, each from an address of
 * its own, of a site that has been read before. Says how long pages took while emails left, and what was lost or doubled. Linux
 * only. Fails when anything was, or when more than one page in a hundred takes longer than 300 ms, unless the site itself waited
 * for a processor that others had: on a machine with that much to do, times say nothing. It must not be run at a low priority.
 */
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { aBrowser, noTimes } from '../deadline-night/browser.ts'
import { oneService } from '../deadline-night/network.ts'
import { meters } from '../deadline-night/processes.ts'
import { sayCosts, sayTimes } from '../deadline-night/report.ts'
import { emails, seed } from './seed.ts'

const [readers = 10_000, perSecond = 200] = process.argv.slice(2).map(Number)
const commentsPerSecond = 5
const latestMs = 300
/** A comment is read once more for so long: see `readingMs` of the comments. */
const readingMs = 5_000
/** Emails that have not left by then do not leave. */
const longestMs = 15 * 60_000

/** For so long, in ms, the main thread of a process has been ready and was given no processor. */
const waitedMs = (pid: number) =>
  Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1_000_000
/** Beyond this share of the time, others had the machine. */
const mostWaited = 0.1

/** Each post is read a few times before anything is measured: no network tells 10,000 people in its first second. */
async function openFor(slugs: readonly string[]): Promise<void> {
  const early = aBrowser(network.origin, '127.2.1.1', noTimes())
  for (let time = 0; time < 5; time += 1) for (const slug of slugs) await early.ask('page', `/posts/${slug}`)
  early.close()
}

const network = await oneService()
const client = new pg.Client(await network.databaseUrl())
await client.connect()
try {
  const slugs = await seed(client, readers)
  await openFor(slugs)
  const load = loadavg()[0] ?? 0
  const times = noTimes()
  const meter = meters(network.services, network.databaseFolder)
  const since = performance.now()
  const sitePid = network.services[0]?.pid() ?? 0
  const waitedBefore = waitedMs(sitePid)
  let isOver = false

  const acknowledged: string[] = []
  const under = Array.from({ length: 50 }, (_, index) =>
    aBrowser(network.origin, `127.2.0.${index + 1}`, times),
  )
  const pathOf = (number: number) => `/posts/${slugs[number % slugs.length]}`

  async function read(): Promise<void> {
    const asked: Promise<unknown>[] = []
    for (let number = 0; !isOver; number += 1) {
      await pause(Math.max(0, since + (number * 1000) / perSecond - performance.now()))
      asked.push(under[number % under.length]?.ask('page', pathOf(number)) ?? Promise.resolve())
    }
    await Promise.all(asked)
  }

  async function comment(number: number): Promise<void> {
    const browser = aBrowser(network.origin, `127.3.${Math.floor(number / 250)}.${(number % 250) + 1}`, times)
    const typed = {
      ...{ name: `Reader ${number}`, email: `r${number}@comment.example`, to: '' },
      text: `Comment ${number}: what we did with the shelves in our town.`,
    }
    const path = `${pathOf(number)}/comments`
    const form = new URLSearchParams({ ...typed, website: '' })
    const check = await browser.ask('save', path, { form })
    const hidden = ['at', 'proof'].map((name) => [
      name,
      new RegExp(`name="${name}" value="([^"]*)"`).exec(check.text)?.[1] ?? '',
    ])
    await pause(readingMs)
    const sent = await browser.ask('send', `${path}/send`, {
      form: new URLSearchParams({ ...typed, ...Object.fromEntries(hidden) }),
    })
    if (sent.status === 303) acknowledged.push(typed.text)
    else console.log(`comment ${number} was answered ${sent.status}`)
    browser.close()
  }

  async function write(): Promise<void> {
    const writing: Promise<void>[] = []
    for (let number = 0; !isOver; number += 1) {
      await pause(Math.max(0, since + (number * 1000) / commentsPerSecond - performance.now()))
      writing.push(comment(number))
    }
    await Promise.all(writing)
  }

  async function untilAllLeft(): Promise<number> {
    let began = 0
    while (performance.now() - since < longestMs) {
      const { queued, sent } = await emails(client)
      if (queued > 0 && began === 0) began = performance.now()
      if (sent >= readers) break
      await pause(1_000)
    }
    isOver = true
    return performance.now() - began
  }

  const [tookMs] = await Promise.all([untilAllLeft(), read(), write()])
  const wallMs = performance.now() - since
  const taken = meter.stop()
  const waited = (waitedMs(sitePid) - waitedBefore) / wallMs
  for (const one of under) one.close()

  const { queued, sent, told } = await emails(client)
  const { rows } = await client.query('select text from comment where text = any($1)', [acknowledged])
  const lost = [
    ...(told === readers ? [] : [`${readers - told} readers got no email`]),
    ...(queued === readers && sent === told ? [] : [`${queued} emails for ${readers} readers, ${sent} sent`]),
    ...(rows.length === acknowledged.length
      ? []
      : [`${acknowledged.length} comments acknowledged, ${rows.length} there`]),
  ]
  console.log(
    `${sent} emails left in ${(tookMs / 1000).toFixed(0)} s, at a load of ${load.toFixed(1)} before`,
  )
  console.log(`${acknowledged.length} comments were acknowledged`)
  sayTimes(times, wallMs)
  sayCosts(taken, wallMs, readers)
  const pages = times.took.page.toSorted((a, b) => a - b)
  const p99 = pages[Math.floor(pages.length * 0.99)] ?? 0
  console.log(lost.length === 0 ? 'nothing was lost or doubled' : lost.join('\n'))
  console.log(`99 of 100 pages took at most ${p99.toFixed(0)} ms; the goal is ${latestMs}`)
  console.log(`the site was ready and waited for a processor ${(waited * 100).toFixed(0)} % of the time`)
  if (lost.length > 0 || (p99 > latestMs && waited <= mostWaited)) process.exitCode = 1
} finally {
  await client.end()
  await network.stop()
}
