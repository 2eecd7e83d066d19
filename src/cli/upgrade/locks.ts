import { sql } from 'kysely'
import { connect, type Db, migrateToLatest, migrateUpTo } from '../../db/index.ts'
import type { World } from './world.ts'

/** A table of the network that a migration keeps for itself while it runs: from everyone, or from those who change it. */
export type Locked = { table: string; from: 'everyone' | 'writers' }

/** A migration to come, and whom it keeps waiting. */
export type Pending = { name: string; locks: Locked[] }

/** Runs the migrations to come on an empty database of the same schema, and looks at what each of them locks there. */
export const locksOf = ({ scratch, folder }: World, last: string): Promise<Pending[]> =>
  scratch(async (url) => {
    const db = connect(url, { connections: 3, statementTimeoutMs: 0 })
    try {
      await migrateUpTo(db, folder, last)
      let known = await tablesIn(db)
      const found: Pending[] = []
      await migrateToLatest(db, folder, async (within, name) => {
        const locks = await locksHeld(within)
        found.push({ name, locks: locks.filter(({ table }) => known.has(table)) })
        known = await tablesIn(within)
      })
      return found
    } finally {
      await db.destroy()
    }
  })

async function tablesIn(db: Db): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'kysely%'`.execute(db)
  return new Set(rows.map(({ name }) => name))
}

async function locksHeld(db: Db): Promise<Locked[]> {
  const { rows } = await sql<Locked>`
    select relname as table, case when bool_or(mode = 'AccessExclusiveLock') then 'everyone' else 'writers' end as from
      from pg_locks join pg_class on pg_class.oid = relation
     where pid = pg_backend_pid() and granted and relkind = 'r' and relnamespace = 'public'::regnamespace
       and mode in ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
     group by relname order by relname`.execute(db)
  return rows
}
