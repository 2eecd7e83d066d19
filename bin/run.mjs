/** Running a program in our place: its end is our end, and a signal to us is one to it. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Becomes the program; does not return. */
export async function become(program, args, env = process.env) {
  // Where Node can, the program takes over this very process, signals and number included.
  if (process.execve) {
    process.removeAllListeners('warning')
    process.execve(program, [program, ...args], env)
  }
  process.exit(await run(program, args, env))
}

/**
 * For what ends soon: what a command loads stays until its end, and would be carried from one space to the next while Node makes
 * room for it bit by bit. A sixth of the processor time of a command went into that.
 */
export const brisk = '--min-semi-space-size=16'

const young = '--max-semi-space-size=4'
/** Node waits else until there is as much rubbish as there is of use, and spreads what lasts over all of it. */
const old = '--heap-growing-percent=50'

/**
 * For glibc, which else keeps a store of memory for each thread, and, once it has given back something large, up to 64 MB of
 * what is free. Pages are compressed in less than the first of these, so that their memory stays at hand.
 */
const store = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: String(256 * 1024),
  MALLOC_TRIM_THRESHOLD_: String(2 * 1024 * 1024),
}

/**
 * What Node is told when it runs for long: to take out the rubbish before there is much of it, and to give back what it does not
 * need. Together that halves what a site takes.
 *
 * @returns null where that is said already, by us or by someone who wants it otherwise, or cannot be said any more
 */
export function sparing() {
  const said = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ')
  if (said.includes('--max-semi-space-size')) return null
  const others = process.execArgv.filter((flag) => flag !== brisk)
  return { flags: [...others, young, old], env: { ...store, ...process.env } }
}

/** npm ends at SIGTERM with its shell and leaves us running, unless we notice and end as well. */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

/** Runs the program to its end and answers with its exit code, as a shell would. */
export function run(program, args, env = process.env) {
  // Killed without a chance to pass it on, we take the program with us.
  const bound = process.platform === 'linux' && existsSync('/usr/bin/setpriv')
  const child = bound
    ? spawn('/usr/bin/setpriv', ['--pdeathsig', 'KILL', '--', program, ...args], { stdio: 'inherit', env })
    : spawn(program, args, { stdio: 'inherit', env })
  const forward = (signal) => {
    // Ctrl-C in a terminal has reached the program already; a second one would mean "at once".
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of signals) process.on(signal, forward)
  return new Promise((settle) => {
    child.on('error', (error) => {
      console.error(error.message)
      settle(1)
    })
    child.on('exit', (code, signal) => {
      for (const signal of signals) process.off(signal, forward)
      settle(code ?? 128 + constants.signals[signal])
    })
  })
}
