import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { emptied } from '../src/features/backups/actions/scrub.ts'
import { tablesLeftOut } from '../src/features/backups/index.ts'
import { type DataClass, dataClasses, type TableData } from '../src/platform/own-tables.ts'
import { testApp } from './harness.ts'

const app = await testApp()
const tables = Object.entries(app.ownData.tables)
const inSql = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const columnsOf = ({ columns }: TableData, ...classes: (DataClass | 'actor')[]) =>
  classes.flatMap((one) => columns[one] ?? [])
const everyClass = [...dataClasses, 'actor'] as const

/** Computed by the database out of others. */
const computed = new Set(['application.name'])

/** Signed works stay, as the page says that asks before erasing; and what coordinators call a plan is theirs. */
const ofOthers = /^(post\.|author\.(familyName|name|slug)$|scenario\.title$)/

test('every column of every table says what it holds, and nothing is said of columns that are not', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name
      from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely%'`.execute(
    app.db,
  )

  const said = tables.flatMap(([table, data]) =>
    columnsOf(data, ...everyClass).map((column) => `${inSql(table)}.${inSql(column)}`),
  )

  expect(said.sort()).toEqual(rows.map(({ name }) => name).sort())
})

test('whatever says who somebody is goes with them, or there is a reason why it stays', () => {
  const without = tables.flatMap(([table, data]) => {
    const { erased, rows, stays } = data
    const gone = typeof erased === 'function' ? Object.keys(erased('', null)) : []
    const isGone = (column: string) => erased === 'delete' || gone.includes(column)
    const words = columnsOf(data, 'sensitive').filter((column) => !computed.has(`${table}.${column}`))
    const telling = rows ? words.filter((column) => !ofOthers.test(`${table}.${column}`)) : []
    const rest = [...words, ...columnsOf(data, 'personal')]
    return [
      ...telling.filter((column) => !isGone(column)).map((column) => `${table}.${column} says who`),
      ...(stays
        ? []
        : rest.filter((column) => !isGone(column)).map((column) => `${table}.${column} stays, why?`)),
    ]
  })

  expect(without).toEqual([])
})

test('whoever reads about rows of theirs finds them under a heading', () => {
  expect(tables.filter(([, { rows, chapter }]) => (rows === undefined) !== (chapter === undefined))).toEqual(
    [],
  )
})

test('what is sealed, a key or a token, is in no backup and in no copy for testing', () => {
  const sealed = tables
    .filter(([, { columns }]) => columns.secret?.includes('sealed'))
    .map(([table]) => inSql(table))
    .sort()

  expect(sealed).toEqual(['fediverse_secret', 'outlet_token', 'signing_secret'])
  expect(sealed.filter((table) => !tablesLeftOut.includes(table) || !emptied.includes(table))).toEqual([])
})

test('what opens an account is in no copy of one’s data', () => {
  const opening = tables.flatMap(([table, data]) => {
    const copied = Array.isArray(data.exports) ? data.exports : []
    return columnsOf(data, 'secret', 'actor')
      .filter((column) => copied.includes(column))
      .map((column) => `${table}.${column}`)
  })

  expect(opening).toEqual([])
})
