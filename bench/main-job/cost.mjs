// Loaded before the program: at its end it writes down what it took, all its threads together.
import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const { COST_FILE: file } = process.env
if (isMainThread && file) process.on('exit', () => writeFileSync(file, costSoFar()))

function costSoFar() {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  return JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1000 })
}
