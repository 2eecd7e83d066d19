/**
 * The queues of a very large network: `node bench/at-large/index.ts [seed]`.
 *
 * Draws the hours of `shape.ts` by chance, the same for each seed, and lets them pass through the processes of the site
 * and the cores of the database, request by request. Prints how long requests waited and how busy each was; then how long
 * it takes until the last email of a sending has left, and how long links to sign in wait meanwhile. First of all it
 * holds its own queue against Erlang's formula.
 */
import { type Draw, drawFrom } from '../../src/matching/draw.ts'
import { arrivals, erlangWait, exponential, quantile, serve, type Work } from './queue.ts'
import { costs, hours, links, lostFor, ready, type Stream, sendings } from './shape.ts'

const seed = Number(process.argv[2] ?? 1)
const hour = 3600
const ms = (seconds: number) => `${(seconds * 1000).toFixed(seconds < 0.01 ? 1 : 0)} ms`
const row = (name: string, cells: readonly string[]) =>
  console.log(name.padEnd(28) + cells.map((cell) => cell.padStart(11)).join(''))

const byTime = (works: Work[]) => works.sort((one, other) => one.at - other.at)
const busy = (works: readonly Work[], servers: number) =>
  `${((works.reduce((sum, { takes }) => sum + takes, 0) / hour / servers) * 100).toFixed(1)} %`

function comingBy(draw: Draw, { what, perSecond, most }: Stream) {
  const { site, database } = costs[what]
  return arrivals(draw, hour, perSecond, most).map((at) => ({
    at,
    site: exponential(draw, site / 1000),
    database: exponential(draw, database / 1000),
  }))
}

/** One hour, request by request: first a process of the site, then a core of the database. */
function pass(name: string, streams: readonly Stream[], isLost: boolean): void {
  const draw = drawFrom(seed)
  const coming = streams.flatMap((stream) => comingBy(draw, stream)).sort((one, other) => one.at - other.at)
  const atSite = coming.map(({ at, site }) => ({ at, takes: site }))
  const site = serve(atSite, ready.webs)
  const atDatabase = byTime(
    coming.map(({ database }, index) => ({ at: site.ends[index] ?? 0, takes: database })),
  )
  const outage = isLost ? { from: hour / 2, until: hour / 2 + lostFor } : undefined
  const base = serve(atDatabase, ready.databaseCores, outage)
  const waited = base.waits.toSorted()
  const lastLate = atDatabase.findLast((_, index) => (base.waits[index] ?? 0) > 0.1)
  row(name, [
    `${(coming.length / hour).toFixed(0)}`,
    busy(atSite, ready.webs),
    ms(quantile(site.waits.toSorted(), 0.99)),
    busy(atDatabase, ready.databaseCores),
    ms(quantile(waited, 0.99)),
    ms(waited.at(-1) ?? 0),
    outage && lastLate ? `${(lastLate.at - outage.from).toFixed(1)} s` : '',
  ])
}

/** A sending, in the lines of the workers; links come in between, and go first. */
function send(name: string, emails: number): void {
  const draw = drawFrom(seed)
  const takes = 1 / ready.emailsPerSecond
  const seconds = (emails * takes) / ready.workers
  const asked = arrivals(draw, seconds, () => links, links).map((at) => ({ at, takes, isUrgent: true }))
  const works = byTime([...Array.from({ length: emails }, () => ({ at: 0, takes })), ...asked])
  const { waits, ends } = serve(works, ready.workers)
  const ofLinks = waits.filter((_, index) => (works[index] as Work).isUrgent).sort()
  row(name, [
    emails.toLocaleString('en'),
    `${(ends.reduce((last, end) => Math.max(last, end), 0) / 60).toFixed(0)} min`,
    String(asked.length),
    ms(quantile(ofLinks, 0.99)),
  ])
}

const draw = drawFrom(seed)
const trial = arrivals(draw, 50_000, () => 12, 12).map((at) => ({ at, takes: exponential(draw, 0.2) }))
const meanWait = serve(trial, 3).waits.reduce((sum, wait) => sum + wait, 0) / trial.length
console.log(
  `This queue against the formula, 3 servers at 80 %: ${ms(meanWait)}, ${ms(erlangWait(12, 0.2, 3))}\n`,
)

row('an hour', ['a second', 'site busy', 'waits, p99', 'base busy', 'waits, p99', 'longest', 'over after'])
for (const { name, streams, outage } of hours) pass(name, streams, outage === true)

console.log()
row('sent at once', ['emails', 'last left', 'links', 'wait, p99'])
for (const { name, emails } of sendings) send(name, emails)
