import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** How many of its ticks the kernel counts in a second, wherever Node runs. */
const ticks = 100

/**
 * Processor seconds that the database in a folder has taken so far, with its processes that have ended. NaN where the
 * system does not say (it does on Linux).
 */
export function databaseSeconds(folder: string): number {
  try {
    const [pid = ''] = readFileSync(join(folder, 'cluster/postmaster.pid'), 'utf8').split('\n')
    return familySeconds(pid)
  } catch {
    return NaN
  }
}

/** Processor seconds of a process with its children, those that have ended included. @throws when there is no such process */
export function familySeconds(pid: string): number {
  const { own, ended } = timesOf(pid)
  return own + ended + childrenOf(pid).reduce((sum, child) => sum + ownSeconds(child), 0)
}

/** Of one process alone. Processes come and go while they are looked at. */
export function ownSeconds(pid: string): number {
  try {
    return timesOf(pid).own
  } catch {
    return 0
  }
}

function timesOf(pid: string): { own: number; ended: number } {
  // The name, in brackets, may have spaces.
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?!.*\) )/s)
  const fields = rest.split(' ')
  const seconds = (first: number) => (Number(fields[first]) + Number(fields[first + 1])) / ticks
  return { own: seconds(11), ended: seconds(13) }
}

const childrenOf = (pid: string): string[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
