import { databaseIn } from '../db/index.ts'

/** What can be wrong with a database, in sentences for someone who started us. */

/** There is no database to work with; the message says why, and what to do. */
export class NoDatabase extends Error {}

const [oldest, newest] = [15, 18]

/** @param number as PostgreSQL counts: 150004 is 15.4. @throws NoDatabase */
export function refuseVersion(number: number): void {
  const major = Math.floor(number / 10_000)
  if (major >= oldest && major <= newest) return
  const is = major < oldest ? 'too old' : 'newer than this Twinleaf knows'
  throw new NoDatabase(
    `The database of DATABASE_URL is PostgreSQL ${major}, which is ${is}. Use one from ${oldest} to ${newest}.`,
  )
}

/** By PostgreSQL's code, and by Node's: what is wrong at the start, and what to do. */
const atTheStart: Record<string, (reason: string, name: string) => string> = {
  '28P01': () => 'The database refuses the password in DATABASE_URL. Correct the name or the password in it.',
  '28000': (reason) =>
    `The database does not let us in: ${reason}. Correct DATABASE_URL, or allow it in the server’s pg_hba.conf.`,
  '3D000': (_reason, name) =>
    `The server of DATABASE_URL has no database “${name}”. Make it with createdb, or correct its name in DATABASE_URL.`,
  '42501': (reason, name) =>
    `The role in DATABASE_URL lacks rights in the database “${name}”: ${reason}. Make it the owner, with: alter database "${name}" owner to …`,
  '25006': () =>
    'The database of DATABASE_URL takes no changes: it is a standby, or set to be read only. Name the primary.',
  '53300': () =>
    'The server of DATABASE_URL has no connection left. Raise its max_connections, or stop what else uses it.',
  '53100': () => 'The disk of the database is full. Make room on it, and start again.',
}

/**
 * Why the database could not be opened; null when the reason is another.
 *
 * @param url its address, of which no more than the name of the database is told; null for the embedded one
 */
export function noDatabase(error: unknown, url: string | null): NoDatabase | null {
  const { code = '', message } = error as { code?: string; message?: string }
  const reason = (message || code).replace(/\.$/, '')
  const known = atTheStart[code]
  if (known) return new NoDatabase(known(reason, url ? databaseIn(url) : 'twinleaf'))
  if (reason.includes('client password must be a string'))
    return new NoDatabase(
      'The database asks for a password, and DATABASE_URL holds none. Add it: postgres://name:password@…',
    )
  if (/unsupported startup parameter|statement pooling/.test(reason)) return new NoDatabase(throughPooler)
  if (!isAway(code, reason)) return null
  return new NoDatabase(
    `The database does not answer: ${reason}. Is PostgreSQL running where DATABASE_URL says?`,
  )
}

/** Said where a pooler refuses at the door what we ask for, and where it agrees and does not do it. */
export const throughPooler =
  'The way to the database leads through a pooler, such as PgBouncer, that lends a connection for one transaction, and some of our work needs one for longer. Set DATABASE_DIRECT_URL to the host and port of PostgreSQL itself. See docs/running/standby.md.'

/** What a command says that lost its database in the middle of its work; null when the error is another. */
export function lostDatabase(error: unknown): string | null {
  const { code = '', message } = error as { code?: string; message?: string }
  if (code === 'XX001' || code === 'XX002')
    return `The database is damaged: ${message}. Stop the site, and restore the newest backup.`
  if (!isAway(code, message ?? '')) return null
  return 'The database went away in the middle of the work. What was not finished was taken back: give the command again.'
}

/** PostgreSQL’s words for a server that is away, starting or stopping, and the system’s for a connection that failed. */
const awayCodes = new Set([
  ...[
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENOTFOUND',
    'EAI_AGAIN',
  ],
  ...['57P01', '57P02', '57P03', '08000', '08001', '08003', '08006', '08P01'],
])

const isAway = (code: string, message: string) =>
  awayCodes.has(code) ||
  /Connection terminated|timeout exceeded|not queryable|Client has encountered a connection error|ENOENT.*PGSQL/.test(
    message,
  )
