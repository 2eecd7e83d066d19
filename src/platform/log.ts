import pino from 'pino'

export type Log = pino.Logger

/**
 * JSON lines on standard error, in UTC. Never bodies, tokens, addresses or names: callers pass ids and codes only.
 */
export const openLog = (level: string): Log =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: sayError } },
    pino.destination({ dest: 2, sync: true }),
  )

/** What went wrong and where, without the values an error carries along: those may be someone's. */
export function sayError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, message, stack } = error
  return { type: name, code: (error as { code?: unknown }).code, message, stack }
}
