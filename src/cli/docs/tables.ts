import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'

type Column = {
  table: string
  tableNote: string | null
  column: string
  type: string
  nullable: boolean
  note: string | null
}

/** Every table and view with its columns and their comments, as Markdown. */
export async function tablesPage(db: Db): Promise<string> {
  const { rows } = await sql<Column>`
    select c.relname as table, obj_description(c.oid) as table_note, a.attname as column,
      format_type(a.atttypid, a.atttypmod) as type, c.relkind = 'r' and not a.attnotnull as nullable, col_description(c.oid, a.attnum) as note
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'v') and c.relnamespace = 'public'::regnamespace and c.relname not like 'kysely%'
    order by c.relname, a.attnum`.execute(db)
  const tables = Map.groupBy(rows, (row) => row.table)
  return ['# Tables', '', ...[...tables].flatMap(([name, columns]) => section(name, columns))].join('\n')
}

const section = (name: string, columns: Column[]) => [
  `## ${name}`,
  '',
  columns[0]?.tableNote ?? '',
  '',
  '| column | type | note |',
  '| --- | --- | --- |',
  ...columns.map(
    ({ column, type, nullable, note }) =>
      `| ${column} | ${type}${nullable ? ', may be null' : ''} | ${cell(note)} |`,
  ),
  '',
]

const cell = (text: string | null) => (text ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ')
