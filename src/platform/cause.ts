import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { Attributes, Kind, Traces } from './traces.ts'

/** What began the work that runs now: a request, or a turn of the clock. Jobs and emails that come of it carry it on. */
export type Cause = {
  /** 32 hexadecimal digits. */
  trace: string
  /** The part of it that runs now, 16 digits; null where nobody is told of parts. */
  span: string | null
}

/** A part of the work that follows from one cause. What it found out by its end it adds itself. */
export type Part = { trace: string; name: string; kind: Kind; attributes?: Attributes }

const running = new AsyncLocalStorage<Cause>()

export const causeNow = (): Cause | undefined => running.getStore()

/** Of a UUID, which costs a tenth of as many random bytes: Node has them ready. */
export const newTrace = (): string => randomUUID().replaceAll('-', '')

/** As logs and error pages quote it. */
export const numberOf = (trace: string): string => trace.slice(0, 8)

/** Runs work as a part of what its cause began: all that is logged, put off or sent meanwhile can be told to come of it. */
export function within<Result>(
  { traces }: { traces?: Traces | undefined },
  part: Part,
  work: (part: Part) => Promise<Result>,
): Promise<Result> {
  if (!traces) return running.run({ trace: part.trace, span: null }, () => work(part))
  const parent = causeNow()?.span ?? null
  const span = traces.newSpan()
  return running.run({ trace: part.trace, span }, async () => {
    const from = Date.now()
    let isFault = true
    try {
      const result = await work(part)
      isFault = false
      return result
    } finally {
      traces.tell({ ...part, span, parent, from, until: Date.now(), isFault })
    }
  })
}
