/**
 * The main job by terminal, step by step, at growing sizes: `node bench/main-job/index.ts [rows ...]`.
 *
 * Sizes are 1,000 and 10,000 rows by default; 50,000 takes some minutes. Each size starts from an empty network in a
 * folder of its own, on the embedded database, and ends with every introduction in the spool. Prints the time of each
 * step and the most memory of its process (PostgreSQL has its own), then how each grew between the sizes: with the
 * rows (1.0 is linear), or faster.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeBigFile } from './big-file.ts'

const root = join(import.meta.dirname, '../..')
const twinleaf = join(root, 'bin/twinleaf.mjs')
const node = join(root, 'node_modules/.bin/node')
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000]

/** Up to this power of the rows a step counts as near-linear: twice the rows, at most 2.3 times the work. */
const nearLinear = 1.2

const round = ['--round', '2016A']
const dates = ['--apply-from', '2016-01-11T00:00', '--apply-until', '2016-02-16T00:00']
/** The terminal has the clock of the machine: the file is of long ago, and its round runs all the same. */
const inDays = (days: number) => Temporal.Now.plainDateISO().add({ days }).toString()
const opening = [...dates, '--starts', inDays(10), '--ends', inDays(120), '--announce']
const stepsWith = (file: string, later: string) => ({
  start: ['round', 'list'],
  import: ['applications', 'import', file, ...round],
  'import, same file': ['applications', 'import', file, ...round],
  problems: ['applications', 'problems', ...round],
  clean: ['applications', 'clean', ...round],
  'cap apply': ['cap', 'apply', ...round],
  'match run': ['match', 'run', ...round],
  'match release': ['match', 'release', ...round, '--confirm'],
  'mail send': ['mail', 'send'],
  'import, corrected': ['applications', 'import', later, ...round],
})
type Step = keyof ReturnType<typeof stepsWith>
type Cost = { seconds: number; megabytes: number }
type Costs = Partial<Record<Step, Cost | null>>

/** What a step that was refused would have made is missing to those after it, which run all the same. */
async function costsAt(rows: number): Promise<Costs> {
  const folder = mkdtempSync(join(tmpdir(), 'twinleaf-main-job-'))
  const file = join(folder, 'applications.csv')
  const later = join(folder, 'later.csv')
  const costs: Costs = {}
  try {
    await writeBigFile(file, rows)
    await writeBigFile(later, rows, { corrected: true })
    await costOf(folder, ['round', 'create', '--code', '2016A', ...opening])
    for (const [step, words] of Object.entries(stepsWith(file, later)) as [Step, string[]][]) {
      const { said, cost } = await costOf(folder, words)
      console.error(`${rows} ${step}: ${cost ? cell(cost) : 'refused'}  ${said}`)
      costs[step] = cost
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return costs
}

/** @returns null for the cost when the command was refused, and the first line it printed */
async function costOf(folder: string, words: string[]): Promise<{ said: string; cost: Cost | null }> {
  const peakFile = join(folder, 'peak')
  const env = {
    ...process.env,
    ...{ DATA_DIR: folder, DATABASE_URL: '', MAIL_TRANSPORT: 'spool', LOG_LEVEL: 'error' },
    ...{ NODE_OPTIONS: `--import ${join(import.meta.dirname, 'peak.mjs')}`, PEAK_FILE: peakFile },
  }
  const start = performance.now()
  const run = promisify(execFile)(node, [twinleaf, ...words], { env, maxBuffer: 2 ** 30 })
  const { isDone, text } = await run.then(
    ({ stdout }) => ({ isDone: true, text: stdout }),
    ({ stderr }: { stderr: string }) => ({ isDone: false, text: stderr }),
  )
  const cost = {
    seconds: (performance.now() - start) / 1000,
    megabytes: Number(readFileSync(peakFile, 'utf8')),
  }
  return { said: text.trim().split('\n')[0]?.slice(0, 90) ?? '', cost: isDone ? cost : null }
}

const cell = (cost: Cost | null | undefined) =>
  cost ? `${cost.seconds.toFixed(1)} s ${cost.megabytes.toFixed(0)} MB` : 'refused'

/** The power of the rows with which the time grew, what starting costs taken off. */
function growthOf(step: Step, few: Costs, many: Costs, times: number): string {
  const workOf = (costs: Costs) => (costs[step]?.seconds ?? NaN) - (costs.start?.seconds ?? NaN)
  const power = Math.log(workOf(many) / Math.max(workOf(few), 0.05)) / Math.log(times)
  return Number.isNaN(power) ? '' : `${power.toFixed(2)}${power > nearLinear ? ' (more than the rows)' : ''}`
}

const all: { size: number; costs: Costs }[] = []
for (const size of sizes) all.push({ size, costs: await costsAt(size) })

const columns = (name: string, cells: string[]) =>
  [name.padEnd(18), ...cells.map((text) => text.padStart(18))].join(' ')
const [least, most] = [all.at(0), all.at(-1)]
console.log(columns('rows', [...all.map(({ size }) => size.toLocaleString('en')), 'grows with rows to']))
for (const step of Object.keys(stepsWith('', '')) as Step[]) {
  const grows = least && most && least !== most && step !== 'start'
  const growth = grows ? growthOf(step, least.costs, most.costs, most.size / least.size) : ''
  console.log(columns(step, [...all.map(({ costs }) => cell(costs[step])), growth]))
}
