import { hash } from 'node:crypto'
import { serialize } from 'node:v8'
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
import { camelCase, type Db, onlyAsks, type Tx } from './connection.ts'
import { prepareForGood } from './prepared.ts'
import type { DB } from './tables.ts'

/** A question as it goes to the database, with its values. */
export type Question = { sql: string; parameters: readonly unknown[] }

/** What the database said: `digest` is another one where it says anything else. */
type Said = { result: QueryResult<never>; digest(): string }

/** A database that remembers what it was asked. */
export type Remembering = {
  /**
   * It, for one asker, which is told of each of its questions and of the digest of what it heard. Nothing that was made for another
   * asker is known to it.
   *
   * @param plain a value as the database takes it
   */
  askedBy(plain: (value: unknown) => unknown, note: (question: Question, digest: () => string) => void): Db
  /** Of what the database says to it. */
  digestOf(question: Question): Promise<string>
}

/** So many answers are kept at once: those of some pages, and what all of them ask. */
const mostAnswers = 400

/**
 * The same database, which answers a question that it was asked before as it did then: for whoever draws many pages of one state of
 * it. What a page asks, the same page in another language asks as well. It takes nothing but questions.
 */
export function remembering(db: Db): Remembering {
  const plainDb = db.withoutPlugins()
  const answers = new LRUCache<string, Promise<Said>>({ max: mostAnswers })
  const ask = ({ sql, parameters }: Question, query?: CompiledQuery): Promise<Said> => {
    const key = `${sql}\n${JSON.stringify(parameters)}`
    const known = answers.get(key)
    if (known) return known
    // Of all that is asked for one page, most is asked for every other one too.
    prepareForGood(sql)
    const answer = plainDb
      .executeQuery<never>({ ...query, sql, parameters } as CompiledQuery<never>)
      .then(said)
    answers.set(key, answer)
    answer.catch(() => answers.delete(key))
    return answer
  }
  return {
    askedBy(plain, note) {
      const executeQuery = async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
        const { sql, parameters } = query
        if (!onlyAsks.test(sql)) refused()
        const { result, digest } = await ask({ sql, parameters: parameters.map(plain) }, query)
        note({ sql, parameters }, digest)
        return result
      }
      const asker = new Kysely<DB>({ dialect: dialectOf(executeQuery), plugins: [camelCase] })
      asOfOneTime.add(asker)
      return asker
    },
    digestOf: async (question) => (await ask(question)).digest(),
  }
}

const asOfOneTime = new WeakSet<object>()

/** Whether it answers as of one time: what was made of its answers holds for as long as it is asked. */
export const isAsOfOneTime = (db: Db | Tx): boolean => asOfOneTime.has(db)

function said(result: QueryResult<never>): Said {
  let digest: string | undefined
  return {
    result,
    digest() {
      digest ??= hash('sha256', serialize(result.rows), 'base64url').slice(0, 22)
      return digest
    },
  }
}

function dialectOf(executeQuery: DatabaseConnection['executeQuery']) {
  const connection: DatabaseConnection = { executeQuery, streamQuery: refused }
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driverOf(connection),
    createIntrospector: refused,
    createQueryCompiler: () => new PostgresQueryCompiler(),
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
