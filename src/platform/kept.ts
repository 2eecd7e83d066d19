import type { Db, Tx } from '../db/index.ts'

/** `weight` is nothing while it is being made. */
type Kept<Value> = { version: string; value: Promise<Value>; weight: number }

/** What is asked for, and the version of all rows that it is made of, read before any of them. */
export type Wanted = { key: string; version: string }

/**
 * Keeps what costs much to work out of rows, for as long as those rows are as they were. There is one rule: a value is
 * kept with the `rowVersions` of everything it was made of, so that nobody has to remember to forget it. What was made
 * of rows that have changed by now has an older version, and is made again.
 *
 * A transaction sees rows that nobody else does: what it asks for is made for it alone.
 *
 * @param most how much is kept at once; what was not asked for longest goes first, and the last one stays
 * @param weigh how much a value counts, where some are far larger than others
 */
export function keeper<Value>(most: number, weigh: (value: Value) => number = () => 1) {
  const everywhere = new WeakMap<Db, Map<string, Kept<Value>>>()
  return async (
    db: Db | Tx,
    { key, version }: Wanted,
    make: (former: Value | undefined) => Promise<Value>,
  ): Promise<Value> => {
    if (db.isTransaction) return make(undefined)
    const kept = everywhere.get(db) ?? new Map<string, Kept<Value>>()
    everywhere.set(db, kept)
    const known = kept.get(key)
    const current = known?.version === version ? known : { version, value: remade(known, make), weight: 0 }
    kept.delete(key)
    kept.set(key, current)
    current.value.then(
      (value) => {
        current.weight = weigh(value)
        makeRoom(kept, most)
      },
      () => kept.get(key) === current && kept.delete(key),
    )
    return current.value
  }
}

function makeRoom<Value>(kept: Map<string, Kept<Value>>, most: number): void {
  let weight = 0
  for (const [key, one] of [...kept].reverse()) {
    weight += one.weight
    if (weight > most && weight > one.weight) kept.delete(key)
  }
}

/** From what it was before, where that did not fail. */
async function remade<Value>(
  known: Kept<Value> | undefined,
  make: (former: Value | undefined) => Promise<Value>,
): Promise<Value> {
  return make(await known?.value.catch(() => undefined))
}
