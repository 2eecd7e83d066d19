import type pg from 'pg'

/** Names of statements by their text. */
const names = new Map<string, string>()

/** Statements that are planned once, whatever their values. */
const forGood = new Set<string>()

/** From now on, connections know this statement by a name. */
export function prepare(text: string): void {
  if (!names.has(text)) names.set(text, `often_${names.size}`)
}

/**
 * The same for whoever asks thousands of times in a row and ends: to plan a statement for its values, which PostgreSQL would go on
 * to do, costs several times what its answer does. From then on a connection keeps the plans of all its statements.
 */
export function prepareForGood(text: string): void {
  prepare(text)
  forGood.add(text)
}

/** No plan is older than this: one that was made for a few rows is no good for thousands. */
const plansLastMs = 10_000

/** Has a new connection know those statements by their names. */
export function prepareOften(client: pg.ClientBase): void {
  const query = client.query.bind(client) as (what: unknown, values?: unknown) => Promise<unknown>
  let plannedAt = performance.now()
  let isForGood = false
  const named = (what: unknown, values?: unknown) => {
    const name = typeof what === 'string' ? names.get(what) : undefined
    if (typeof what !== 'string' || name === undefined) return query(what, values)
    // Either goes before on the same line. In a transaction that has failed, so will what comes after.
    if (!isForGood && forGood.has(what)) {
      isForGood = true
      query('set plan_cache_mode = force_generic_plan').catch(() => {})
    }
    if (!isForGood && performance.now() - plannedAt > plansLastMs) {
      plannedAt = performance.now()
      query('discard plans').catch(() => {})
    }
    return query({ name, text: what, values })
  }
  client.query = named as typeof client.query
}
