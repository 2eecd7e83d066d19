import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { type Chapter, chapters, type OwnTables, type TableData } from '../../../platform/own-tables.ts'

export type OwnRow = Record<string, unknown>
/** What a chapter holds of somebody, by table; tables without rows are there too. */
export type OwnChapter = { chapter: Chapter; tables: Record<string, OwnRow[]> }

/** Whose rows: of a person by their id, or of an address without an account by its key. */
export type Whose = { personId: string } | { key: string }

/** Everything that is kept of somebody, in the order of the chapters. Nothing that opens an account is among it. */
export async function ownRowsOf(db: Db | Tx, tables: OwnTables, whose: Whose): Promise<OwnChapter[]> {
  const found: OwnChapter[] = []
  for (const chapter of chapters) {
    const own: OwnChapter = { chapter, tables: {} }
    for (const [table, data] of Object.entries(tables)) {
      const rows = data.chapter === chapter ? rowsOf(data, whose) : undefined
      if (rows) own.tables[table] = await rowsIn(db, table, pickedOf(data, whose), rows)
    }
    // Whoever has no account reads nothing of chapters that are about accounts; whose an account elsewhere is nobody knows.
    if (Object.keys(own.tables).length > 0) found.push(own)
  }
  return found
}

/** At most so many rows of a table; nobody has more, but for those who work in the office for years. */
const mostRows = 50_000

const rowsOf = ({ rows, ofAddress }: TableData, whose: Whose): RawBuilder<boolean> | undefined =>
  'key' in whose ? ofAddress?.(whose.key) : rows?.(whose.personId)

function rowsIn(db: Db | Tx, table: string, picked: Picked, rows: RawBuilder<boolean>): Promise<OwnRow[]> {
  return db
    .selectFrom(table as 'person')
    .where(rows)
    .select(Object.entries(picked).map(([name, value]) => value.as(name)))
    .limit(mostRows)
    .execute()
}

type Picked = Record<string, RawBuilder<unknown>>

/** What goes into a copy of each row. */
function pickedOf({ exports, columns }: TableData, whose: Whose): Picked {
  if (typeof exports === 'function') return 'personId' in whose ? exports(whose.personId) : {}
  const { public: open = [], personal = [], sensitive = [] } = columns
  return Object.fromEntries(
    (exports ?? [...open, ...sensitive, ...personal]).map((name) => [name, sql.ref(name)]),
  )
}
