/**
 * What it takes to pair a crowd, proven over all feasible pairs: `node bench/matching/crowd.ts [SIZES] [--seeds
 * 3] [--threads 2]`; sizes are 1000 and 10000 when left out.
 *
 * Every run is a fresh process. For each size, the median over the seeds of CPU time, wall time and memory at
 * its highest, what the check of the proof took, the same in threads, and how cost grows: CPU time like
 * n^exponent from one size to the next.
 */
import { execFileSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { CrowdRun } from './run-crowd.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seeds: { type: 'string', default: '3' }, threads: { type: 'string', default: '2' } },
})
const sizes = positionals.length === 0 ? [1000, 10_000] : positionals.map(Number)
const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => at + 1)
const threads = Number(values.threads)

function run(n: number, seed: number, inThreads: number): CrowdRun {
  const words = [
    join(import.meta.dirname, 'run-crowd.ts'),
    n,
    seed,
    inThreads,
    inThreads === 0 ? 'check' : '',
  ].map(String)
  return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' }))
}

const median = (runs: CrowdRun[], of: (one: CrowdRun) => number) =>
  runs.map(of).sort((a, b) => a - b)[runs.length >> 1]!
const seconds = (value: number) => `${value.toPrecision(2)} s`
const inMillions = (value: number) => `${(value / 1e6).toPrecision(2)} million`

let before: { n: number; cpu: number } | undefined
console.log(`Node ${process.version}, ${availableParallelism()} cores, medians of ${seeds.length} seeds.`)
for (const n of sizes) {
  const alone: CrowdRun[] = []
  const together: CrowdRun[] = []
  for (const seed of seeds) {
    alone.push(run(n, seed, 0))
    together.push(run(n, seed, threads))
    const [one, other] = [alone.at(-1)!, together.at(-1)!]
    if (!one.isProven) throw new Error(`${n} people, seed ${seed}: not proven`)
    if (one.weight !== other.weight || one.cardinality !== other.cardinality || one.scores !== other.scores)
      throw new Error(`${n} people, seed ${seed}: threads found another plan`)
  }
  const cpu = median(alone, (one) => one.cpuSeconds)
  const pairs = (n * (n - 1)) / 2
  const facts = [
    `${n} people`,
    `${seconds(cpu)} of CPU`,
    `${seconds(median(alone, (one) => one.wallSeconds))} wall`,
    `${median(alone, (one) => one.megabytes)} MB`,
    `${median(alone, (one) => one.passes)} passes`,
    `${inMillions(median(alone, (one) => one.scores))} scores for ${inMillions(pairs)} pairs`,
    `proof checked in ${seconds(median(alone, (one) => one.checkSeconds!))}`,
    `in ${threads} threads ${seconds(median(together, (one) => one.wallSeconds))} wall, ${seconds(median(together, (one) => one.cpuSeconds))} of CPU, ${median(together, (one) => one.megabytes)} MB`,
  ]
  if (before !== undefined) {
    const exponent = Math.log(cpu / before.cpu) / Math.log(n / before.n)
    facts.push(`grows like n^${exponent.toFixed(2)} from ${before.n}`)
  }
  console.log(facts.join(' | '))
  before = { n, cpu }
}
