import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Progress } from '../../matching/index.ts'
import { root } from '../../platform/root.ts'
import type { OnProgress, Outcome, RunProblem } from './propose.ts'
import type { Inputs } from './scenario.ts'

/** What the thread says to the one who started it. */
export type Said = { progress: Progress } | { outcome: Outcome | { problem: RunProblem } }

/** Read from the source also when the rest is bundled: Node runs it as it is, and it imports no package. */
const entry = join(root, 'src/features/pairings/matching-thread.ts')

/**
 * Runs the matching in a thread of its own.
 *
 * @throws Error when the thread fails or ends without an answer
 */
export function proposeInThread(
  inputs: Inputs,
  onProgress: OnProgress,
): Promise<Outcome | { problem: RunProblem }> {
  const thread = new Worker(entry, { workerData: inputs })
  return new Promise((resolve, reject) => {
    thread.on('message', (said: Said) =>
      'outcome' in said ? resolve(said.outcome) : onProgress(said.progress),
    )
    thread.on('error', reject)
    thread.on('exit', (code) =>
      reject(new Error(`the matching thread ended with code ${code} and no answer`)),
    )
  })
}
