/**
 * The main job by terminal, step by step, at growing sizes: `node bench/main-job/index.ts [rows ...]`.
 *
 * Sizes are 1,000 and 10,000 rows by default; 50,000 takes some minutes. Each size starts from an empty network in a
 * folder of its own, on the embedded database, and ends with every introduction in the spool. Prints the processor time
 * of each step, all threads of its process together, the most memory that process had, and the processor time of
 * PostgreSQL meanwhile; then what a row took of all that, what starting takes taken off, in times of what it took at the
 * first size: 1.0 is linear. Other work on the machine adds to the time a clock shows, hardly to this.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startEmbedded } from '../../src/db/embedded/index.ts'
import { writeBigFile } from './big-file.ts'
import { databaseSeconds } from './database-cost.ts'

const root = join(import.meta.dirname, '../..')
const twinleaf = join(root, 'bin/twinleaf.mjs')
const node = join(root, 'node_modules/.bin/node')
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000]

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
/** Of the process of a command, and of the database while it ran. */
type Cost = { seconds: number; megabytes: number; database: number }
type Costs = Partial<Record<Step, Cost | null>>

/** What a step that was refused would have made is missing to those after it, which run all the same. */
async function costsAt(rows: number): Promise<Costs> {
  const folder = mkdtempSync(join(tmpdir(), 'twinleaf-main-job-'))
  const file = join(folder, 'applications.csv')
  const later = join(folder, 'later.csv')
  const costs: Costs = {}
  const database = await startEmbedded({ dataDir: join(folder, 'postgres') })
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
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return costs
}

/** @returns null for the cost when the command was refused, and the first line it printed */
async function costOf(folder: string, words: string[]): Promise<{ said: string; cost: Cost | null }> {
  const costFile = join(folder, 'cost')
  const env = {
    ...process.env,
    ...{ DATA_DIR: folder, DATABASE_URL: '', MAIL_TRANSPORT: 'spool', LOG_LEVEL: 'error' },
    ...{ NODE_OPTIONS: `--import ${join(import.meta.dirname, 'cost.mjs')}`, COST_FILE: costFile },
  }
  const before = databaseSeconds(join(folder, 'postgres'))
  const run = promisify(execFile)(node, [twinleaf, ...words], { env, maxBuffer: 2 ** 30 })
  const { isDone, text } = await run.then(
    ({ stdout }) => ({ isDone: true, text: stdout }),
    ({ stderr }: { stderr: string }) => ({ isDone: false, text: stderr }),
  )
  const own = JSON.parse(readFileSync(costFile, 'utf8')) as Omit<Cost, 'database'>
  const cost = { ...own, database: databaseSeconds(join(folder, 'postgres')) - before }
  return { said: text.trim().split('\n')[0]?.slice(0, 90) ?? '', cost: isDone ? cost : null }
}

const cell = (cost: Cost | null | undefined) =>
  cost
    ? `${cost.seconds.toFixed(1)} s ${cost.megabytes.toFixed(0)} MB + ${cost.database.toFixed(1)} s`
    : 'refused'

/** What a row takes of the time of both, in times of what it takes at the first size. */
function perRow(step: Step, { size, costs }: Sized, few: Sized): string {
  const work = (of: Costs) => timeOf(of[step]) - timeOf(of.start)
  const times = work(costs) / size / (Math.max(work(few.costs), 0.05) / few.size)
  return Number.isNaN(times) ? '' : `${times.toFixed(2)}x`
}

const timeOf = (cost: Cost | null | undefined) => (cost ? cost.seconds + cost.database : NaN)

type Sized = { size: number; costs: Costs }

const all: Sized[] = []
for (const size of sizes) all.push({ size, costs: await costsAt(size) })

const [first, ...larger] = all
const columns = (name: string, cells: string[]) =>
  [name.padEnd(18), ...cells.map((text) => text.padStart(26))].join(' ')
console.log('processor seconds and peak megabytes of the process + processor seconds of the database')
console.log(
  columns('rows', [
    ...all.map(({ size }) => size.toLocaleString('en')),
    ...larger.map(({ size }) => `a row at ${size.toLocaleString('en')}`),
  ]),
)
for (const step of Object.keys(stepsWith('', '')) as Step[]) {
  const ratios = step === 'start' || !first ? [] : larger.map((each) => perRow(step, each, first))
  console.log(columns(step, [...all.map(({ costs }) => cell(costs[step])), ...ratios]))
}
