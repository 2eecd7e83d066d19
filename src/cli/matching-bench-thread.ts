import { parentPort, workerData } from 'node:worker_threads'
import { sampleGraphs, solve, verify } from '../matching/index.ts'
import type { Asked, Measured } from './matching-bench.ts'

// The entry of the thread in which one graph is measured: what it compiles is compiled for that graph alone.
const { size, at } = workerData as Asked
const sample = sampleGraphs(size)[at]
if (!sample) throw new RangeError(`there is no sample ${at}`)
const graph = sample.graph()
const solveOnce = () => timed(() => solve(graph, { objective: 'cardinality' }))

const { answer: result, ms: cold } = solveOnce()
const again: number[] = []
for (let spent = cold; again.length < 3 || (again.length < 15 && spent < 2000); ) {
  const { ms } = solveOnce()
  again.push(ms)
  spent += ms
}
const { answer: verdict, ms: check } = timed(() => verify(graph, result))
if (!verdict.ok) throw new Error(`the proof does not hold: ${verdict.reason}`)
const measured: Measured = {
  name: sample.name,
  n: graph.n,
  m: graph.w.length,
  cardinality: result.cardinality,
  weight: result.weight,
  ms: { cold, warm: median(again.slice(again.length >> 1)), verify: check },
}
parentPort?.postMessage(measured)

/** The answer and the CPU time it took, that of the compiler and the collector included. */
function timed<T>(work: () => T): { answer: T; ms: number } {
  const start = process.cpuUsage()
  const answer = work()
  const { user, system } = process.cpuUsage(start)
  return { answer, ms: (user + system) / 1000 }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}
