/**
 * Goes through the pairs of a crowd in threads: an example of `solveCrowdWith`.
 *
 * A score is a function and cannot be sent, so each thread makes the same crowd for itself from what can be
 * sent: here a size and a seed, elsewhere a file or rows of a database. Questions and answers are plain data.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { type Answer, type Crowd, type Elsewhere, lookerOf, type Question } from '../../src/matching/index.ts'
import { aRound } from '../../src/matching/testing/a-round.ts'

export type Recipe = { n: number; seed: number }

export const crowdFrom = ({ n, seed }: Recipe): Crowd => aRound(n, seed)

/** Questions waiting at each thread, so that none is idle while the others' answers are taken. */
const WAITING = 2

export type Threads = Elsewhere & { close(): Promise<void> }

export function threadsFor(recipe: Recipe, count: number): Threads {
  const threads = Array.from({ length: count }, () => threadFor(recipe))
  let asked = 0
  return {
    atOnce: count * WAITING,
    look: (question) => threads[asked++ % count]!.look(question),
    async close() {
      await Promise.all(threads.map(({ close }) => close()))
    },
  }
}

type Open = { resolve(answer: Answer): void; reject(error: Error): void }

/** One thread, which answers in the order it was asked. */
function threadFor(recipe: Recipe) {
  const worker = new Worker(new URL(import.meta.url), { workerData: recipe })
  const open: Open[] = []
  worker.on('message', (answer: Answer) => open.shift()?.resolve(answer))
  worker.on('error', (error: Error) => {
    for (const { reject } of open.splice(0)) reject(error)
  })
  return {
    look: (question: Question) =>
      new Promise<Answer>((resolve, reject) => {
        open.push({ resolve, reject })
        worker.postMessage(question)
      }),
    close: () => worker.terminate(),
  }
}

if (!isMainThread && parentPort !== null) {
  const port = parentPort
  const look = lookerOf(crowdFrom(workerData as Recipe))
  port.on('message', (question: Question) => port.postMessage(look(question)))
}
