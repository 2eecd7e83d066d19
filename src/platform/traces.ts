import { randomBytes } from 'node:crypto'
import { version } from './version.ts'

/** By the numbers that the protocol has for them. */
const kinds = { internal: 1, server: 2, client: 3, producer: 4, consumer: 5 } as const
export type Kind = keyof typeof kinds

/** Routes, codes, counts and ids; no personal data. */
export type Attributes = Record<string, string | number>

/** A part of some work that has ended. Instants are those of the machine, in milliseconds. */
type Span = {
  trace: string
  span: string
  parent: string | null
  name: string
  kind: Kind
  attributes?: Attributes
  from: number
  until: number
  isFault: boolean
}

/** Where parts of work are told of. */
export type Traces = {
  newSpan(): string
  tell(span: Span): void
  /** Sends what is left. */
  close(): Promise<void>
}

const everyMs = 2_000
const timeoutMs = 5_000
/** As many wait at most; with a collector that is away the others are dropped, and counted. */
const mostWaiting = 4_096

/**
 * Sends spans to a collector, by OTLP over HTTP in JSON. The official SDK needs 31 MB more for the same, and its
 * instrumentation patches packages as they are loaded, which ours are not: they are in the bundle.
 *
 * @param endpoint of the collector, without `/v1/traces`
 * @param onTrouble told once when the collector stops taking them, with how many were lost by then
 * @source docs/decisions/0032-what-is-seen-from-outside.md
 */
export function openTraces(endpoint: string, onTrouble: (error: unknown, dropped: number) => void): Traces {
  const address = `${endpoint.replace(/\/$/, '')}/v1/traces`
  const waiting: Span[] = []
  let dropped = 0
  let isAway = false

  async function send(): Promise<void> {
    const spans = waiting.splice(0)
    if (spans.length === 0) return
    try {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(written(spans)),
        signal: AbortSignal.timeout(timeoutMs),
      })
      if (!answer.ok) throw new Error(`the collector answered ${answer.status}`)
      isAway = false
    } catch (error) {
      dropped += spans.length
      // Said once, and not each two seconds.
      if (!isAway) onTrouble(error, dropped)
      isAway = true
    }
  }

  const timer = setInterval(() => void send(), everyMs).unref()
  return {
    newSpan: () => randomBytes(8).toString('hex'),
    tell(span) {
      if (waiting.length < mostWaiting) waiting.push(span)
      else dropped += 1
    },
    close() {
      clearInterval(timer)
      return send()
    },
  }
}

const written = (spans: readonly Span[]) => ({
  resourceSpans: [
    {
      resource: { attributes: listed({ 'service.name': 'twinleaf', 'service.version': version }) },
      scopeSpans: [{ scope: { name: 'twinleaf' }, spans: spans.map(writtenSpan) }],
    },
  ],
})

const writtenSpan = ({ trace, span, parent, name, kind, attributes, from, until, isFault }: Span) => ({
  traceId: trace,
  spanId: span,
  ...(parent && { parentSpanId: parent }),
  name,
  kind: kinds[kind],
  startTimeUnixNano: nanoseconds(from),
  endTimeUnixNano: nanoseconds(until),
  attributes: listed(attributes ?? {}),
  ...(isFault && { status: { code: 2 } }),
})

const nanoseconds = (ms: number) => `${Math.round(ms * 1000)}000`

const listed = (attributes: Attributes) =>
  Object.entries(attributes).map(([key, value]) => ({
    key,
    value: typeof value === 'number' ? { doubleValue: value } : { stringValue: value },
  }))
