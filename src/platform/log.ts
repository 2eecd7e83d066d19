import pino from 'pino'

export type Log = pino.Logger

/**
 * JSON lines on standard error, in UTC. Never bodies, tokens, addresses or names: callers pass ids and codes only.
 */
export const openLog = (level: string): Log =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  )
