import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '../..')

export type Site = {
  /** Every line of its log, and of those before it. */
  said: string[]
  kill(): Promise<void>
  stop(): Promise<void>
}

/** Serves in a process of its own, with its worker and its database, and waits until it does. */
export async function startSite(env: Record<string, string>, said: string[] = []): Promise<Site> {
  const child = spawn(join(root, 'node_modules/.bin/node'), [join(root, 'bin/twinleaf.mjs'), 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
  const ended = once(child, 'exit')
  const begun = new Promise((resolve) => child.stdout.on('data', resolve))
  const isUp = await Promise.race([begun.then(() => true), ended.then(() => false)])
  if (!isUp) throw new Error(`the site did not start:\n${said.slice(-10).join('\n')}`)
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  return { said, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}
