import { sql } from 'kysely'

/**
 * Says whether rows are still those they were: selected among rows, it differs whenever one of them was added, changed
 * or removed since. It says nothing outside of this database, and is not to be stored.
 *
 * @param aliases of the tables in the query whose rows are meant
 */
export const rowVersions = (...aliases: [string, ...string[]]) => {
  const versions = aliases.flatMap((alias) => [sql.ref(`${alias}.xmin`), sql.ref(`${alias}.ctid`)])
  // As a record: to write each as text first would take longer than to read the row.
  return sql<string>`concat(count(*), ' ', sum(hash_record_extended(row(${sql.join(versions)}), 0)))`
}

/** Of one row: every change of it makes another, for as long as the database is not restored from a copy. */
export const rowVersion = (alias: string) =>
  sql<string>`concat(${sql.ref(`${alias}.xmin`)}, ${sql.ref(`${alias}.ctid`)})`

/** As `rowVersions`, of a view, whose rows have contents and no versions. */
export const rowContents = (view: string) =>
  sql<string>`concat(count(*), ' ', sum(hash_record_extended(${sql.ref(view)}, 0)))`
