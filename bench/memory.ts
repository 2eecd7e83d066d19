/**
 * What a whole network takes of the machine's memory: `node bench/memory.ts [requests] [minutes]`.
 *
 * Starts the demonstration network as one service (web, worker and the embedded database), lets it settle and draw its pictures
 * in all formats, and sends it mixed requests: public pages, feeds, forms, and the pages of the office; as fast as it answers, or
 * spread over so many minutes. Prints, for each process of it, its share
 * of the memory: `PSS` divides what several processes share, such as PostgreSQL's buffers, among them; `alone` counts
 * in full what it shares with programs that are not its own, as on a machine where it is the only one. Linux only. Fails
 * above 200 MB idle or 300 MB after.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { type Asking, type Demonstration, startDemonstration } from './demonstration.ts'

const requests = Number(process.argv[2] ?? 9000)
const minutes = Number(process.argv[3] ?? 0)
const limits = { idle: 200, loaded: 300 }
const settleMs = 30_000

type Taken = { name: string; pss: number; files: Map<string, { pss: number; rss: number }> }

/** The process, and all that it started. */
function treeOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(name) }))
  const below = (of: number): number[] =>
    parents.filter(({ parent }) => parent === of).flatMap((one) => [one.pid, ...below(one.pid)])
  return [pid, ...below(pid)]
}

const parentOf = (pid: string) =>
  Number((read(`/proc/${pid}/stat`).split(') ').at(-1) ?? '').split(' ')[1] ?? 0)

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** In kilobytes, per process, with the files it has mapped: programs and libraries. */
function takenBy(pid: number): Taken {
  const files: Taken['files'] = new Map()
  let pss = 0
  let file: string | null = null
  for (const line of read(`/proc/${pid}/smaps`).split('\n')) {
    const mapping = /^[0-9a-f]+-[0-9a-f]+ \S+ \S+ \S+ (\d+) *(.*)$/.exec(line)
    if (mapping)
      file = mapping[1] === '0' || /deleted|^\/dev/.test(mapping[2] ?? '') ? null : (mapping[2] ?? null)
    const [, kind, kilobytes] = /^(Pss|Rss): +(\d+) kB/.exec(line) ?? []
    if (kind === 'Pss') pss += Number(kilobytes)
    if (!kind || !file) continue
    const known = files.get(file) ?? { pss: 0, rss: 0 }
    known[kind === 'Pss' ? 'pss' : 'rss'] += Number(kilobytes)
    files.set(file, known)
  }
  return { name: read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').slice(0, 60), pss, files }
}

/** Of all together, counting each file once, and whole. */
function alone(taken: readonly Taken[]): number {
  const paths = new Set(taken.flatMap(({ files }) => [...files.keys()]))
  const whole = [...paths].map((path) => Math.max(...taken.map(({ files }) => files.get(path)?.rss ?? 0)))
  const shares = taken.flatMap(({ files }) => [...files.values()]).map((one) => one.pss)
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
  return sum(taken.map(({ pss }) => pss)) - sum(shares) + sum(whole)
}

const mb = (kilobytes: number) => Math.round(kilobytes / 1024)

/** @returns the PSS of all, in MB */
function show(title: string, pid: number): number {
  const taken = treeOf(pid).map(takenBy)
  const all = taken.reduce((sum, { pss }) => sum + pss, 0)
  console.log(`${title}: ${mb(all)} MB PSS, ${mb(alone(taken))} MB alone`)
  for (const { name, pss } of taken.filter((one) => mb(one.pss) > 0))
    console.log(`  ${String(mb(pss)).padStart(4)} MB  ${name}`)
  return mb(all)
}

const office = [
  '/office',
  '/office/rounds/2016A/applications',
  '/office/rounds/2016A/applications/clean/problems',
  '/office/people',
  '/office/search?q=ann',
  '/office/mail',
  '/me',
]
const open = ['/', '/posts/copyright-2015b', '/about', '/sign-in', '/feed.rss', '/posts', '/nothing-here']

/** The nth of the mixed requests: seven of ten are those of readers, two of someone in the office, one sends a form. */
function nth(n: number, cookie: string): [path: string, asking: Asking] {
  const kind = n % 10
  if (kind === 0) return ['/sign-in', { form: { email: `not an address ${n}` } }]
  if (kind < 3) return [office[n % office.length] ?? '/', { headers: { Cookie: cookie } }]
  return [open[n % open.length] ?? '/', kind < 6 ? {} : { headers: { Cookie: 'twinleaf_pref=es.dark' } }]
}

async function load({ ask }: Demonstration, cookie: string): Promise<void> {
  const since = performance.now()
  let n = 0
  const strand = async () => {
    while (n < requests) {
      const due = since + (n / requests) * minutes * 60_000
      const asking = nth(n++, cookie)
      await pause(Math.max(0, due - performance.now()))
      await ask(...asking)
    }
  }
  await Promise.all([1, 2, 3, 4].map(strand))
}

/** Pictures are drawn in a process aside, which ends soon after the last one. */
async function settled(pid: number): Promise<void> {
  await pause(settleMs)
  while (treeOf(pid).some((one) => read(`/proc/${one}/cmdline`).includes('pictures-process')))
    await pause(1_000)
}

const site = await startDemonstration('serve')
try {
  await settled(site.pid)
  const idle = show('idle', site.pid)
  await load(site, await site.signIn('coordinator@ilnetwork.example'))
  const loaded = show(`after ${requests} requests`, site.pid)
  await pause(settleMs)
  show('and after half a minute of rest', site.pid)
  if (idle > limits.idle || loaded > limits.loaded) process.exitCode = 1
} finally {
  await site.stop()
}
