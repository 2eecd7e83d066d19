import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { InvalidArgumentError, type Command as Program } from 'commander'
import { sampleGraphs } from '../matching/index.ts'
import { root } from '../platform/root.ts'

/** What is told to the thread that measures. */
export type Asked = { size: number; at: number }

/** One graph, and milliseconds of CPU: the first solve, later ones (the median), the check of the proof. */
export type Measured = {
  name: string
  n: number
  m: number
  cardinality: number
  weight: number
  ms: { cold: number; warm: number; verify: number }
}

/** Read from the source also when the rest is bundled, as Node runs it as it is. */
const thread = join(root, 'src/cli/matching-bench-thread.ts')

const [least, most, usual] = [10, 4000, 1000]

export function addBench(matching: Program): void {
  matching
    .command('bench')
    .description(
      'Measure the matching on this machine, on graphs it makes itself: the first solve of a fresh thread, later ones, and the check of the proof, in milliseconds of CPU.',
    )
    .option('--size <N>', `vertices where there are all pairs, ${least} to ${most}`, sizeOf, usual)
    .option('--json', 'print the numbers as JSON')
    .action(async ({ size, json }: { size: number; json?: boolean }) => {
      const machine = `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}`
      const measured: Measured[] = []
      for (const at of sampleGraphs(size).keys()) measured.push(await inThread({ size, at }))
      console.log(json ? JSON.stringify({ machine, size, measured }) : `${machine}\n${tableOf(measured)}`)
    })
}

function sizeOf(typed: string): number {
  const size = Number(typed)
  if (Number.isInteger(size) && size >= least && size <= most) return size
  throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`)
}

/** A thread of its own for each graph: nothing is compiled yet in a fresh one. */
function inThread(asked: Asked): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, { workerData: asked })
    worker.on('message', resolve)
    worker.on('error', reject)
  })
}

function tableOf(measured: readonly Measured[]): string {
  const line = (name: string, ...cells: string[]) =>
    [name.padEnd(30), ...cells.map((cell) => cell.padStart(10))].join(' ')
  return [
    line('graph', 'n', 'm', 'cold', 'warm', 'verify'),
    ...measured.map(({ name, n, m, ms }) =>
      line(
        name,
        ...[n, m].map((count) => count.toLocaleString('en')),
        ...[ms.cold, ms.warm, ms.verify].map((each) => each.toFixed(1)),
      ),
    ),
  ].join('\n')
}
