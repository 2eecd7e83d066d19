import type { Compilable, CompiledQuery } from 'kysely'
import type pg from 'pg'
import type { Db, Tx } from './connection.ts'

/** Names of statements by their text. */
const names = new Map<string, string>()

/** No plan is older than this: one that was made for a few rows is no good for thousands. */
const plansLastMs = 10_000

/**
 * Asks what is asked again and again, with every page or every email: each connection has it parsed and planned once
 * in a while, not each time. For statements that find their rows by a key, which any plan does alike.
 *
 * @source docs/decisions/0070-what-is-asked-often-is-prepared.md
 */
export async function often<Row>(db: Db | Tx, query: Compilable<Row> | CompiledQuery<Row>): Promise<Row[]> {
  const compiled = 'compile' in query ? query.compile() : query
  if (!names.has(compiled.sql)) names.set(compiled.sql, `often_${names.size}`)
  const { rows } = await db.executeQuery(compiled)
  return rows
}

/** Has a new connection know those statements by their names. */
export function prepareOften(client: pg.ClientBase): void {
  const query = client.query.bind(client) as (what: unknown, values?: unknown) => Promise<unknown>
  let plannedAt = performance.now()
  const named = (what: unknown, values?: unknown) => {
    const name = typeof what === 'string' && names.get(what)
    if (!name) return query(what, values)
    if (performance.now() - plannedAt > plansLastMs) {
      plannedAt = performance.now()
      // It goes before on the same line. In a transaction that has failed, so will what comes after.
      query('discard plans').catch(() => {})
    }
    return query({ name, text: what, values })
  }
  client.query = named as typeof client.query
}
