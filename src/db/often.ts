import type { Compilable, CompiledQuery, KyselyPlugin } from 'kysely'
import type { Db, Tx } from './connection.ts'
import { prepare } from './prepared.ts'

/**
 * Asks what is asked again and again, with every page or every email: each connection has it parsed and planned once
 * in a while, not each time. For statements that find their rows by a key, which any plan does alike.
 *
 * @source docs/decisions/0070-what-is-asked-often-is-prepared.md
 */
export async function often<Row>(db: Db | Tx, query: Statement<Row>): Promise<Row[]> {
  const written = compiled(query)
  prepare(written.sql)
  const { rows } = await db.executeQuery(written)
  return rows
}

type Statement<Row> = Compilable<Row> | CompiledQuery<Row>

const compiled = <Row>(query: Statement<Row>): CompiledQuery<Row> =>
  'compile' in query ? query.compile() : query

/**
 * The same of a statement that is written once, and asked with other values each time, in transactions and outside of them: to
 * write one costs more than to ask it.
 *
 * @param former the values to write it with, each of which must be told apart from all others in it
 */
export function oftenAs<Row, Values extends object>(
  former: Values,
  write: (db: Db | Tx, values: Values) => Statement<Row>,
): (db: Db | Tx, given: Values) => Promise<Row[]> {
  let known: { written: CompiledQuery<Row>; plugins: Plugins } | undefined
  return (db, given) => {
    const { plugins } = db.getExecutor()
    if (!known || !isSame(known.plugins, plugins)) known = { written: compiled(write(db, former)), plugins }
    return often(db, withValues(known.written, former, given))
  }
}

/** They have a say in how a statement is written; all that `connect` opens have the same. */
type Plugins = readonly KyselyPlugin[]

const isSame = (some: Plugins, others: Plugins) =>
  some.length === others.length && some.every((one, index) => one === others[index])

function withValues<Row, Values extends object>(
  written: CompiledQuery<Row>,
  former: Values,
  given: Values,
): CompiledQuery<Row> {
  const names = Object.keys(former) as (keyof Values)[]
  const parameters = written.parameters.map((value) => {
    const name = names.find((one) => former[one] === value)
    return name === undefined ? value : given[name]
  })
  return { ...written, parameters }
}
