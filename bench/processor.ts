import { readFileSync } from 'node:fs'

/** CPU milliseconds a process has used: its clock ticks are hundredths of a second. Linux only. */
export function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}
