import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../../src/platform/root.ts'
import { toClose } from '../closing.ts'

const program = join(root, 'bin/twinleaf.mjs')

/** The test runner has a BASE_URL of its own, which is not ours. */
const plain = { BASE_URL: '' }
/** What runs for long would start a second time to say this to Node. */
const sparing = { NODE_OPTIONS: '--max-semi-space-size=4' }

/** What ends soon is started with this by our launcher, from whichever Node it was called in. */
export const brisk = '--min-semi-space-size=16'

export type Ending = { code: number | null; out: string; err: string }

/** Runs one command of the terminal in a process of its own, to its end. */
export function twinleaf(env: Record<string, string>, ...words: string[]): Promise<Ending> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [brisk, program, ...words], {
      env: { ...process.env, ...plain, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ending: Ending = { code: null, out: '', err: '' }
    child.stdout.on('data', (chunk) => {
      ending.out += chunk
    })
    child.stderr.on('data', (chunk) => {
      ending.err += chunk
    })
    child.once('close', (code) => resolve({ ...ending, code }))
  })
}

export type Running = { kill(signal: NodeJS.Signals): Promise<void> }

/** Starts a long-running command and waits until it says that it runs. */
export function startTwinleaf(env: Record<string, string>, ...words: string[]): Promise<Running> {
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...process.env, ...plain, ...sparing, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  toClose.add(async () => void child.kill('SIGKILL'))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const running: Running = {
    kill(signal) {
      child.kill(signal)
      return ended
    },
  }
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => String(chunk).includes('Ctrl-C') && resolve(running))
    child.once('exit', (code) => reject(new Error(`${words.join(' ')} ended with ${code}`)))
  })
}
