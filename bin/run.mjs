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
