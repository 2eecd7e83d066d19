import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { getCompileCacheDir } from 'node:module'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '../root.ts'
import type { Said } from './answering.ts'

/** How a process aside works. */
export type Aside = {
  /** It is killed when one piece of work takes longer, in milliseconds. */
  longestMs: number
  /** After so long without work it ends, and takes its memory with it. */
  restMs?: number
  /** All that it knows of its surroundings. */
  env?: NodeJS.ProcessEnv
}

/**
 * Work that takes much memory, or reads what strangers made, in a process of its own: one piece after the other, so that a crowd
 * costs no more than one of them. Whatever becomes of the process, ours goes on.
 *
 * @param entry the file that it runs, which calls `answering`, from the project's folder. Read from the source also when the rest is
 *   bundled: Node runs it as it is
 * @returns asks for a piece of work; throws Error when the work throws, and when the process ends or takes too long
 */
export function aside<Asked, Answer>(entry: string, how: Aside): (asked: Asked) => Promise<Answer> {
  let child: ChildProcess | undefined
  let resting: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  const leave = (one: ChildProcess) => {
    if (child === one) child = undefined
  }
  const begun = () => {
    const one = started(entry, how.env)
    one.once('exit', () => leave(one))
    return one
  }
  const rest = (one: ChildProcess) => {
    hold(one, false)
    resting = setTimeout(() => {
      leave(one)
      if (one.connected) one.disconnect()
    }, how.restMs ?? 0)
    resting.unref()
  }
  const work = async (asked: Asked): Promise<Answer> => {
    clearTimeout(resting)
    child ??= begun()
    const one = child
    hold(one, true)
    const said = await answerOf<Answer>(one, asked, how.longestMs).catch((error) => {
      leave(one)
      one.kill('SIGKILL')
      throw error
    })
    rest(one)
    if ('fault' in said) throw new Error(said.fault)
    return said.answer
  }
  return (asked) => {
    const mine = last.then(() => work(asked))
    last = mine.catch(() => undefined)
    return mine
  }
}

function started(entry: string, env: NodeJS.ProcessEnv = {}): ChildProcess {
  const child = fork(resolve(root, entry), {
    cwd: '/',
    env: { NODE_COMPILE_CACHE: getCompileCacheDir(), ...env },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  // One that could not even start says so twice: heard by nobody, the second time would end the site.
  child.on('error', () => undefined)
  return child
}

/** Whether our own end waits for it. */
function hold(child: ChildProcess, isHeld: boolean): void {
  child[isHeld ? 'ref' : 'unref']()
  child.channel?.[isHeld ? 'ref' : 'unref']()
}

async function answerOf<Answer>(
  child: ChildProcess,
  asked: unknown,
  longestMs: number,
): Promise<Said<Answer>> {
  const over = new AbortController()
  const { signal } = over
  const ended = once(child, 'exit', { signal }).then(() => 'ended')
  const late = pause(longestMs, 'took too long', { signal })
  const said = once(child, 'message', { signal }).then(([one]) => one as Said<Answer>)
  try {
    child.send(asked as object, () => undefined)
    const first = await Promise.race([said, ended, late])
    if (typeof first !== 'string') return first
    throw new Error(`the process aside ${first}`)
  } finally {
    over.abort()
    for (const one of [said, ended, late]) one.catch(() => undefined)
  }
}
