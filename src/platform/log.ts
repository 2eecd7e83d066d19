import pino from 'pino'
import { causeNow, numberOf } from './cause.ts'

export type Log = pino.Logger

/**
 * JSON lines, in UTC, each with the number of the request that it came of, or of the turn of the clock. Never bodies,
 * tokens, addresses or names: callers pass ids and codes only.
 *
 * @param to standard error, unless a test reads them
 */
export const openLog = (
  level: string,
  to: pino.DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: sayError },
      mixin: numbered,
    },
    to,
  )

function numbered() {
  const cause = causeNow()
  return cause ? { requestId: numberOf(cause.trace) } : {}
}

/** What went wrong and where, without the values an error carries along: those may be someone's. */
export function sayError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code } = error as { code?: unknown }
  const message = brokenRule.test(String(code)) ? error.message : withoutValues(error.message)
  const stack = error.stack?.replace(error.message, () => message)
  return { type: error.name, code, message, stack }
}

/** PostgreSQL's codes for a constraint that was broken: there it quotes names of tables and rules alone. */
const brokenRule = /^23...$/

/** Otherwise it quotes what it was given, as parsers do, and mail servers name an address. */
const withoutValues = (message: string) => message.replaceAll(/"[^"]*"|<?[^\s<>]+@[^\s<>]+>?/g, '…')
