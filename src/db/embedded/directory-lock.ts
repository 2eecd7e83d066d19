/**
 * A lock on the cluster that PostgreSQL and its children hold themselves, for as long as one of them lives. Unlike the
 * owner's lock it also counts between containers that share a volume, which see nothing else of each other.
 */
import { execFile } from 'node:child_process'
import { cleanEnv } from './account.ts'

const HELD = 75
const flock = (cluster: string) => ['--nonblock', '--conflict-exit-code', String(HELD), cluster]

/** Says `unknown` where neither the system nor the disk knows such locks. */
export function stateOf(cluster: string): Promise<'free' | 'held' | 'unknown'> {
  return new Promise((settle) => {
    execFile('flock', [...flock(cluster), 'true'], { env: cleanEnv, cwd: '/' }, (error) => {
      settle(error ? (error.code === HELD ? 'held' : 'unknown') : 'free')
    })
  })
}

/** The command that runs this one with the lock in its hands, where there can be a lock. */
export async function holding(
  cluster: string,
  command: [string, ...string[]],
): Promise<[string, ...string[]]> {
  if ((await stateOf(cluster)) === 'unknown') return command
  return ['flock', '--no-fork', ...flock(cluster), ...command]
}
