/** One solve by npm's edmonds-blossom-fixed: the same output as lemon.cc. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

type Blossom = (edges: [number, number, number][], maxCardinality: boolean) => number[]

const blossom: Blossom = createRequire(import.meta.url)('edmonds-blossom-fixed')
const [head, ...lines] = readFileSync(process.argv[2]!, 'utf8').trimEnd().split('\n')
const n = Number(head!.split(' ')[0])
const edges = lines.map((line) => line.split(' ').map(Number) as [number, number, number])
const start = process.cpuUsage()
const mate = blossom(edges, true)
const { user, system } = process.cpuUsage(start)
const pairs = edges.filter(([u, v]) => mate[u] === v)
const weight = pairs.reduce((sum, [, , w]) => sum + w, 0)
console.log(JSON.stringify({ ms: [(user + system) / 1000], cardinality: pairs.length, weight, n }))
