import { setTimeout as pause } from 'node:timers/promises'
import { untilStopped } from '../signals.ts'
import { type Finding, sayFinding } from './finding.ts'

const everyMs = 60_000

/** Looks again and again, and prints each finding when it turns: what is wrong first, then what became so or well again. */
export async function watch(look: () => Promise<Finding[]>, asJson: boolean): Promise<void> {
  const stopping = new AbortController()
  void untilStopped().then(() => stopping.abort())
  let before: ReadonlyMap<string, boolean> = new Map()
  while (!stopping.signal.aborted) {
    const findings = await look()
    for (const finding of turned(before, findings)) console.log(say(finding, asJson))
    before = new Map(findings.map(({ check, ok }) => [check, ok]))
    await pause(everyMs, undefined, { signal: stopping.signal }).catch(() => {})
  }
}

function say(finding: Finding, asJson: boolean): string {
  const at = new Date().toISOString()
  return asJson ? JSON.stringify({ at, ...finding }) : `${at} ${sayFinding(finding)}`
}

/** Those that are wrong and were not, or are well and were wrong. What was not looked at before was well. */
export const turned = (before: ReadonlyMap<string, boolean>, findings: readonly Finding[]): Finding[] =>
  findings.filter(({ check, ok }) => ok !== (before.get(check) ?? true))
