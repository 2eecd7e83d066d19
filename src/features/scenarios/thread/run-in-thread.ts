import { getCompileCacheDir } from 'node:module'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Progress } from '../../../matching/index.ts'
import { root } from '../../../platform/root.ts'
import type { RunProblem } from '../scenario/propose.ts'
import type { Inputs } from '../scenario/scenario.ts'
import type { Answers, Ask, Question } from './questions.ts'

/** What the thread says to the one who started it. */
export type Said = { progress: Progress } | { answer: Answers[Ask] }

/** A matching under way in a thread of its own. */
export type Run<Answer = Answers['propose']> = {
  /** @throws Error when the thread fails or ends without an answer */
  outcome: Promise<Answer | { problem: RunProblem }>
  /** The last thing heard of it; null before it says anything. */
  progress(): Progress | null
  /** Ends it at once; the outcome is this problem then. */
  stop(problem: RunProblem): void
}

/** Read from the source also when the rest is bundled: Node runs it as it is, and it imports no package. */
const entry = join(root, 'src/features/scenarios/thread/matching-thread.ts')

/** A run may take this long: a thousand people need a second or two, and a worker does one thing at a time. */
const longestMs = 15 * 60_000

/** What the thread may hold besides the engine's arrays; it has two hundred bytes for each possible pair. */
const mostMegabytes = 2048

/** Runs the matching in a thread of its own, so that pages stay quick. */
export const proposeInThread = (inputs: Inputs): Run => inThread({ ask: 'propose', inputs })

/** Has a question answered in a thread of its own. */
export function inThread<Kind extends Ask>(question: Question<Kind>): Run<Answers[Kind]> {
  // With what Node made of the source before, a start takes a tenth of a second, and half a one without.
  const kept = getCompileCacheDir()
  const thread = new Worker(entry, {
    workerData: question,
    env: { ...(kept && { NODE_COMPILE_CACHE: kept }), ...process.env },
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  let heard: Progress | null = null
  let stoppedFor: RunProblem | null = null
  const stop = (problem: RunProblem) => {
    stoppedFor ??= problem
    void thread.terminate()
  }
  const outcome = new Promise<Answers[Kind] | { problem: RunProblem }>((resolve, reject) => {
    const late = setTimeout(() => stop('too-slow'), longestMs)
    thread.on('message', (said: { progress: Progress } | { answer: Answers[Kind] }) => {
      if ('answer' in said) resolve(said.answer)
      else heard = said.progress
    })
    thread.on('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ problem: 'too-much-memory' }) : reject(error),
    )
    thread.on('exit', (code) => {
      clearTimeout(late)
      if (stoppedFor) resolve({ problem: stoppedFor })
      else reject(new Error(`the matching thread ended with code ${code} and no answer`))
    })
  })
  return { outcome, progress: () => heard, stop }
}
