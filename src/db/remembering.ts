import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import { LRUCache } from 'lru-cache'
import { camelCase, type Db, onlyAsks } from './connection.ts'
import { prepare } from './prepared.ts'
import type { DB } from './tables.ts'

/** A database that remembers what it was asked. */
export type Remembering = {
  db: Db
  /** From now on, all is asked anew. */
  forget(): void
}

/** So many answers are kept at once: those of some pages, and what all of them ask. */
const mostAnswers = 400

/**
 * The same database, which answers a question that it was asked before as it did then: for whoever draws many pages of one state of
 * it. What a page asks, the same page in another language asks as well. It takes nothing but questions.
 */
export function remembering(db: Db): Remembering {
  const plain = db.withoutPlugins()
  const answers = new LRUCache<string, Promise<QueryResult<never>>>({ max: mostAnswers })
  const executeQuery = async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
    if (!onlyAsks.test(query.sql)) refused()
    const key = `${query.sql}\n${JSON.stringify(query.parameters)}`
    const known = answers.get(key)
    if (known) return known
    // Of all that is asked for one page, most is asked for every other one too.
    prepare(query.sql)
    const answer = plain.executeQuery<never>(query)
    answers.set(key, answer)
    answer.catch(() => answers.delete(key))
    return answer
  }
  const connection: DatabaseConnection = { executeQuery, streamQuery: refused }
  const dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driverOf(connection),
    createIntrospector: refused,
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
  return {
    db: new Kysely<DB>({ dialect, plugins: [camelCase] }),
    forget: () => answers.clear(),
  }
}

const driverOf = (connection: DatabaseConnection): Driver => ({
  init: async () => undefined,
  acquireConnection: async () => connection,
  releaseConnection: async () => undefined,
  beginTransaction: async () => refused(),
  commitTransaction: async () => refused(),
  rollbackTransaction: async () => refused(),
  destroy: async () => undefined,
})

function refused(): never {
  throw new Error('takes nothing but questions')
}
