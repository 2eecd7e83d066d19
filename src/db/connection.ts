import { availableParallelism } from 'node:os'
import { CamelCasePlugin, Kysely, type Transaction } from 'kysely'
import pg from 'pg'
import { isAway } from './away.ts'
import { Dialect } from './dialect.ts'
import { wayTo } from './hosts.ts'
import { prepareOften } from './prepared.ts'
import type { DB } from './tables.ts'

export type Tables = DB
/** The database, outside of a transaction. */
export type Db = Kysely<DB>
/** A transaction; the compiler refuses a plain `Db` where one is asked for. */
export type Tx = Transaction<DB>

const { builtins } = pg.types

/** Dates stay `YYYY-MM-DD` strings; counts and sums become numbers. */
const parsers: Record<number, (text: string) => unknown> = {
  [builtins.DATE]: String,
  [builtins.INT8]: Number,
  [builtins.NUMERIC]: Number,
}

export type ConnectionOptions = {
  /** At most this many connections at once; otherwise as many as the processors of this machine can keep busy. */
  connections?: number
  /** Statements are cancelled after this many milliseconds; 0 for never. */
  statementTimeoutMs?: number
  /** Nobody waits for this database but whoever opens it: they wait as long as it takes, however slow the machine is. */
  isAlone?: boolean
  /** Through a pooler, which takes no limits from us and has its own. */
  isPooled?: boolean
  /** Told of errors of idle connections, which would otherwise end the process. */
  onError?(error: Error): void
  /** Told of each statement that has ended: its text, without values, and how long it took, in milliseconds. */
  onStatement?: ((text: string, ms: number) => void) | undefined
}

/** Each takes some 12 MB of the database's memory. More than two for each processor would only wait for one. */
const enough = Math.max(5, 2 * availableParallelism() + 1)

/** Opens a pool of connections. `db.destroy()` closes it. */
export function connect(url: string, options: ConnectionOptions = {}): Db {
  const { onStatement } = options
  const pool = new pg.Pool({
    ...wayTo(url),
    max: options.connections ?? enough,
    ...(!options.isPooled && !options.isAlone && limits(options.statementTimeoutMs ?? 10_000)),
    connectionTimeoutMillis: options.isAlone ? 0 : 10_000,
    // A machine that is gone says nothing: it is asked every so often whether it is still there.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'twinleaf',
    types: {
      getTypeParser: (oid: number, format?: string) =>
        format !== 'binary' && parsers[oid] ? parsers[oid] : pg.types.getTypeParser(oid, format as 'text'),
    } as pg.CustomTypesConfig,
  })
  askSparingly(pool)
  pool.on('error', (error) => options.onError?.(error))
  // The pool hears of those that idle only. One that is lost in a transaction, between two statements, is told by
  // the next statement; heard by nobody before that, it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  // Behind a pooler, the next statement may come to another server.
  if (!options.isPooled) pool.on('connect', prepareOften)
  const done = { changes: 0 }
  const db = new Kysely<DB>({
    dialect: new Dialect({ pool }),
    log: ({ query, queryDurationMillis }) => {
      if (!onlyAsks.test(query.sql) && !isUnseen(query.sql)) done.changes += 1
      onStatement?.(query.sql, queryDurationMillis)
    },
    plugins: [camelCase],
  })
  pools.set(db, pool)
  doneBy.set(db, done)
  return db
}

/** Columns are `snake_case` in SQL and camelCase here; what JSON holds is as it was written. */
export const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true })

/** "Never" has to be said: it may be otherwise for this role. */
const limits = (statementMs: number) => ({
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 30_000,
  ...(statementMs > 0
    ? { statement_timeout: statementMs }
    : { onConnect: (client: pg.ClientBase) => client.query('set statement_timeout = 0') }),
})

const pools = new WeakMap<Db, pg.Pool>()

/** All else may change something, the end of a transaction above all, and a `with` in any of its parts. */
export const onlyAsks = /^\s*(?:select\b|with\b(?!.*\b(?:insert|update|delete|merge)\b))/is

const written = /(?<!\bfor\s+)\b(?:insert\s+into|update(?!\s+set\b)|delete\s+from|merge\s+into)\s+"?(\w+)/gi

/** Written several times for each email that leaves, and for whoever fills in a form; no page that everyone may see shows anything of them. */
export const unseenTables: readonly string[] = ['outbox', 'application_draft', 'draft_page', 'draft_mail']

/** Whether it writes nothing but what no public page shows. */
const isUnseen = (text: string): boolean => {
  const tables = [...text.matchAll(written)].map(([, table]) => table ?? '')
  return tables.length > 0 && tables.every((table) => unseenTables.includes(table))
}

const doneBy = new WeakMap<Db, { changes: number }>()

/**
 * Another number once anything may have changed through this `Db`, by the time at which whoever changed it knows. Undefined for
 * one that nobody counts for, as one with plugins of its own.
 */
export const changesThrough = (db: Db): number | undefined => doneBy.get(db)?.changes

/** How many connections this process has open, how many of those rest, and how many wait for one. */
export function connectionsOf(db: Db): { open: number; idle: number; waiting: number } {
  const { totalCount: open = 0, idleCount: idle = 0, waitingCount: waiting = 0 } = pools.get(db) ?? {}
  return { open, idle, waiting }
}

/** A server that is away is asked again after this long, no matter how many wait for it: its start is not slowed by a crowd. */
const askAgainAfterMs = 1_000

/** Until then everyone hears at once what the last one heard. A pool that is merely busy is none of this. */
function askSparingly(pool: pg.Pool): void {
  const connectNow = pool.connect.bind(pool) as () => Promise<pg.PoolClient>
  let away: { error: unknown; askedAt: number } | null = null
  const connectSparingly = async () => {
    if (away) {
      if (performance.now() - away.askedAt < askAgainAfterMs) throw away.error
      away.askedAt = performance.now()
    }
    try {
      const client = await connectNow()
      away = null
      return client
    } catch (error) {
      if (isAway(error) && !isBusy(error)) away = { error, askedAt: performance.now() }
      throw error
    }
  }
  pool.connect = connectSparingly as typeof pool.connect
}

const isBusy = (error: unknown) => error instanceof Error && error.message.includes('timeout exceeded')
