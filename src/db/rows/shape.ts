import type { ClientBase } from 'pg'

/** The rows of one table, as `copy` gives and takes them. */
export type Part = {
  table: string
  /** In the order in which their values stand; generated columns are left out. */
  columns: string[]
  format: Format
}

/** As text, bytes take twice their room; all else takes less as text. */
type Format = 'text' | 'binary'

/**
 * The tables of ours, by name, less those that stay out.
 *
 * @param leftOut names as they are in SQL
 */
export async function partsOf(client: ClientBase, leftOut: readonly string[]): Promise<Part[]> {
  const { rows } = await client.query<Part>(
    `select c.relname::text as table, array_agg(a.attname::text order by a.attnum) as columns,
            case when bool_or(a.atttypid = 'bytea'::regtype) then 'binary' else 'text' end as format
       from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like 'kysely%'
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relname <> all ($1)
      group by c.relname order by c.relname collate "C"`,
    [leftOut],
  )
  return rows
}

/** Names of the migrations that the database has had, in order. */
export async function migrationsIn(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name')
  return rows.map(({ name }) => name)
}

export const named = (name: string) => `"${name.replaceAll('"', '""')}"`

export const copied = ({ table, columns }: Part) =>
  `public.${named(table)} (${columns.map(named).join(', ')})`
