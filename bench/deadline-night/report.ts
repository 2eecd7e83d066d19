import { kinds, type Times } from './browser.ts'
import type { Taken } from './processes.ts'

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
const ms = (value: number) => `${value.toFixed(0)} ms`

const row = (name: string, cells: readonly string[]) =>
  console.log(name.padEnd(12) + cells.map((cell) => cell.padStart(10)).join(''))

/** @returns what 99 of 100 requests took at most, in ms */
export function sayTimes(times: Times, wallMs: number): number {
  const all = kinds.flatMap((kind) => times.took[kind]).toSorted((a, b) => a - b)
  console.log(`${((all.length / wallMs) * 1000).toFixed(0)} requests a second`)
  row('answered', ['count', 'p50', 'p95', 'p99', 'longest'])
  for (const [name, took] of [...Object.entries(times.took), ['all', all] as const]) {
    const sorted = took.toSorted((a, b) => a - b)
    const shares = [0.5, 0.95, 0.99].map((share) => ms(at(sorted, share)))
    row(name, [String(took.length), ...shares, ms(sorted.at(-1) ?? 0)])
  }
  const refused = [...times.refused].map(([status, count]) => `, ${count} answered ${status}`).join('')
  const unanswered = [...times.unanswered].map(([code, count]) => `${count} ${code}`).join(', ')
  console.log(`requests without an answer: ${unanswered || 'none'}${refused}; all were made again`)
  return at(all, 0.99)
}

/** @param wallMs how long people were applying */
export function sayCosts(taken: ReadonlyMap<string, Taken>, wallMs: number, applications: number): void {
  for (const [name, { cpuMs, megabytes }] of taken) {
    const memory = megabytes ? `, ${megabytes.toFixed(0)} MB at most` : ''
    const share = `${((cpuMs / wallMs) * 100).toFixed(0)} % of a core`
    console.log(
      `${name.padEnd(16)} ${share.padStart(14)}, ${(cpuMs / applications).toFixed(1)} ms an application${memory}`,
    )
  }
}
