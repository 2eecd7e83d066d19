import { type DatabaseIntrospector, type Kysely, PostgresDialect, sql, type TableMetadata } from 'kysely'

/**
 * PostgreSQL for us. Before each step Kysely's migrator asks whether its own two tables are there: Kysely would read every
 * column of all tables for that, forty milliseconds a time.
 */
export class Dialect extends PostgresDialect {
  override createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return { getSchemas: async () => [], getTables: () => migratorsTables(db) }
  }
}

/** Those in which the migrator notes what was done; none in a database that is new. */
export async function migratorsTables<Tables>(db: Kysely<Tables>): Promise<TableMetadata[]> {
  const { rows } = await sql<{ name: string }>`
    select name from unnest(array['kysely_migration', 'kysely_migration_lock']) as name
    where to_regclass(name) is not null`.execute(db)
  return rows.map(({ name }) => ({ name, isView: false, isForeign: false, columns: [] }))
}
