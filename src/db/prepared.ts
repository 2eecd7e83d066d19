import type pg from 'pg'

/** Names of statements by their text. */
const names = new Map<string, string>()

/** From now on, connections know this statement by a name. */
export function prepare(text: string): void {
  if (!names.has(text)) names.set(text, `often_${names.size}`)
}

/** No plan is older than this: one that was made for a few rows is no good for thousands. */
const plansLastMs = 10_000

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
