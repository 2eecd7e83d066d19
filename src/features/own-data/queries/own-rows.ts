import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { type Chapter, chapters, type OwnTables, type TableData } from '../../../platform/own-tables.ts'

export type OwnRow = Record<string, unknown>
/** What a chapter holds of somebody, by table; tables without rows are there too. */
export type OwnChapter = { chapter: Chapter; tables: Record<string, OwnRow[]> }

/** Everything that is kept of a person, in the order of the chapters. Nothing that opens an account is among it. */
export async function ownRowsOf(db: Db | Tx, tables: OwnTables, personId: string): Promise<OwnChapter[]> {
  const found: OwnChapter[] = []
  for (const chapter of chapters) {
    const own: OwnChapter = { chapter, tables: {} }
    for (const [table, data] of Object.entries(tables))
      if (data.chapter === chapter && data.rows) own.tables[table] = await rowsIn(db, table, data, personId)
    found.push(own)
  }
  return found
}

/** At most so many rows of a table; nobody has more, but for those who work in the office for years. */
const mostRows = 50_000

function rowsIn(db: Db | Tx, table: string, data: TableData, personId: string): Promise<OwnRow[]> {
  const rows = data.rows?.(personId) ?? sql<boolean>`false`
  const picked = pickedOf(data, personId)
  return db
    .selectFrom(table as 'person')
    .where(rows)
    .select(Object.entries(picked).map(([name, value]) => value.as(name)))
    .limit(mostRows)
    .execute()
}

/** What goes into a copy of each row. */
function pickedOf({ exports, columns }: TableData, personId: string): Record<string, RawBuilder<unknown>> {
  if (typeof exports === 'function') return exports(personId)
  const { public: open = [], personal = [], sensitive = [] } = columns
  return Object.fromEntries(
    (exports ?? [...open, ...sensitive, ...personal]).map((name) => [name, sql.ref(name)]),
  )
}
