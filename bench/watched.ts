import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const root = join(import.meta.dirname, '..')

/** What a command said with `--json`, how long it took, and the most memory that its process held. */
export type Watched<Said> = { said: Said; seconds: number; megabytes: number }

/** Runs `twinleaf` over the network in a folder to its end, and watches it. Linux only. @throws Error when it fails */
export async function watched<Said>(folder: string, ...words: string[]): Promise<Watched<Said>> {
  const since = performance.now()
  const child = spawn(process.execPath, [join(root, 'bin/twinleaf.mjs'), ...words, '--json'], {
    env: {
      ...process.env,
      DATA_DIR: folder,
      BASE_URL: 'http://localhost:3000',
      MAIL_TRANSPORT: 'spool',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let megabytes = 0
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, mostOf(child.pid ?? 0))
  }, 50)
  const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  clearInterval(watch)
  if (code !== 0) throw new Error(`twinleaf ${words.join(' ')} ended with ${code}`)
  return { said: JSON.parse(out) as Said, seconds: (performance.now() - since) / 1000, megabytes }
}

/** The most that a process has held so far, in megabytes; nothing once it is gone. */
function mostOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
