import { expect } from 'vitest'
import { twinleaf } from './terminal.ts'

export type Env = Record<string, string>

/** The terminal has the clock of the machine: the file is of long ago, and its round runs all the same. */
const inDays = (days: number) => Temporal.Now.plainDateISO().add({ days }).toString()

/** One command that must end well. */
export async function run(env: Env, ...words: string[]): Promise<void> {
  const { code, err } = await twinleaf(env, ...words)
  expect(code, `${words.join(' ')}: ${err}`).toBe(0)
}

/** The round of the application file. */
export function createRound(env: Env): Promise<void> {
  const dates = ['--apply-from', '2016-01-11T00:00', '--apply-until', '2016-02-16T00:00']
  const days = ['--starts', inDays(10), '--ends', inDays(120)]
  return run(env, 'round', 'create', '--code', '2016A', ...dates, ...days, '--announce')
}
