/**
 * Solves one file as often as asked in a fresh process, then checks the proof: prints the CPU time of each
 * solve in ms (the first is cold), of the check, and the memory at its highest in MB.
 */
import { readFileSync } from 'node:fs'
import { type Graph, solve, verify } from '../../src/matching/index.ts'

const [, , file, repeats] = process.argv

/** The plainest reader there is; generated files are known to be well formed. */
function read(path: string): Graph {
  const bytes = readFileSync(path)
  let at = 0
  const next = () => {
    let value = 0
    for (; bytes[at]! >= 48; at++) value = value * 10 + bytes[at]! - 48
    at++
    return value
  }
  const n = next()
  const m = next()
  const graph = { n, u: new Int32Array(m), v: new Int32Array(m), w: new Int32Array(m) }
  for (let e = 0; e < m; e++) {
    graph.u[e] = next()
    graph.v[e] = next()
    graph.w[e] = next()
  }
  return graph
}

function cpu<T>(work: () => T): [T, number] {
  const start = process.cpuUsage()
  const done = work()
  const { user, system } = process.cpuUsage(start)
  return [done, (user + system) / 1000]
}

const graph = read(file!)
const ms: number[] = []
let [result, first] = cpu(() => solve(graph, { objective: 'cardinality' }))
ms.push(first)
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
for (let i = 1; i < Number(repeats); i++) {
  ;[result, first] = cpu(() => solve(graph, { objective: 'cardinality' }))
  ms.push(first)
}
const [verdict, verifyMs] = cpu(() => verify(graph, result))
if (!verdict.ok) throw new Error(verdict.reason)
console.log(
  JSON.stringify({ ms, verifyMs, megabytes, cardinality: result.cardinality, weight: result.weight }),
)
