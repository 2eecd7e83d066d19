import type { Compilable, CompiledQuery } from 'kysely'
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
 * The same of a statement that is written once for each `Db`, and asked with other values each time: to write one costs more than
 * to ask it.
 *
 * @param former the values to write it with, each of which must be told apart from all others in it
 */
export function oftenAs<Row, Values extends object>(
  former: Values,
  write: (db: Db | Tx, values: Values) => Statement<Row>,
): (db: Db | Tx, given: Values) => Promise<Row[]> {
  const known = new WeakMap<Db | Tx, CompiledQuery<Row>>()
  return (db, given) => {
    const written = known.get(db) ?? compiled(write(db, former))
    known.set(db, written)
    return often(db, withValues(written, former, given))
  }
}

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
