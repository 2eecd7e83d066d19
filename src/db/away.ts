/** PostgreSQL's words for a server that is away, starting or stopping, and the system's for a connection that failed. */
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08001',
  '08003',
  '08006',
  '53300',
  // It takes no changes any more: another host does, or will.
  '25006',
])

/** What the driver says, without a code, of a connection that it has lost, or could not get in time. */
const lost =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable/i

/** Whether a fault says that the database is away, and not that it was asked something wrong. */
export function isAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string }
  return awayCodes.has(code ?? '') || lost.test(message ?? '')
}

/** Its words for two who waited for each other, and for one who waited as long as allowed. */
const heldUpCodes = new Set(['40P01', '55P03'])

/** Whether a fault says that somebody else held what was asked for. What was begun is taken back. */
export const isHeldUp = (error: unknown): boolean =>
  heldUpCodes.has((error as { code?: string } | null)?.code ?? '')

/** PostgreSQL's words for a disk that is full: of its own, and of what it keeps for a while. */
const roomCodes = new Set(['53100', '53400', 'ENOSPC', 'EDQUOT'])

/** Whether a fault says that there was no room to write. What was begun is taken back. */
export const isOutOfRoom = (error: unknown): boolean =>
  roomCodes.has((error as { code?: string } | null)?.code ?? '')
