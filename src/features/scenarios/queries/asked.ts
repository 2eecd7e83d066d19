import { createHash } from 'node:crypto'
import type { RunProblem } from '../scenario/propose.ts'
import type { Answers, Question } from '../thread/questions.ts'
import { inThread, type Run } from '../thread/run-in-thread.ts'

/** Questions whose answer depends on nothing but themselves, so that it can be kept. */
type Lasting = 'person' | 'pin'

type Answered<Kind extends Lasting> = Answers[Kind] | { problem: RunProblem }

/** A question that is being answered. */
export type Asked<Kind extends Lasting> = {
  answer: Promise<Answered<Kind>>
  /** What is being done for it; `waiting` until its thread has begun. */
  stage(): string
}
type Kept = Map<string, unknown>

/** Newest last. An answer is a few kilobytes. */
const kept: Kept = new Map()
const mostKept = 64

/** One thread after the other: pages and mail want a processor too. */
let last: Promise<unknown> = Promise.resolve()

/**
 * The matching thread's answer to a question, asked once however often it is wanted: anyone who looks at a page
 * again, or has it refreshed while the answer is worked out, waits for the same one.
 */
export function askOnce<Kind extends Lasting>(question: Question<Kind>): Asked<Kind> {
  const key = createHash('sha256').update(JSON.stringify(question)).digest('base64')
  const known = kept.get(key) as Asked<Kind> | undefined
  if (known) return known

  let run: Run<Answers[Kind]> | null = null
  const answer = last.then(() => {
    run = inThread(question)
    return run.outcome
  })
  const asked: Asked<Kind> = { answer, stage: () => run?.progress()?.stage ?? 'waiting' }
  // A thread that failed is not asked for ever after: the next reader starts another.
  last = answer.catch(() => kept.delete(key))
  kept.set(key, asked)
  for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old)
  return asked
}

/** What a promise comes to within so many milliseconds, which may be infinitely many; null when it takes longer. */
export function within<Value>(ms: number, promise: Promise<Value>): Promise<Value | null> {
  if (ms === Number.POSITIVE_INFINITY) return promise
  const { promise: late, resolve } = Promise.withResolvers<null>()
  const timer = setTimeout(() => resolve(null), ms)
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
