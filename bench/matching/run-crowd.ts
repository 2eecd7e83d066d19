/**
 * Pairs one crowd in a fresh process, in as many threads as asked, and prints what it took; then, if asked,
 * checks the proof: `node run-crowd.ts N SEED THREADS [check]`.
 */
import { performance } from 'node:perf_hooks'
import { type CrowdPlan, solveCrowd, solveCrowdWith, verifyCrowd } from '../../src/matching/index.ts'
import { crowdFrom, threadsFor } from './crowd-in-threads.ts'

export type CrowdRun = Pick<CrowdPlan, 'cardinality' | 'weight' | 'passes' | 'scores'> & {
  cpuSeconds: number
  wallSeconds: number
  megabytes: number
  isProven: boolean
  checkSeconds: number | null
}

const [n, seed, threads] = process.argv.slice(2, 5).map(Number) as [number, number, number]
const crowd = crowdFrom({ n, seed })

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

async function solve(): Promise<CrowdPlan> {
  if (threads === 0) return solveCrowd(crowd)
  const elsewhere = threadsFor({ n, seed }, threads)
  try {
    return await solveCrowdWith(crowd, elsewhere)
  } finally {
    await elsewhere.close()
  }
}

const cpuBefore = cpuSeconds()
const wallBefore = performance.now()
const plan = await solve()
const run: CrowdRun = {
  cpuSeconds: cpuSeconds() - cpuBefore,
  wallSeconds: (performance.now() - wallBefore) / 1000,
  megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  cardinality: plan.cardinality,
  weight: plan.weight,
  passes: plan.passes,
  scores: plan.scores,
  isProven: plan.certificate !== null,
  checkSeconds: null,
}
if (process.argv[5] === 'check') {
  const before = cpuSeconds()
  const verdict = verifyCrowd(crowd, plan)
  if (!verdict.ok) throw new Error(verdict.reason)
  run.checkSeconds = cpuSeconds() - before
}
console.log(JSON.stringify(run))
