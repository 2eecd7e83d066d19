/** For work on Twinleaf itself: starts the command anew whenever a source changes. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './install.mjs'

const watched = ['src', 'public', 'migrations']

export async function reload(args) {
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stopping.abort())
  let changed = Promise.withResolvers()
  for (const folder of watched.filter((name) => existsSync(join(root, name)))) {
    watch(join(root, folder), { recursive: true }, () => changed.resolve())
  }
  stopping.signal.addEventListener('abort', () => changed.resolve())

  while (!stopping.signal.aborted) {
    // A group of its own: Ctrl-C reaches us, and we pass it on once.
    const child = spawn(process.execPath, [join(root, 'bin/twinleaf.mjs'), ...args], {
      stdio: 'inherit',
      detached: true,
    })
    const ended = once(child, 'exit')
    await changed.promise
    // An editor writes several files at a time.
    await pause(100)
    changed = Promise.withResolvers()
    child.kill('SIGTERM')
    await ended
  }
  process.exit()
}
